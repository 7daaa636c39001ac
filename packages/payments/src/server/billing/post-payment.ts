/** Tells the billing system of money: once for each payment and each refund, however often it takes. */
import { dayInLondon } from '@council-kit/core';
import { delivery, Problem, type Delivery } from '@council-kit/gateway';
import * as v from 'valibot';
import type { Payments } from '../payments.ts';
import { paymentById } from '../records/payments.ts';
import { enter } from '../records/ledger.ts';
import type { Transaction } from 'kysely';
import type { PaymentsTables } from '../records/tables.ts';

const payloadSchema = v.object({ payment: v.string(), refund: v.optional(v.string()), amount: v.optional(v.number()) });

export function postPaymentDelivery(payments: Payments): Delivery {
  const { ground } = payments;
  return delivery({
    payload: payloadSchema,
    async send({ payment, refund, amount }, { signal }) {
      const { billing } = payments;
      if (!billing) return { result: 'failed', reason: 'the settings name no billing system' };
      const row = await paymentById(payments, payment);
      const reference = refund ?? row.reference;
      try {
        const posted = await billing.postPayment(
          {
            reference,
            account: row.account,
            fund: row.fund,
            amount: amount ?? row.amount,
            date: dayInLondon(new Date(row.paid_at ?? ground.clock.now().getTime())),
            provider_reference: row.pay_id,
          },
          signal,
        );
        if (posted.kind === 'later') return { result: 'retry', reason: posted.reason, afterSeconds: posted.afterSeconds };
        if (posted.kind === 'refused') return { result: 'failed', reason: `the billing system answered ${posted.status}` };
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
        return { result: 'retry', reason: error.details.upstream?.code ?? error.details.code };
      }
      return {
        result: 'delivered',
        record: async (trx) => {
          await enter(trx as unknown as Transaction<PaymentsTables>, {
            payment,
            at: ground.clock.now().getTime(),
            kind: 'posted',
            source: 'outbox',
            note: reference,
            once: `posted:${reference}`,
          });
        },
      };
    },
    async failed(trx, { payment }, reason) {
      await enter(trx as unknown as Transaction<PaymentsTables>, {
        payment,
        at: ground.clock.now().getTime(),
        kind: 'not-posted',
        source: 'outbox',
        note: reason,
      });
    },
  });
}
