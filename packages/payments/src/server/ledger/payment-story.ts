/** A payment as the finance team sees it: what is known of it, and every entry of its ledger. */
import type { Payments } from '../payments.ts';
import type { EntryRow, PaymentRow, PaymentsTables } from '../records/tables.ts';

export type StoryEntry = Pick<EntryRow, 'at' | 'kind' | 'amount' | 'status' | 'code' | 'source' | 'note'>;

export interface RefundOfPayment {
  /** Pay's id. */
  readonly id: string;
  readonly amount: number;
  readonly status: string;
}

export interface PaymentStory {
  /** In the order in which they were written down. */
  readonly entries: readonly StoryEntry[];
  readonly refunds: readonly RefundOfPayment[];
  /** What the billing system has not been told yet. */
  readonly untold: readonly (Pick<StoryEntry, 'kind' | 'amount'> & { readonly reference: string })[];
}

export async function storyOf(payments: Payments, row: PaymentRow): Promise<PaymentStory> {
  const db = payments.ground.store.db<PaymentsTables>();
  const [entries, refunds] = await Promise.all([
    db
      .selectFrom('payments_entry')
      .select(['at', 'kind', 'amount', 'status', 'code', 'source', 'note'])
      .where('payment', '=', row.id)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('payments_refund')
      .select(['id', 'amount', 'status'])
      .where('payment', '=', row.id)
      .orderBy('seen_at')
      .orderBy('id')
      .execute(),
  ]);
  const told = new Set(entries.flatMap(({ kind, note }) => (kind === 'posted' && note !== null ? [note] : [])));
  const toTell = entries.flatMap(({ kind, amount, note }) => {
    const reference =
      kind === 'paid' ? row.reference : kind === 'refunded' ? note : kind === 'refund-failed' ? `${note ?? ''}-failed` : null;
    return reference === null || told.has(reference) ? [] : [{ kind, amount, reference }];
  });
  return { entries, refunds, untold: payments.billing ? toTell : [] };
}

/** What is left to give back, as our ledger has it. Pay has the last word. */
export const leftToRefund = ({ status, amount, refunded }: PaymentRow): number => (status === 'success' ? amount - refunded : 0);
