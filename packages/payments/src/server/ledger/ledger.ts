/** What payments offers to the council's own books: the ledger's reads, and what an officer may do with a payment. */
import { definePort, type Officer, type Outbox, type Place, type PortOffer } from '@council-kit/gateway';
import type { Fund } from '../../contract/fund.ts';
import type { Payment } from '../../contract/payment.ts';
import type { PayClient } from '../govuk-pay/pay-client.ts';
import type { Payments } from '../payments.ts';
import { presentPayment } from '../present.ts';
import { existing } from '../records/payments.ts';
import type { PaymentRow, PaymentsTables, RefundRequestRow } from '../records/tables.ts';
import { refresh } from '../refresh.ts';
import { bookOf, booksBetween, type Book } from './books.ts';
import { decidePayment, type Decided, type Decision } from './decide-payment.ts';
import { findPayments, totalFound, type FoundPage, type FoundTotals, type PaymentFilter } from './find-payments.ts';
import { moneyEntries, type MoneyEntry } from './money-entries.ts';
import { storyOf, type PaymentStory } from './payment-story.ts';
import { readRefundable, refundPayment, requestWithKey, type Refundable, type RefundWish } from './refund-payment.ts';

/** The ledger of one gateway. Amounts in pence. What asks GOV.UK Pay throws `PayRefusal` or `PaySilence`. */
export interface Ledger extends PortOffer {
  /** What can be paid for. */
  readonly funds: readonly Fund[];
  /** Whether a billing system is told of payments. */
  readonly tellsBilling: boolean;
  /** What is told to other systems: bills, receipts, Direct Debits. */
  readonly outbox: Outbox;
  /** GOV.UK Pay's own records. */
  readonly pay: Pick<PayClient, 'createdBetween' | 'get'>;

  /** @throws Problem 404 */
  payment(id: string): Promise<PaymentRow>;
  /** A payment as the API gives it. */
  present(row: PaymentRow): Payment;
  /** A page of payments, newest first. */
  find(filter: PaymentFilter, place?: Place): Promise<FoundPage>;
  /** What the payments of a filter add up to. */
  total(filter: PaymentFilter): Promise<FoundTotals>;
  /** Everything that happened to a payment. */
  story(row: PaymentRow): Promise<PaymentStory>;
  /** The payments that have one of these ids, ours or GOV.UK Pay's. */
  withIds(ids: readonly string[]): Promise<readonly Pick<PaymentRow, 'id' | 'reference' | 'pay_id'>[]>;
  /** The payment with our reference at GOV.UK Pay. */
  withReference(reference: string): Promise<Pick<PaymentRow, 'id' | 'pay_id' | 'created_at'> | undefined>;
  /** The entries that are money, oldest first, a slice at a time. */
  moneyEntries(from: Date, to: Date): AsyncIterable<readonly MoneyEntry[]>;
  /** What was paid and refunded of the payments that were started in a stretch of time, by GOV.UK Pay's ids. */
  booksBetween(from: Date, to: Date): Promise<Map<string, Book>>;
  /** The same of one payment. */
  bookOf(payId: string): Promise<Book | undefined>;

  /** Reads the payment at GOV.UK Pay and writes down what is new. */
  read(row: PaymentRow, officer: Officer): Promise<PaymentRow>;
  /** How much GOV.UK Pay lets the council refund now. */
  refundable(row: PaymentRow, officer: Officer): Promise<Refundable>;
  /** Asks for a refund, once for each key. */
  refund(wish: RefundWish): Promise<RefundRequestRow>;
  /** How a refund that was asked for stands. */
  refundRequest(row: PaymentRow, id: string): Promise<RefundRequestRow | undefined>;
  /** Cancels or captures. */
  decide(row: PaymentRow, decision: Decision, officer: Officer): Promise<Decided>;
}

/** How another service of the same gateway reaches the ledger. */
export const ledgerPort = definePort<Ledger>('payments-ledger');

export function ledgerOf(payments: Payments): Ledger {
  const { ground, settings, pay } = payments;
  const db = ground.store.db<PaymentsTables>();
  return {
    id: 'payments',
    funds: settings.funds,
    tellsBilling: payments.billing !== undefined,
    outbox: ground.outbox,
    pay,
    payment: (id) => existing(payments, id),
    present: (row) => presentPayment(payments, row),
    find: (filter, place) => findPayments(payments, filter, place),
    total: (filter) => totalFound(payments, filter),
    story: (row) => storyOf(payments, row),
    withIds: (ids) =>
      db
        .selectFrom('payments_payment')
        .select(['id', 'reference', 'pay_id'])
        .where((eb) => eb.or([eb('id', 'in', [...ids, '']), eb('pay_id', 'in', [...ids, ''])]))
        .execute(),
    withReference: (reference) =>
      db.selectFrom('payments_payment').select(['id', 'pay_id', 'created_at']).where('reference', '=', reference).executeTakeFirst(),
    moneyEntries: (from, to) => moneyEntries(payments, from, to),
    booksBetween: (from, to) => booksBetween(payments, from, to),
    bookOf: (payId) => bookOf(payments, payId),
    read: (row, { id }) => refresh(payments, row, `staff:${id}`),
    refundable: (row, officer) => readRefundable(payments, row, officer),
    refund: (wish) => refundPayment(payments, wish),
    refundRequest: (row, id) => requestWithKey(payments, row, id),
    decide: (row, decision, officer) => decidePayment(payments, row, decision, officer),
  };
}
