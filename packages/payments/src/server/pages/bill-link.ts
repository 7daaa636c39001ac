/** What a bill makes known, in a link that says it to nobody but this gateway: account and amounts, sealed. */
import type { Ground } from '@council-kit/gateway';
import * as v from 'valibot';
import type { Bill } from '../../contract/bill.ts';
import { amountsOfBill } from '../../payment/known-amounts.ts';

const knownSchema = v.object({
  account: v.string(),
  at: v.number(),
  instalment: v.optional(v.object({ due: v.string(), amount: v.number() })),
  balance: v.optional(v.number()),
});
export type KnownBill = v.InferOutput<typeof knownSchema>;

const purpose = 'bill-link';
/** Amounts change as money comes in: after that the bill is asked for again. */
const goodForMs = 24 * 3_600_000;

export function sealBill({ secrets, clock }: Pick<Ground, 'secrets' | 'clock'>, bill: Bill): string {
  const known: KnownBill = { account: bill.account, at: clock.now().getTime(), ...amountsOfBill(bill) };
  return secrets.seal(purpose, JSON.stringify(known), purpose);
}

/** Undefined where it is none of ours, was changed, or is too old. */
export function unsealBill({ secrets, clock }: Pick<Ground, 'secrets' | 'clock'>, sealed: string): KnownBill | undefined {
  if (!/^[A-Za-z0-9_-]{40,2000}$/.test(sealed)) return undefined;
  const text = secrets.unseal(purpose, sealed, purpose);
  // An earlier version may have sealed something else.
  const known = text === undefined ? undefined : v.safeParse(knownSchema, JSON.parse(text));
  return known?.success && clock.now().getTime() - known.output.at < goodForMs ? known.output : undefined;
}
