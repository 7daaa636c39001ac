/** Asks Pay about payments that nobody came back from. https://docs.payments.service.gov.uk/making_payments/#match-your-users-to-payments */
import type { Job } from '@council-kit/gateway';
import { payableMs } from './begin-payment.ts';
import { ensureCreated } from './ensure-created.ts';
import { followRefunds } from './follow-refunds.ts';
import { finishedRank } from './govuk-pay/pay-answers.ts';
import type { Payments } from './payments.ts';
import { refresh } from './refresh.ts';
import { enter } from './records/ledger.ts';
import { isOpen } from './records/outcomes.ts';
import type { PaymentRow, PaymentsTables } from './records/tables.ts';
import { visitedAtOnce, visitPayments } from './visit-payments.ts';

/** Pay lets a delayed capture wait five days: nothing is unfinished after that. */
const forgetMs = 8 * 86_400_000;

export function mopUpJob(payments: Payments): Job {
  const { everyMinutes } = payments.settings.mopUp;
  return {
    name: 'mop-up',
    everyMs: everyMinutes * 60_000,
    leaseMs: 10 * 60_000,
    async run({ signal }) {
      await mopUp(payments, signal);
      await followRefunds(payments, signal);
    },
  };
}

/** @param ignoreHours payments younger than so are left to their residents; the settings' unless given */
export async function mopUp(payments: Payments, signal?: AbortSignal, ignoreHours = payments.settings.mopUp.ignoreHours): Promise<void> {
  const { store, clock } = payments.ground;
  const now = clock.now().getTime();
  await visitPayments(payments, {
    page: (after) =>
      store
        .db<PaymentsTables>()
        .selectFrom('payments_payment')
        .selectAll()
        .where(isOpen)
        .where('created_at', '<=', now - ignoreHours * 3_600_000)
        .where('created_at', '>', now - forgetMs)
        .$if(after !== undefined, (query) =>
          query.where((eb) => eb(eb.refTuple('created_at', 'id'), '>', eb.tuple(after?.created_at ?? 0, after?.id ?? ''))),
        )
        .orderBy('created_at')
        .orderBy('id')
        .limit(visitedAtOnce)
        .execute(),
    each: (row) => settle(payments, row),
    failed: 'payment could not be settled',
    signal,
  });
}

async function settle(payments: Payments, row: PaymentRow): Promise<void> {
  if (row.pay_id !== null) {
    await refresh(payments, row, 'mop-up');
    return;
  }
  if (row.sends === 0) return endUnmade(payments, row);
  const [found] = await payments.pay.withReference(row.reference);
  if (found) await refresh(payments, await ensureCreated(payments, row), 'mop-up');
  else await endUnmade(payments, row);
}

/** Nobody waits for it any more, and Pay does not have it. */
async function endUnmade({ ground, settings }: Payments, row: PaymentRow): Promise<void> {
  const now = ground.clock.now().getTime();
  const settled = now - settings.pay.searchSettlesSeconds * 1000;
  await ground.store.transaction<PaymentsTables, unknown>(async (trx) => {
    const ended = await trx
      .updateTable('payments_payment')
      .set({ status: 'not-created', rank: finishedRank, email: null })
      .where('id', '=', row.id)
      .where('rank', '=', 0)
      .where('claimed_until', '<=', now)
      // As long as it could be paid, its resident may press again.
      .where('created_at', '<=', now - payableMs)
      // Asked for once more since it was looked for, or a moment ago: not now.
      .where('sends', '=', row.sends)
      .where('sent_at', '<=', settled)
      .executeTakeFirst();
    if (ended.numUpdatedRows > 0n) await enter(trx, { payment: row.id, at: now, kind: 'not-created', source: 'mop-up' });
  });
}
