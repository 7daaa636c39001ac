import type { Address } from '../gazetteer/address.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { localAddress } from '../gazetteer/local.ts';
import { seededRandom, type Random } from '../gazetteer/random.ts';
import { accountIndex, accountNumber } from './account-number.ts';

/** A text in both languages. */
export interface Text {
  en: string;
  cy: string;
}

/** What one authority asks for: pence a year for a home in band D. */
export interface Authority {
  id: string;
  kind: 'council' | 'police' | 'parish';
  name: Text;
  bandD: number;
  previousBandD: number;
}

export interface Reduction {
  kind: 'disability' | 'discount' | 'support' | 'premium';
  code: string;
  name: Text;
  reason?: Text;
  /** Of what is left when its turn comes. */
  percent?: number;
  /** Or pence, for the whole of its stretch. */
  amount?: number;
}

/** A stretch of the year in which nothing changed, both days in it. */
export interface Liability {
  from: string;
  to: string;
  band: 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I';
  reductions: Reduction[];
}

/** What the billing system tells of one account for one year. Facts: what they come to is the caller's arithmetic. */
export interface Household {
  account: string;
  postcode: string;
  /** 2026 for 2026-27. */
  year: number;
  nation: 'wales';
  property: string[];
  issued: string;
  authorities: readonly Authority[];
  liabilities: Liability[];
  /** Pence owed from earlier years; negative in credit. */
  broughtForward: number;
  received: { date: string; amount: number; method: 'card' | 'direct-debit' | 'bank' }[];
  directDebit: boolean;
}

const text = (en: string, cy: string): Text => ({ en, cy });

const precepts: readonly Authority[] = [
  {
    id: 'aldermere',
    kind: 'council',
    name: text('Aldermere Borough Council', 'Cyngor Bwrdeistref Aldermere'),
    bandD: 158_731,
    previousBandD: 149_917,
  },
  {
    id: 'police',
    kind: 'police',
    name: text('Police and Crime Commissioner for Mid Vale', 'Comisiynydd Heddlu a Throseddu Canol y Fro'),
    bandD: 38_649,
    previousBandD: 36_068,
  },
];

/** What community councils ask for, pence in band D. */
const communities = [2_418, 3_107, 0, 5_566, 1_249] as const;

const reductions = {
  single: {
    kind: 'discount',
    code: 'single-person',
    name: text('Single person discount', 'Gostyngiad person sengl'),
    reason: text('You are the only adult who lives here', 'Chi yw’r unig oedolyn sy’n byw yma'),
    percent: 25,
  },
  disregarded: {
    kind: 'discount',
    code: 'all-disregarded',
    name: text('Everyone is disregarded', 'Mae pawb wedi’u diystyru'),
    reason: text('Nobody who lives here counts, such as carers', 'Nid oes neb sy’n byw yma yn cyfrif, fel gofalwyr'),
    percent: 50,
  },
  disability: {
    kind: 'disability',
    code: 'disabled-band',
    name: text('Disabled band reduction', 'Gostyngiad band anabl'),
    reason: text(
      'Your home has a room adapted for a disabled person',
      'Mae gan eich cartref ystafell wedi’i haddasu ar gyfer person anabl',
    ),
  },
  secondHome: {
    kind: 'premium',
    code: 'second-home',
    name: text('Second home premium', 'Premiwm ail gartref'),
    reason: text('Nobody lives here as their main home', 'Nid oes neb yn byw yma fel eu prif gartref'),
    percent: 50,
  },
} as const satisfies Record<string, Reduction>;

const support = (percent: number): Reduction => ({
  kind: 'support',
  code: 'council-tax-reduction',
  name: text('Council Tax Reduction', 'Gostyngiad y Dreth Gyngor'),
  percent,
});

/** Shares of a hundred homes: about those of Wales. */
const bandShares: readonly [Liability['band'], number][] = [
  ['A', 14],
  ['B', 35],
  ['C', 57],
  ['D', 73],
  ['E', 87],
  ['F', 95],
  ['G', 98],
  ['H', 99],
  ['I', 100],
];

/** Which households. */
export interface HouseholdOptions {
  readonly gazetteer: Gazetteer;
  readonly size: number;
  readonly seed: number;
  readonly year: number;
}

/** The accounts of a council: any of them by its number, made when it is asked for, always the same. */
export class Households {
  readonly size: number;
  readonly #options: HouseholdOptions;
  readonly #homes: readonly Address[];

  /** @throws RangeError where the gazetteer has no homes, or the size cannot be made */
  constructor(options: HouseholdOptions) {
    if (!Number.isInteger(options.size) || options.size < 1 || options.size > 1_000_000)
      throw new RangeError('The number of households must be a whole number from 1 to 1,000,000.');
    this.size = options.size;
    this.#options = options;
    this.#homes = options.gazetteer.addresses.filter(
      ({ classification, postcode, status }) => classification.startsWith('R') && postcode !== '' && status === 1,
    );
    if (this.#homes.length === 0) throw new RangeError('The gazetteer has no homes.');
  }

  /** The account with a number, or undefined. */
  byAccount(number: string): Household | undefined {
    const index = accountIndex(number);
    return index === undefined || index >= this.size ? undefined : this.at(index);
  }

  *all(): Generator<Household> {
    for (let index = 0; index < this.size; index += 1) yield this.at(index);
  }

  at(index: number): Household {
    const { seed, year } = this.#options;
    const random = seededRandom(seed, 0xc7, index);
    // Where there are more accounts than homes, earlier residents of a home have one too.
    const home = this.#homes[index % this.#homes.length];
    if (!home) throw new RangeError('There is no such account.');
    const first = `${year}-04-01`;
    const last = `${year + 1}-03-31`;
    const band = bandOf(random);
    const here = reductionsOf(random);
    const liabilities = random.onceIn(12) ? changed(random, year, band, here) : [{ from: first, to: last, band, reductions: here }];
    const community = random.pick(communities);
    const directDebit = random.onceIn(3);
    return {
      account: accountNumber(index),
      postcode: home.postcode,
      year,
      nation: 'wales',
      property: linesOf(home),
      issued: random.onceIn(15) ? day(year, 4 + random.whole(1, 5), random.whole(1, 28)) : day(year, 3, random.whole(8, 20)),
      authorities: [
        ...precepts,
        ...(community === 0
          ? []
          : [
              {
                id: `community-${communities.indexOf(community)}`,
                kind: 'parish' as const,
                name: text(
                  `${home.street.settlement.town.en} Community Council`,
                  `Cyngor Cymuned ${home.street.settlement.town.cy ?? home.street.settlement.town.en}`,
                ),
                bandD: community,
                previousBandD: Math.round(community * 0.96),
              },
            ]),
      ],
      liabilities,
      broughtForward: random.onceIn(20) ? random.whole(-20_000, 60_000) : 0,
      received: Array.from({ length: random.whole(0, 7) }, (_, month) => ({
        date: day(year, 4 + month, directDebit ? 1 : random.whole(1, 28)),
        amount: random.whole(80, 260) * 100,
        method: directDebit ? ('direct-debit' as const) : random.pick(['card', 'bank'] as const),
      })),
      directDebit,
    };
  }
}

function bandOf(random: Random): Liability['band'] {
  const at = random.whole(1, 100);
  return bandShares.find(([, upTo]) => at <= upTo)?.[0] ?? 'D';
}

function reductionsOf(random: Random): Reduction[] {
  const found: Reduction[] = [];
  if (random.onceIn(60)) found.push(reductions.disability);
  if (random.onceIn(3)) found.push(reductions.single);
  else if (random.onceIn(100)) found.push(reductions.disregarded);
  if (random.onceIn(7)) found.push(support(random.pick([100, 85, 62.5, 40, 20])));
  else if (random.onceIn(70) && found.length === 0) found.push(reductions.secondHome);
  return found;
}

/** Somebody moved in or out, or the band changed. */
function changed(random: Random, year: number, band: Liability['band'], here: Reduction[]): Liability[] {
  const cut = Date.UTC(year, 4 + random.whole(0, 9), random.whole(1, 28));
  const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);
  const before: Liability = { from: `${year}-04-01`, to: iso(cut - 86_400_000), band, reductions: here };
  const after: Liability = {
    from: iso(cut),
    to: `${year + 1}-03-31`,
    band: random.onceIn(4) ? bandOf(random) : band,
    reductions: reductionsOf(random),
  };
  if (random.onceIn(4)) return [before];
  return random.onceIn(4) ? [after] : [before, after];
}

/** A day of a month, where the thirteenth month is January of the next year. */
const day = (year: number, month: number, date: number): string => new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

function linesOf(home: Address): string[] {
  const { saoText, saoNumber, paoText, paoNumber, streetDescription, localityName, townName } = localAddress(home, 'en');
  const street = [paoNumber, streetDescription].filter(Boolean).join(' ');
  return [[saoText, saoNumber].filter(Boolean).join(' '), paoText, street, localityName, townName, home.postcode]
    .filter(Boolean)
    .map((line) => (line === home.postcode ? line : line.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase())));
}
