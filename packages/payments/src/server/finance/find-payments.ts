/** Payments as the finance team looks for them: newest first, a page at a time, with what they add up to. */
import { sql, type SelectQueryBuilder } from 'kysely';
import { finishedRank } from '../govuk-pay/pay-answers.ts';
import type { Payments } from '../payments.ts';
import type { PaymentRow, PaymentsTables } from '../records/tables.ts';
import { readReference } from '../../rules/reference.ts';

/** What became of payments, as somebody who looks for them would say it. */
export const outcomes = ['paid', 'refunded', 'open', 'capturable', 'unpaid'] as const;
/** See {@link outcomes}. */
export type Outcome = (typeof outcomes)[number];

export interface PaymentFilter {
  /** A whole reference or number, as typed: ours at Pay, the payment's, Pay's own, the resident's. */
  readonly words?: string;
  readonly outcome?: Outcome;
  readonly fund?: string;
  /** Begun from then on. */
  readonly from?: Date;
  /** Begun before then. */
  readonly to?: Date;
}

/** Everything that the filter lets through, on whatever page. Pence. */
export interface FoundTotals {
  readonly count: number;
  readonly paidCount: number;
  readonly paid: number;
  readonly refunded: number;
}

export type FoundPayment = Pick<
  PaymentRow,
  'id' | 'fund' | 'account' | 'amount' | 'refunded' | 'status' | 'code' | 'rank' | 'reference' | 'created_at'
>;

export interface FoundPage {
  readonly payments: readonly FoundPayment[];
  /** Of the page with newer ones, where there are any. */
  readonly newer: string | undefined;
  /** Of the page with older ones. */
  readonly older: string | undefined;
}

/** A place between two payments: a page is what stands next to it, however many have come since. */
export interface Place {
  readonly side: 'older' | 'newer';
  readonly at: number;
  readonly id: string;
}

export const pageSize = 50;

/** Reads what {@link FoundPage} gave. Undefined for anything else. */
export function readPlace(text: string | undefined): Place | undefined {
  const [, side, at, id] = /^(older|newer)\.(\d{1,15})\.([A-Za-z0-9_-]{22})$/.exec(text ?? '') ?? [];
  return side === undefined || at === undefined || id === undefined ? undefined : { side: side as Place['side'], at: Number(at), id };
}

const placeAt = (side: Place['side'], payment: FoundPayment | undefined): string | undefined =>
  payment && `${side}.${payment.created_at}.${payment.id}`;

type Query<Row> = SelectQueryBuilder<PaymentsTables, 'payments_payment', Row>;

/** One page: the newest, or what stands next to a place. */
export async function findPayments(payments: Payments, filter: PaymentFilter, place?: Place): Promise<FoundPage> {
  const newer = place?.side === 'newer';
  const db = payments.ground.store.db<PaymentsTables>();
  const rows = await narrowed(
    payments,
    db
      .selectFrom('payments_payment')
      .select(['id', 'fund', 'account', 'amount', 'refunded', 'status', 'code', 'rank', 'reference', 'created_at']),
    filter,
  )
    .$if(place !== undefined, (query) =>
      query.where((eb) => eb(eb.refTuple('created_at', 'id'), newer ? '>' : '<', eb.tuple(place?.at ?? 0, place?.id ?? ''))),
    )
    .orderBy('created_at', newer ? 'asc' : 'desc')
    .orderBy('id', newer ? 'asc' : 'desc')
    // One more than is shown says whether there are more.
    .limit(pageSize + 1)
    .execute();
  const more = rows.length > pageSize;
  const shown = rows.slice(0, pageSize);
  if (newer) shown.reverse();
  return {
    payments: shown,
    newer: (newer ? more : place !== undefined) ? placeAt('newer', shown[0]) : undefined,
    older: newer || more ? placeAt('older', shown.at(-1)) : undefined,
  };
}

/** What all of them add up to. */
export async function totalFound(payments: Payments, filter: PaymentFilter): Promise<FoundTotals> {
  const paid = sql<number>`coalesce(sum(case when status = 'success' then amount end), 0)`;
  const db = payments.ground.store.db<PaymentsTables>();
  return await narrowed(
    payments,
    db
      .selectFrom('payments_payment')
      .select((eb) => [
        eb.fn.countAll<number>().as('count'),
        sql<number>`coalesce(sum(case when status = 'success' then 1 end), 0)`.as('paidCount'),
        paid.as('paid'),
        sql<number>`coalesce(sum(refunded), 0)`.as('refunded'),
      ]),
    filter,
  ).executeTakeFirstOrThrow();
}

function narrowed<Row>(payments: Payments, query: Query<Row>, { words, outcome, fund, from, to }: PaymentFilter): Query<Row> {
  let narrow = query;
  if (from) narrow = narrow.where('created_at', '>=', from.getTime());
  if (to) narrow = narrow.where('created_at', '<', to.getTime());
  if (fund !== undefined) narrow = narrow.where('fund', '=', fund);
  if (outcome === 'paid') narrow = narrow.where('status', '=', 'success');
  else if (outcome === 'refunded') narrow = narrow.where('refunded', '>', 0);
  else if (outcome === 'open') narrow = narrow.where('rank', '<', finishedRank);
  else if (outcome === 'capturable') narrow = narrow.where('status', '=', 'capturable').where('rank', '<', finishedRank);
  else if (outcome === 'unpaid') narrow = narrow.where('status', '!=', 'success').where('rank', '=', finishedRank);
  const typed = words?.trim() ?? '';
  if (typed === '') return narrow;
  // Each by its own index: an "or" over four columns is a reading of the whole table to a planner that has not counted it.
  const db = payments.ground.store.db<PaymentsTables>().selectFrom('payments_payment').select('id');
  return narrow.where(
    'id',
    'in',
    db
      .where('id', '=', typed)
      .union(db.where('reference', '=', asOurReference(typed)))
      .union(db.where('pay_id', '=', typed.toLowerCase()))
      .union(db.where('account', 'in', asResidentsReference(payments, typed))),
  );
}

/** "bcdfghj klmnpqr" is BCDFGHJ-KLMNPQR. */
function asOurReference(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^A-Z]/g, '');
  return letters.length === 14 ? `${letters.slice(0, 7)}-${letters.slice(7)}` : typed;
}

/** As it was typed, and as each fund would write it. */
function asResidentsReference({ settings }: Payments, typed: string): string[] {
  const read = settings.funds.flatMap(({ reference }) => {
    const one = readReference(typed, reference);
    return one.kind === 'reference' ? [one.reference] : [];
  });
  return [...new Set([typed, ...read])];
}
