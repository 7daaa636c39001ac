/** A million bills, worked out by the pure functions: whether the parts equal the whole in every one, and how many a second. */
import {
  bandsOf,
  billOf,
  type Bill,
  type BillingAccount,
  type Liability,
  type Nation,
  type Reduction,
} from '@council-kit/payments/rules.js';

/** What came of it. */
export interface BillFigures {
  readonly households: number;
  /** Bills in which some parts did not add up to their whole. */
  readonly wrong: number;
  /** On one core, without making the households up and without checking. */
  readonly billsPerSecond: number;
  /** Pence: what all bills together come to, by their totals and by their authorities, reductions and adjustments. */
  readonly total: bigint;
  readonly parts: bigint;
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const text = (en: string) => ({ en, cy: en });
const kinds = ['county', 'social-care', 'council', 'police', 'fire', 'parish'] as const;
const cuts = ['2026-04-01', '2026-07-16', '2026-11-02', '2027-02-28'] as const;
const ends = ['2026-07-15', '2026-11-01', '2027-02-27', '2027-03-31'] as const;
const reductions: readonly Reduction[] = [
  { kind: 'discount', code: 'single-person', name: text('Single person discount'), percent: 25 },
  { kind: 'disability', code: 'disabled-band', name: text('Disabled band reduction') },
  { kind: 'support', code: 'support', name: text('Council tax support'), percent: 62.5 },
  { kind: 'premium', code: 'second-home', name: text('Second home premium'), percent: 100 },
  { kind: 'support', code: 'hardship', name: text('Hardship fund'), amount: 15_000 },
  { kind: 'support', code: 'water', name: text('Water charges reduction'), percent: 35, appliesTo: 'water' },
];

/** Households as a council has them: all bands and nations, a third with a discount, some that moved, some that have paid. */
export function households(seed = 1): () => BillingAccount {
  const random = randomNumbers(seed);
  const whole = (most: number): number => Math.floor(random() * most);
  const nations: readonly Nation[] = ['england', 'england', 'wales', 'scotland'];
  return () => {
    const nation = nations[whole(4)] ?? 'england';
    const bands = bandsOf(nation);
    const kindsHere = [...kinds.slice(0, 3 + whole(4)), ...(nation === 'scotland' ? ['water' as const] : [])];
    const authorities = kindsHere.map((kind) => ({ id: kind, kind, name: text(kind), bandD: whole(180_000) }));
    const stretches = random() < 0.9 ? 1 : 2 + whole(2);
    const first = random() < 0.85 ? 0 : whole(cuts.length - stretches + 1);
    const band = (): Liability['band'] => bands[whole(bands.length)] ?? 'A';
    const liabilities = Array.from({ length: stretches }, (_, index) => ({
      from: cuts[first + index] ?? cuts[0],
      to: (index === stretches - 1 && first + index < 3 && first === 0 ? ends[3] : ends[first + index]) ?? ends[3],
      band: band(),
      reductions: random() < 0.6 ? [] : reductions.filter(() => random() < 0.4),
    }));
    return {
      account: String(500_000_000 + whole(99_999_999)),
      postcode: 'NG1 4AB',
      year: 2026,
      nation,
      property: [],
      issued: random() < 0.9 ? '2026-03-10' : `2026-${String(5 + whole(7)).padStart(2, '0')}-20`,
      authorities,
      liabilities,
      broughtForward: random() < 0.95 ? 0 : whole(40_000) - 10_000,
      received: Array.from({ length: whole(4) }, () => ({ date: '2026-05-01', amount: whole(30_000), method: 'card' as const })),
      directDebit: random() < 0.6,
    };
  };
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** Whether every part of a bill equals its whole. */
export function addsUp(bill: Bill): boolean {
  return (
    bill.periods.every(
      (period) =>
        sum(period.yearly.map(({ amount }) => amount)) === period.yearlyTotal &&
        period.charge + sum(period.reductions.map(({ amount }) => amount)) === period.amount,
    ) &&
    sum(bill.authorities.map(({ amount }) => amount)) === bill.charge &&
    sum(bill.periods.map(({ amount }) => amount)) + bill.adjustment === bill.total &&
    sum(bill.instalments.map(({ amount }) => amount)) === bill.total &&
    bill.total + bill.broughtForward - bill.paid === bill.balance &&
    sum(bill.instalments.map((instalment) => instalment.amount - instalment.paid)) ===
      Math.max(0, bill.total - Math.max(0, bill.paid - bill.broughtForward))
  );
}

/** Works the bills out, a thousand at a time, so that only that is timed. */
export function measureBills({ count = 1_000_000, seed = 1 } = {}): BillFigures {
  const next = households(seed);
  let [wrong, microseconds, total, parts] = [0, 0, 0n, 0n];
  for (let done = 0; done < count;) {
    const accounts = Array.from({ length: Math.min(1_000, count - done) }, next);
    // The thread's own time: others use the machine too.
    const begun = process.threadCpuUsage();
    const bills = accounts.map((account) => billOf(account, { asOf: '2026-11-23' }));
    const { user, system } = process.threadCpuUsage(begun);
    microseconds += user + system;
    for (const bill of bills) {
      if (!addsUp(bill)) wrong += 1;
      total += BigInt(bill.total);
      parts += BigInt(
        sum(bill.authorities.map(({ amount }) => amount)) +
          sum(bill.periods.flatMap(({ reductions: list }) => list.map(({ amount }) => amount))) +
          bill.adjustment,
      );
    }
    done += accounts.length;
  }
  return { households: count, wrong, billsPerSecond: Math.round((count / microseconds) * 1_000_000), total, parts };
}
