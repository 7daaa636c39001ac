/** Payments as the finance team looks for them: newest first, a page at a time, with what they add up to. */
import { pageAt, type Place } from '@council-kit/gateway';
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Payments } from '../payments.ts';
import { isOpen, isRefunded, isUnpaid } from '../records/outcomes.ts';
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

/** The most payments that are counted and added up for one list. */
export const mostCounted = 10_000;

/** Everything that the filter lets through, on whatever page; pence. `more`: there are more than so many, and they are not added up. */
export type FoundTotals =
  | { readonly more: false; readonly count: number; readonly paidCount: number; readonly paid: number; readonly refunded: number }
  | { readonly more: true; readonly count: typeof mostCounted };

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

export const pageSize = 50;
/** What the ids of payments look like. */
export const paymentIds = /^[A-Za-z0-9_-]{22}$/;

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
  const page = pageAt(rows, { size: pageSize, place, keyOf: (row) => ({ at: row.created_at, id: row.id }) });
  return { payments: page.rows, newer: page.newer, older: page.older };
}

/** What all of them add up to, as far as they are counted. */
export async function totalFound(payments: Payments, filter: PaymentFilter): Promise<FoundTotals> {
  const db = payments.ground.store.db<PaymentsTables>();
  const counted = narrowed(payments, db.selectFrom('payments_payment').select(['status', 'amount', 'refunded']), filter)
    .orderBy('created_at', 'desc')
    .limit(mostCounted + 1);
  const { count, ...sums } = await db
    .selectFrom(counted.as('counted'))
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      sql<number>`coalesce(sum(case when status = 'success' then 1 end), 0)`.as('paidCount'),
      sql<number>`coalesce(sum(case when status = 'success' then amount end), 0)`.as('paid'),
      sql<number>`coalesce(sum(refunded), 0)`.as('refunded'),
    ])
    .executeTakeFirstOrThrow();
  return count > mostCounted ? { more: true, count: mostCounted } : { more: false, count, ...sums };
}

function narrowed<Row>(payments: Payments, query: Query<Row>, { words, outcome, fund, from, to }: PaymentFilter): Query<Row> {
  let narrow = query;
  if (from) narrow = narrow.where('created_at', '>=', from.getTime());
  if (to) narrow = narrow.where('created_at', '<', to.getTime());
  // A state that few are in is read from its own index. SQLite keeps no statistics, and would take any fund to have few.
  const few = outcome !== undefined && outcome !== 'paid';
  if (fund !== undefined) narrow = narrow.where(few ? sql<string>`(fund || '')` : sql.ref<string>('fund'), '=', fund);
  if (outcome === 'paid') narrow = narrow.where('status', '=', 'success');
  else if (outcome === 'refunded') narrow = narrow.where(isRefunded);
  else if (outcome === 'open') narrow = narrow.where(isOpen);
  else if (outcome === 'capturable') narrow = narrow.where('status', '=', 'capturable').where(isOpen);
  else if (outcome === 'unpaid') narrow = narrow.where(isUnpaid);
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
