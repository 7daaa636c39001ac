/** What GOV.UK Pay answers, as far as we read it: properties it adds later are not looked at. https://docs.payments.service.gov.uk/versioning/ */
import * as v from 'valibot';

export const payStatuses = ['created', 'started', 'submitted', 'capturable', 'success', 'failed', 'cancelled', 'error'] as const;
export type PayStatus = (typeof payStatuses)[number];

/** What there is not, Pay leaves out or says to be null; which of the two differs from one of its services to the other. */
const maybe = <const Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema, () => undefined);

export const payPaymentSchema = v.object({
  payment_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,64}$/)),
  amount: v.pipe(v.number(), v.safeInteger()),
  reference: v.string(),
  created_date: maybe(v.string()),
  state: v.object({ status: v.picklist(payStatuses), finished: v.boolean(), code: maybe(v.string()) }),
  refund_summary: maybe(
    v.object({ status: maybe(v.string()), amount_available: maybe(v.number()), amount_submitted: v.nullish(v.number(), 0) }),
  ),
  settlement_summary: maybe(v.object({ capture_submit_time: maybe(v.string()) })),
  _links: maybe(v.object({ next_url: maybe(v.object({ href: v.pipe(v.string(), v.url()) })) })),
});
/** See {@link payPaymentSchema}. */
export type PayPayment = v.InferOutput<typeof payPaymentSchema>;

export const paySearchSchema = v.object({
  total: v.pipe(v.number(), v.integer()),
  count: v.pipe(v.number(), v.integer()),
  page: v.pipe(v.number(), v.integer()),
  results: v.array(payPaymentSchema),
});

export const payRefundSchema = v.object({
  refund_id: v.string(),
  amount: v.pipe(v.number(), v.safeInteger()),
  status: v.picklist(['submitted', 'success', 'error']),
});
export type PayRefund = v.InferOutput<typeof payRefundSchema>;

export const payRefundsSchema = v.object({ _embedded: v.object({ refunds: v.array(payRefundSchema) }) });

export const payErrorSchema = v.object({ code: maybe(v.string()), field: maybe(v.string()), header: maybe(v.string()) });

/** Order in which a payment goes through its states. Finished ones are ends: none follows another. */
export const rankOf = (status: PayStatus): number =>
  ({ created: 1, started: 2, submitted: 3, capturable: 4 })[status as string] ?? finishedRank;
export const finishedRank = 9;
