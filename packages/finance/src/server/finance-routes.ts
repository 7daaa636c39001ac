/** For programs of the council's finance team, behind its own sign-in. People have the same as pages: `pages/finance-pages.ts`. */
import { randomUUID } from 'node:crypto';
import { Problem, readPlace, undelivered, type StaffRoutes } from '@council-kit/gateway';
import * as v from 'valibot';
import { decisions, leftToRefund, outcomes, paymentIds, PaySilence, refusalOf } from '@council-kit/payments/server';
import type { Finance } from './finance.ts';
import { movesMoney } from './finance-area.ts';
import { csvResponse } from './payments-csv.ts';
import { beginningOf, endOf, isDay, periodOf, type Period } from './period.ts';
import { reconcile } from './reconcile.ts';

const tags = ['Finance'];
const daySchema = v.pipe(v.string(), v.isoDate());
const noStore = { 'cache-control': 'no-store' };
const periodSchema = v.object({ from: daySchema, to: daySchema });
const day = v.pipe(v.string(), v.check(isDay));
const filterSchema = v.object({
  /** A whole reference or number. */
  words: v.optional(v.pipe(v.string(), v.maxLength(200))),
  outcome: v.optional(v.picklist(outcomes)),
  fund: v.optional(v.pipe(v.string(), v.maxLength(64))),
  from: v.optional(day),
  to: v.optional(day),
  /** `older` or `newer` of an answer. */
  place: v.optional(v.string()),
});
const params = v.object({ id: v.string() });
const refundBody = v.object({
  amount: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000_000)),
  /** What was left to refund when the officer looked. */
  amountAvailable: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
});

/** Days of this country, a year at most. */
function period({ from, to }: { from: string; to: string }): Period {
  const read = periodOf(from, to);
  if (read) return read;
  throw new Problem({
    status: 400,
    code: 'period_not_accepted',
    title: { en: 'The days must be in order, a year at most', cy: 'Rhaid i’r dyddiau fod mewn trefn, blwyddyn ar y mwyaf' },
  });
}

const noSuchDelivery = (): Problem =>
  new Problem({
    status: 404,
    code: 'delivery_not_found',
    title: { en: 'There is no such delivery', cy: 'Nid oes danfoniad o’r fath' },
  });

export function addFinanceRoutes(area: StaffRoutes, finance: Finance): void {
  area.operation(
    {
      method: 'post',
      path: '/staff/payments/search',
      summary: 'Payments, newest first, and what they add up to',
      description:
        'Days are those of the United Kingdom; a payment belongs to the day on which it was begun. Above 10,000 payments `totals` is `{ more: true, count: 10000 }`. A body, because addresses are kept in logs.',
      tags,
      body: filterSchema,
      responses: { 200: { description: 'A page of 50, and the places of those before and after it' } },
    },
    async ({ body, context }) => {
      const { from, to, place, ...rest } = body;
      const filter = { ...rest, ...(from ? { from: beginningOf(from) } : {}), ...(to ? { to: endOf(to) } : {}) };
      const [page, totals] = await Promise.all([finance.ledger.find(filter, readPlace(place, paymentIds)), finance.ledger.total(filter)]);
      return context.json({ ...page, totals }, 200, noStore);
    },
  );

  area.operation(
    {
      method: 'get',
      path: '/staff/payments/reconciliation',
      summary: 'The ledger beside GOV.UK Pay’s own book',
      tags,
      query: periodSchema,
      responses: { 200: { description: 'Totals and differences' } },
    },
    async ({ query, context }) => {
      return context.json(await reconcile(finance, period(query)), 200, noStore);
    },
  );

  area.operation(
    {
      method: 'get',
      path: '/staff/payments.csv',
      summary: 'Every entry with money in it',
      tags,
      query: periodSchema,
      responses: { 200: { description: 'CSV', contentTypes: ['text/csv'] } },
    },
    async ({ query }) => {
      return csvResponse(finance, period(query));
    },
  );

  area.operation(
    {
      method: 'get',
      path: '/staff/payments/deliveries',
      summary: 'What is waiting to reach the billing system, and what was given up',
      tags,
      responses: { 200: { description: 'Deliveries, newest first' } },
    },
    async ({ context }) => {
      return context.json(await undelivered(finance.ledger.outbox), 200, noStore);
    },
  );

  area.operation(
    {
      method: 'post',
      path: '/staff/payments/deliveries/:id/retry',
      summary: 'Try one again now',
      tags,
      params,
      responses: { 204: { description: 'It is tried again' } },
    },
    async ({ params: { id }, context }) => {
      if (!(await finance.ledger.outbox.retryNow(id))) throw noSuchDelivery();
      return context.body(null, 204);
    },
  );

  area.operation(
    {
      method: 'get',
      path: '/staff/payments/:id',
      summary: 'A payment and its story',
      tags,
      params,
      responses: { 200: { description: 'The payment and every entry' } },
    },
    async ({ params: { id }, context }) => {
      const row = await finance.ledger.payment(id);
      const { entries, refunds, untold } = await finance.ledger.story(row);
      return context.json(
        {
          payment: finance.ledger.present(row),
          payReference: row.reference,
          payId: row.pay_id,
          available: leftToRefund(row),
          story: entries.map((entry) => ({ ...entry, at: new Date(entry.at).toISOString() })),
          refunds,
          untold,
        },
        200,
        noStore,
      );
    },
  );

  area.operation(
    {
      method: 'post',
      path: '/staff/payments/:id/refunds',
      summary: 'Give money back',
      description:
        '412 where what is left to refund is not what the officer saw. With an `Idempotency-Key`, sent again it gives the answer of the first time.',
      tags,
      params,
      body: refundBody,
      responses: { 202: { description: 'Submitted' } },
    },
    async ({ params: { id }, body, context, officer }) => {
      const payment = await finance.ledger.payment(id);
      const key = context.req.header('Idempotency-Key') ?? randomUUID();
      const wish = { payment, amount: body.amount, available: body.amountAvailable, officer, key };
      const request = await finance.ledger.refund(wish);
      if (request.outcome === 'refused') throw refusalOf(request);
      // Nobody knows whether it was made. Sent again, it is refused with 412 where it was.
      if (request.outcome !== 'made') throw new PaySilence('refund', 'lost_answer');
      return context.json(finance.ledger.present(await finance.ledger.payment(id)), 202, noStore);
    },
    movesMoney,
  );

  for (const decision of decisions)
    area.operation(
      {
        method: 'post',
        path: `/staff/payments/:id/${decision}`,
        summary: decision === 'capture' ? 'Take the money of a delayed payment' : 'Cancel a payment that is not made yet',
        tags,
        params,
        responses: { 200: { description: 'What became of it' } },
      },
      async ({ params: { id }, context, officer }) => {
        const { payment } = await finance.ledger.decide(await finance.ledger.payment(id), decision, officer);
        return context.json(finance.ledger.present(payment), 200, noStore);
      },
      movesMoney,
    );
}
