/**
 * GOV.UK Pay's webhooks: https://docs.payments.service.gov.uk/webhooks/. They come at least once, in any order, and carry no time: so a message is
 * only a hint to read the payment. It is checked, written down once, answered, and the payment is read afterwards from the outbox.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { bodyLimit, delivery, inSlices, Problem, readBytes, strictJson, type Delivery, type Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import type { Payments } from './payments.ts';
import { PayRefusal } from './govuk-pay/pay-problems.ts';
import { refresh } from './refresh.ts';
import type { PaymentsTables } from './records/tables.ts';

const id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,64}$/));
/** The example in Pay's documents names it `webhook_message_id`, their table `id`. */
const messageSchema = v.object({
  webhook_message_id: v.optional(id),
  id: v.optional(id),
  resource_id: id,
  resource_type: v.optional(v.string()),
  event_type: v.pipe(v.string(), v.maxLength(100)),
});

/** Whether the bytes were signed with the secret. In the same time whatever the signature. */
export function isSignedBy(secret: string, body: Uint8Array, signature: string | undefined): boolean {
  const right = createHmac('sha256', secret).update(body).digest();
  const given = Buffer.from(/^[0-9a-f]{64}$/.test(signature ?? '') ? (signature ?? '') : '00'.repeat(32), 'hex');
  return timingSafeEqual(right, given);
}

export function addWebhookRoutes({ hono }: Routes, payments: Payments): void {
  const { ground, settings } = payments;
  const { webhookSecret } = settings.pay;
  hono.post('/payments/webhook', bodyLimit(100_000), async (context) => {
    // The bytes as they came: read and written again, JSON has other ones.
    const body = await readBytes(context);
    if (webhookSecret === undefined || !isSignedBy(webhookSecret, body, context.req.header('Pay-Signature'))) {
      throw new Problem({
        status: 401,
        code: 'signature_wrong',
        title: { en: 'This was not sent by GOV.UK Pay', cy: 'Nid GOV.UK Pay a anfonodd hwn' },
      });
    }
    const parsed = v.safeParse(messageSchema, strictJson(body));
    const message = parsed.success ? parsed.output : undefined;
    const messageId = message?.webhook_message_id ?? message?.id;
    // Signed, but nothing that we know: taken, so that it is not sent again for days.
    if (!message || messageId === undefined || (message.resource_type ?? 'payment') !== 'payment') return context.body(null, 204);
    await ground.store.transaction<PaymentsTables, unknown>(async (trx) => {
      const first = await trx
        .insertInto('payments_webhook')
        .values({ id: messageId, pay_id: message.resource_id, event: message.event_type, received_at: ground.clock.now().getTime() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst();
      if (first)
        await ground.outbox.enqueue(trx, {
          kind: 'read-payment',
          payload: { payId: message.resource_id, event: message.event_type },
          dedupeKey: messageId,
        });
    });
    return context.body(null, 200);
  });
}

/** Pay tries a message for three days: one that comes later than this is not sent again, and reading a payment once more does no harm. */
const forgetMs = 30 * 86_400_000;

/** Clears away what was only kept so that nothing is done twice. */
export async function forgetWebhooks({ ground }: Payments): Promise<void> {
  const before = ground.clock.now().getTime() - forgetMs;
  const db = ground.store.db<PaymentsTables>();
  await inSlices(async (size) => {
    const old = db.selectFrom('payments_webhook').select('id').where('received_at', '<', before).orderBy('received_at').limit(size);
    return (await db.deleteFrom('payments_webhook').where('id', 'in', old).executeTakeFirst()).numDeletedRows;
  });
}

/** Events of a payment that has been paid. Refunds are news, and so is whatever we do not know. */
const settled = new Set(['card_payment_succeeded', 'card_payment_captured', 'card_payment_settled']);

/** Reads the payment that a message was about. */
export function readPaymentDelivery(payments: Payments): Delivery {
  return delivery({
    payload: v.object({ payId: v.string(), event: v.optional(v.string()) }),
    async send({ payId, event }) {
      const row = await payments.ground.store
        .db<PaymentsTables>()
        .selectFrom('payments_payment')
        .selectAll()
        .where('pay_id', '=', payId)
        .executeTakeFirst();
      // Of another service with the same account, or one whose creation was not answered: the search by reference finds that.
      if (!row) return { result: 'delivered' };
      // That money was taken, and paid out, is no news of a payment that is known to be paid: two of three messages need no question.
      if (row.status === 'success' && event !== undefined && settled.has(event)) return { result: 'delivered' };
      try {
        await refresh(payments, row, 'webhook');
        return { result: 'delivered' };
      } catch (error) {
        if (error instanceof PayRefusal && error.payStatus === 404) return { result: 'failed', reason: 'GOV.UK Pay knows no such payment' };
        if (error instanceof Problem)
          return { result: 'retry', reason: `GOV.UK Pay: ${error.details.upstream?.code ?? error.details.code}` };
        throw error;
      }
    },
  });
}
