/** What GOV.UK Pay answers, as far as we read it: properties it adds later are not looked at. https://docs.payments.service.gov.uk/versioning/ */
import * as v from 'valibot';

export const payStatuses = ['created', 'started', 'submitted', 'capturable', 'success', 'failed', 'cancelled', 'error'] as const;
export type PayStatus = (typeof payStatuses)[number];

const link = v.optional(v.nullable(v.object({ href: v.pipe(v.string(), v.url()) })));

export const payPaymentSchema = v.object({
  payment_id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,64}$/)),
  amount: v.pipe(v.number(), v.safeInteger()),
  reference: v.string(),
  created_date: v.optional(v.string()),
  state: v.object({ status: v.picklist(payStatuses), finished: v.boolean(), code: v.optional(v.string()) }),
  refund_summary: v.optional(
    v.object({ status: v.optional(v.string()), amount_available: v.optional(v.number()), amount_submitted: v.optional(v.number(), 0) }),
  ),
  settlement_summary: v.optional(v.object({ capture_submit_time: v.optional(v.string()) })),
  _links: v.optional(v.object({ next_url: link })),
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

export const payErrorSchema = v.object({ code: v.optional(v.string()), field: v.optional(v.string()), header: v.optional(v.string()) });

/** Order in which a payment goes through its states. Finished ones are ends: none follows another. */
export const rankOf = (status: PayStatus): number =>
  ({ created: 1, started: 2, submitted: 3, capturable: 4 })[status as string] ?? finishedRank;
export const finishedRank = 9;
