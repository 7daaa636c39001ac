import type { Hono, HonoRequest } from 'hono';
import { clockControl, readFields } from '../../clock-control.ts';
import { json } from '../../page.ts';
import type { RecurringOutcome } from '../agreement.ts';
import type { Body } from '../api/body.ts';
import type { Payment } from '../payment.ts';
import { readSubscription } from '../read-settings.ts';
import { payAsPayer } from '../rules/pay-as-payer.ts';
import { disputeReasons, disputeStatuses } from '../rules/disputes.ts';
import type { PayService } from '../rules/pay-service.ts';
import { webhookEvents } from '../settings.ts';
import { shown } from './shown.ts';

/** What a test in any language does to the platform, in JSON:
 *
 * - POST /sandbox/payments/{id}/pay `{card?, wallet?}`, …/leave: as a payer would
 * - POST /sandbox/payments/{id}/dispute `{status?, reason?}`: raises a dispute, or moves it on
 * - POST /sandbox/refunds/{id} `{status: "success" | "error"}`: says now how a refund went
 * - POST /sandbox/agreements/{id} `{next: "success" | "declined" | "error", can_retry?}`: what becomes of its next payment
 * - POST /sandbox/webhooks/{id}: sends a message now
 * - PUT /sandbox/subscriptions `[{url, signingSecret, apiKey?, events?, held?}]`: who is told
 * - POST /sandbox/clock `{advance: seconds}`
 * - DELETE /sandbox/payments: forgets everything
 */
export function addControl(desk: Hono, service: PayService): void {
  const { book, paying, disputes, refunds, agreements, webhooks, clock } = service;

  /** Does something to a payment, and shows it. */
  const withPayment =
    (act: (payment: Payment, body: Body) => string | undefined) =>
    async ({ req }: { req: HonoRequest }): Promise<Response> => {
      const payment = book.payment(req.param('id') ?? '');
      if (!payment) return problem('There is no such payment.', 404);
      const refused = act(payment, await readFields(req.raw));
      return refused === undefined ? json(shown(payment)) : problem(refused, 409);
    };

  desk.post(
    '/sandbox/payments/:id/pay',
    withPayment((payment, { card, wallet: wanted }) => {
      const wallet = wallets.find((one) => one === wanted);
      if (wanted !== undefined && !wallet) return `wallet must be ${wallets.join(' or ')}.`;
      return payAsPayer(service, payment, typeof card === 'string' ? card : undefined, wallet);
    }),
  );
  desk.post(
    '/sandbox/payments/:id/leave',
    withPayment((payment) => {
      paying.leave(payment);
      return payment.state.finished ? undefined : 'This payment cannot be left any more.';
    }),
  );
  desk.post(
    '/sandbox/payments/:id/dispute',
    withPayment((payment, { status: wantedStatus, reason: wantedReason }) => {
      const status = disputeStatuses.find((one) => one === wantedStatus);
      const reason = disputeReasons.find((one) => one === wantedReason);
      if (wantedStatus !== undefined && !status) return `status must be one of ${disputeStatuses.join(', ')}.`;
      if (wantedReason !== undefined && !reason) return `reason must be one of ${disputeReasons.join(', ')}.`;
      disputes.raise(payment, reason);
      if (!payment.dispute) return 'Nobody can dispute a payment before its money was taken.';
      if (status) disputes.move(payment, status);
      return status && payment.dispute.status !== status ? 'This dispute is decided.' : undefined;
    }),
  );
  desk.post('/sandbox/refunds/:id', async ({ req }) => {
    const id = req.param('id');
    const payment = book.payments.find((one) => one.refunds.some(({ refund_id }) => refund_id === id));
    const refund = payment?.refunds.find(({ refund_id }) => refund_id === id);
    if (!payment || !refund) return problem('There is no such refund.', 404);
    const { status } = await readFields(req.raw);
    if (status !== 'success' && status !== 'error') return problem('status must be success or error.');
    refunds.conclude(payment, refund, status);
    return refund.status === status ? json(refund) : problem('It is known already how this refund went.', 409);
  });
  desk.post('/sandbox/agreements/:id', async ({ req }) => {
    const agreement = book.agreement(req.param('id'));
    if (!agreement) return problem('There is no such agreement.', 404);
    const next = readOutcome(await readFields(req.raw));
    if (!next) return problem('next must be success, declined or error; can_retry true or false.');
    agreements.setNext(agreement, next);
    return json(agreement);
  });
  desk.post('/sandbox/webhooks/:id', async ({ req }) => {
    if (!book.message(req.param('id'))) return problem('There is no such message.', 404);
    return json({ status: (await webhooks.deliver(req.param('id'))) ?? null });
  });
  desk.put('/sandbox/subscriptions', async ({ req }) => {
    const wanted: unknown = await req.json().catch(() => undefined);
    const subscriptions = Array.isArray(wanted) ? wanted.map(readSubscription) : [undefined];
    if (!subscriptions.every((one) => one !== undefined))
      return problem(`A list of {url, signingSecret, apiKey?, events?, held?} is wanted; the events are ${webhookEvents.join(', ')}.`);
    webhooks.subscribe(subscriptions);
    return json(webhooks.subscriptions);
  });
  desk.all('/sandbox/clock', ({ req }) =>
    clockControl({ iso: () => clock.iso(), advance: (seconds) => service.advance(seconds) }, req.raw),
  );
  desk.delete('/sandbox/payments', () => {
    service.forget();
    return new Response(null, { status: 204 });
  });
}

const wallets = ['Apple Pay', 'Google Pay'] as const;

const problem = (sentence: string, status = 400): Response => json({ problem: sentence }, status);

function readOutcome({ next, can_retry: canRetry = false }: Body): RecurringOutcome | undefined {
  if (typeof canRetry !== 'boolean') return undefined;
  if (next === 'declined') return { result: 'declined', can_retry: canRetry };
  return next === 'success' || next === 'error' ? { result: next } : undefined;
}
