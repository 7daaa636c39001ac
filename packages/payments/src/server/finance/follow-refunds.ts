/**
 * Asks Pay what became of refunds that are on their way. That one has reached the card is told by a webhook, where there are webhooks; that one
 * has failed, and the council has the money again, is told by nobody.
 */
import type { Payments } from '../payments.ts';
import type { PaymentRow, PaymentsTables } from '../records/tables.ts';
import { refresh } from '../refresh.ts';

/** By then most are done. */
const leaveMs = 3_600_000;
/** Card companies take days; after so many, a person looks. */
const giveUpMs = 30 * 86_400_000;
const atOnce = 200;

export async function followRefunds(payments: Payments, signal?: AbortSignal): Promise<void> {
  const { store, clock, log } = payments.ground;
  const now = clock.now().getTime();
  let after = '';
  for (;;) {
    const rows: PaymentRow[] = await store
      .db<PaymentsTables>()
      .selectFrom('payments_payment')
      .selectAll()
      .where('id', 'in', (query) =>
        query
          .selectFrom('payments_refund')
          .select('payment')
          .where('status', '=', 'submitted')
          .where('seen_at', '<=', now - leaveMs)
          .where('seen_at', '>', now - giveUpMs),
      )
      .where('id', '>', after)
      .orderBy('id')
      .limit(atOnce)
      .execute();
    for (const row of rows) {
      if (signal?.aborted) return;
      try {
        await refresh(payments, row, 'mop-up');
      } catch (error) {
        // The next run asks again.
        log.warn({ err: error, payment: row.id }, 'what became of a refund could not be read');
      }
    }
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.id ?? '';
  }
}
