/** The receipt by email, through GOV.UK Notify: once for each payment, however it was found to be paid, and however often sending takes. */
import { inLanguage, languageOf, momentInWords } from '@council-kit/core';
import { delivery, inSlices, type Delivery, type NotifyEmail } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { pounds } from '../../rules/pence.ts';
import type { Payments } from '../payments.ts';
import { presentPayment } from '../present.ts';
import { enter } from '../records/ledger.ts';
import { paymentById } from '../records/payments.ts';
import type { PaymentRow, PaymentsTables } from '../records/tables.ts';

/** How long an address is kept for a person to try again what could not be sent: as long as Notify keeps what it sent. */
const keepAddressMs = 7 * 86_400_000;

/** Puts it in the outbox, in the transaction that writes down that the payment was paid. */
export async function enqueueReceipt(payments: Payments, trx: Transaction<PaymentsTables>, row: PaymentRow): Promise<void> {
  if (!payments.notify || row.email === null) return;
  await payments.ground.outbox.enqueue(trx, { kind: 'email-receipt', payload: { payment: row.id }, dedupeKey: row.id });
  await trx.updateTable('payments_payment').set({ receipt: 'sending' }).where('id', '=', row.id).execute();
}

export function emailReceiptDelivery(payments: Payments): Delivery {
  const write = async (payment: string, receipt: 'sent' | 'not-sent', trx: Transaction<PaymentsTables>, note?: string): Promise<void> => {
    const sent = receipt === 'sent';
    await trx
      .updateTable('payments_payment')
      .set({ receipt, ...(sent ? { email: null } : {}) })
      .where('id', '=', payment)
      .execute();
    await enter(trx, {
      payment,
      at: payments.ground.clock.now().getTime(),
      kind: sent ? 'receipt-sent' : 'receipt-not-sent',
      source: 'outbox',
      note: note ?? null,
      ...(sent ? { once: 'receipt-sent' } : {}),
    });
  };
  return delivery({
    payload: v.object({ payment: v.string() }),
    async send({ payment }, attempt) {
      const { notify, settings } = payments;
      if (!notify || !settings.notify) return { result: 'failed', reason: 'the settings name no GOV.UK Notify' };
      const row = await paymentById(payments, payment);
      if (row.receipt === 'sent') return { result: 'delivered' };
      if (row.email === null) return { result: 'failed', reason: 'the address was forgotten after 7 days' };
      const notified = await notify.sendEmail(receiptEmail(payments, row, settings.notify, row.email), attempt);
      switch (notified.kind) {
        case 'taken':
          return { result: 'delivered', record: (trx) => write(payment, 'sent', trx as unknown as Transaction<PaymentsTables>) };
        case 'later':
          return { result: 'retry', reason: notified.reason, ...(notified.afterSeconds ? { afterSeconds: notified.afterSeconds } : {}) };
        case 'refused':
          return { result: 'failed', reason: notified.reason };
      }
    },
    failed: (trx, { payment }, reason) => write(payment, 'not-sent', trx as unknown as Transaction<PaymentsTables>, reason),
  });
}

function receiptEmail(
  payments: Payments,
  row: PaymentRow,
  { receipt, replyTo }: NonNullable<Payments['settings']['notify']>,
  to: string,
): NotifyEmail {
  const language = languageOf(row.language);
  const { fundName, referenceName, reference, amount, paid, created, id, number } = presentPayment(payments, row);
  return {
    template: receipt[language],
    to,
    reference: `receipt-${row.reference}`,
    replyTo,
    personalisation: {
      amount: pounds(amount),
      paid_for: inLanguage(fundName, language),
      reference_name: inLanguage(referenceName, language),
      reference,
      date: momentInWords(paid ?? created, language),
      payment_number: number,
      receipt_page: payments.ground.site.url(`/payments/${id}/return?lang=${language}`),
    },
  };
}

/** Forgets the addresses of receipts that could not be sent for a week. */
export async function forgetAddresses({ ground }: Payments): Promise<void> {
  const db = ground.store.db<PaymentsTables>();
  const before = ground.clock.now().getTime() - keepAddressMs;
  await inSlices(async (size) => {
    const old = db
      .selectFrom('payments_payment')
      .select('id')
      .where('email', 'is not', null)
      .where('paid_at', '<', before)
      .orderBy('paid_at')
      .limit(size);
    const forgotten = await db.updateTable('payments_payment').set({ email: null }).where('id', 'in', old).executeTakeFirst();
    return forgotten.numUpdatedRows;
  });
}
