/** For the council's finance team, behind its own sign-in: the story of a payment, refunds, captures, the CSV, and whether our book is Pay's. */
import { Problem, type GatewayContext, type Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import { daySchema } from '../../contract/values.ts';
import { existing } from '../payment-routes.ts';
import { PaySilence } from '../govuk-pay/pay-problems.ts';
import type { Payments } from '../payments.ts';
import { presentPayment } from '../present.ts';
import { refresh } from '../refresh.ts';
import type { PaymentsTables } from '../records/tables.ts';
import type { Authorise, Officer } from '../settings.ts';
import { paymentsCsv } from './payments-csv.ts';
import { reconcile } from './reconcile.ts';

const tags = ['Finance'];
const noStore = { 'cache-control': 'no-store' };
const periodSchema = v.object({ from: daySchema, to: daySchema });
const refundBody = v.object({
  amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  /** What was left to refund when the officer looked. */
  amountAvailable: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
});

async function officerOf(authorise: Authorise, context: GatewayContext): Promise<Officer> {
  const officer = await authorise(context.req.raw);
  if (officer) return officer;
  throw new Problem({
    status: 403,
    code: 'staff_only',
    title: { en: 'This is for the council’s staff', cy: 'Mae hwn ar gyfer staff y cyngor' },
    detail: {
      en: 'Sign in with the council’s account, then try again.',
      cy: 'Mewngofnodwch gyda chyfrif y cyngor, yna rhowch gynnig arall arni.',
    },
  });
}

/** From the beginning of a day to the end of another, in UTC. A stretch of a year at most. */
function period({ from, to }: { from: string; to: string }): { from: Date; to: Date } {
  const [start, end] = [new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`)];
  end.setUTCDate(end.getUTCDate() + 1);
  const days = (end.getTime() - start.getTime()) / 86_400_000;
  if (!(days >= 1 && days <= 367))
    throw new Problem({
      status: 400,
      code: 'period_not_accepted',
      title: { en: 'The days must be in order, a year at most', cy: 'Rhaid i’r dyddiau fod mewn trefn, blwyddyn ar y mwyaf' },
    });
  return { from: start, to: end };
}

export function addFinanceRoutes(routes: Routes, payments: Payments): void {
  const { staff } = payments.settings;
  if (!staff) return;
  const { ground } = payments;
  const params = v.object({ id: v.string() });
  const officer = (context: GatewayContext): Promise<Officer> => officerOf(staff.authorise, context);

  routes.operation(
    {
      method: 'get',
      path: '/staff/payments/reconciliation',
      summary: 'The ledger beside GOV.UK Pay’s own book',
      tags,
      query: periodSchema,
      responses: { 200: { description: 'Totals and differences' } },
    },
    async ({ query, context }) => {
      await officer(context);
      const { from, to } = period(query);
      return context.json(await reconcile(payments, from, to), 200, noStore);
    },
  );

  routes.operation(
    {
      method: 'get',
      path: '/staff/payments.csv',
      summary: 'Every entry with money in it',
      tags,
      query: periodSchema,
      responses: { 200: { description: 'CSV', contentTypes: ['text/csv'] } },
    },
    async ({ query, context }) => {
      await officer(context);
      const { from, to } = period(query);
      const lines = paymentsCsv(payments, from, to);
      const encoder = new TextEncoder();
      const body = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const next = await lines.next();
          if (next.done) controller.close();
          else controller.enqueue(encoder.encode(next.value));
        },
        cancel: async () => void (await lines.return(undefined)),
      });
      return new Response(body, {
        headers: {
          ...noStore,
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': `attachment; filename="payments-${query.from}-${query.to}.csv"`,
        },
      });
    },
  );

  routes.operation(
    {
      method: 'get',
      path: '/staff/payments/deliveries',
      summary: 'What is waiting to reach the billing system, and what was given up',
      tags,
      responses: { 200: { description: 'Deliveries, newest first' } },
    },
    async ({ context }) => {
      await officer(context);
      const [failed, waiting] = await Promise.all([ground.outbox.list({ state: 'failed' }), ground.outbox.list({ state: 'waiting' })]);
      return context.json({ failed, waiting: waiting.filter(({ reason }) => reason !== null) }, 200, noStore);
    },
  );

  routes.operation(
    {
      method: 'post',
      path: '/staff/payments/deliveries/:id/retry',
      summary: 'Try one again now',
      tags,
      params,
      responses: { 204: { description: 'It is tried again' } },
    },
    async ({ params: { id }, context }) => {
      await officer(context);
      if (!(await ground.outbox.retryNow(id)))
        throw new Problem({
          status: 404,
          code: 'delivery_not_found',
          title: { en: 'There is no such delivery', cy: 'Nid oes danfoniad o’r fath' },
        });
      return context.body(null, 204);
    },
  );

  routes.operation(
    {
      method: 'get',
      path: '/staff/payments/:id',
      summary: 'A payment and its story',
      tags,
      params,
      responses: { 200: { description: 'The payment and every entry' } },
    },
    async ({ params: { id }, context }) => {
      await officer(context);
      const row = await existing(payments, id);
      const story = await ground.store
        .db<PaymentsTables>()
        .selectFrom('payments_entry')
        .select(['at', 'kind', 'amount', 'status', 'code', 'source', 'note'])
        .where('payment', '=', row.id)
        .orderBy('position')
        .execute();
      return context.json(
        {
          payment: presentPayment(payments, row),
          payReference: row.reference,
          payId: row.pay_id,
          available: row.status === 'success' ? row.amount - row.refunded : 0,
          story: story.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
        },
        200,
        noStore,
      );
    },
  );

  routes.operation(
    {
      method: 'post',
      path: '/staff/payments/:id/refunds',
      summary: 'Give money back',
      description: '412 where what is left to refund is not what the officer saw: so that a refund is never made twice.',
      tags,
      params,
      body: refundBody,
      responses: { 202: { description: 'Submitted' } },
    },
    async ({ params: { id }, body, context }) => {
      const { id: officerId } = await officer(context);
      const row = await existing(payments, id);
      if (row.pay_id === null)
        throw new Problem({ status: 409, code: 'not_paid', title: { en: 'This payment was not made', cy: 'Ni wnaed y taliad hwn' } });
      try {
        await payments.pay.refund(row.pay_id, body.amount, body.amountAvailable);
      } catch (error) {
        // Nobody knows whether it was made: what Pay now has, says it. Sent again, it is refused with 412 where it was.
        if (error instanceof PaySilence) await refresh(payments, row, `staff:${officerId}`).catch(() => undefined);
        throw error;
      }
      const now = await refresh(payments, row, `staff:${officerId}`);
      return context.json(presentPayment(payments, now), 202, noStore);
    },
  );

  routes.operation(
    {
      method: 'post',
      path: '/staff/payments/:id/capture',
      summary: 'Take the money of a delayed payment',
      tags,
      params,
      responses: { 200: { description: 'What became of it' } },
    },
    async ({ params: { id }, context }) => {
      const { id: officerId } = await officer(context);
      const row = await existing(payments, id);
      if (row.pay_id !== null) await payments.pay.capture(row.pay_id);
      return context.json(presentPayment(payments, await refresh(payments, row, `staff:${officerId}`)), 200, noStore);
    },
  );
}
