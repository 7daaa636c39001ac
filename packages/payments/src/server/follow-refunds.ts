/**
 * Asks Pay what became of refunds that are on their way. That one has reached the card is told by a webhook, where there are webhooks; that one
 * has failed, and the council has the money again, is told by nobody.
 */
import type { Payments } from './payments.ts';
import type { PaymentsTables } from './records/tables.ts';
import { refresh } from './refresh.ts';
import { visitedAtOnce, visitPayments } from './visit-payments.ts';

/** By then most are done. */
const leaveMs = 3_600_000;
/** Card companies take days; after so many, a person looks. */
const giveUpMs = 30 * 86_400_000;

export async function followRefunds(payments: Payments, signal?: AbortSignal): Promise<void> {
  const { store, clock } = payments.ground;
  const now = clock.now().getTime();
  await visitPayments(payments, {
    page: (after) =>
      store
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
        .where('id', '>', after?.id ?? '')
        .orderBy('id')
        .limit(visitedAtOnce)
        .execute(),
    each: (row) => refresh(payments, row, 'mop-up'),
    failed: 'the state of a refund could not be read',
    signal,
  });
}
