/** A Direct Debit instruction. */
import * as v from 'valibot';
import { referenceFormatSchema } from './fund.ts';
import { amountSchema, daySchema, textSchema } from './values.ts';

/** `GET /direct-debits/form`: what the council decides about its Direct Debits. */
export const directDebitFormSchema = v.object({
  /** As it is on statements: "NORTHGATE COUNCIL". */
  creditor: v.pipe(v.string(), v.nonEmpty()),
  reference: referenceFormatSchema,
  /** Days of the month on which it collects. */
  days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28))), v.minLength(1)),
  /** Whether twelve instalments can be asked for with the Direct Debit. Then it is asked: ten or twelve. */
  twelve: v.optional(v.boolean(), false),
  /** Working days between telling and collecting: 10 unless agreed otherwise with the bank. */
  noticeWorkingDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(30)), 10),
  /** Working days to set the instruction up before it can be told: 0 where notice covers it. */
  setUpWorkingDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(30)), 0),
  /** The country's, from https://www.gov.uk/bank-holidays.json: England's and Wales's for both. */
  bankHolidays: v.array(daySchema),
  contact: v.optional(v.object({ text: textSchema, telephone: v.optional(v.string()), email: v.optional(v.string()) })),
});
/** See {@link directDebitFormSchema}. */
export type DirectDebitForm = v.InferOutput<typeof directDebitFormSchema>;

/** As typed, for `POST /direct-debits/bank-details`. Never stored and never in a log by this route. */
export const bankDetailsSchema = v.object({
  sortCode: v.pipe(v.string(), v.maxLength(100)),
  accountNumber: v.pipe(v.string(), v.maxLength(100)),
});
/** See {@link bankDetailsSchema}. */
export type BankDetails = v.InferOutput<typeof bankDetailsSchema>;

/**
 * `plausible`: the numbers can belong together, which is not to say that such an account exists. `unknown`: the tables say nothing of the
 * sort code, so it is taken. `implausible`: there cannot be such an account.
 */
export const plausibilities = ['plausible', 'unknown', 'implausible'] as const;
/** See {@link plausibilities}. */
export type Plausibility = (typeof plausibilities)[number];

/** The answer of `POST /direct-debits/bank-details`; 422 with `errors` (`sortCode`, `accountNumber`) where they cannot be read. */
export const bankDetailsAnswerSchema = v.object({ result: v.picklist(plausibilities) });

/** `POST /direct-debits` with an `Idempotency-Key`. */
export const newMandateSchema = v.object({
  /** Council tax account number, as typed. */
  account: v.pipe(v.string(), v.maxLength(200)),
  accountName: v.pipe(v.string(), v.maxLength(200)),
  ...bankDetailsSchema.entries,
  /** One of the form's days. */
  day: v.pipe(v.number(), v.integer()),
  /** Ten or twelve a year, where the form asks. */
  instalments: v.optional(v.picklist([10, 12])),
  /** "I am the account holder and can authorise Direct Debits on my own." It has to be true. */
  authorised: v.boolean(),
  /** Where the council's system sends the confirmation; by letter where there is none. */
  email: v.optional(v.pipe(v.string(), v.maxLength(254))),
});
/** See {@link newMandateSchema}. */
export type NewMandate = v.InferInput<typeof newMandateSchema>;

/** → 201: it is on disk and on its way to the council's system. No whole account number in it. */
export const mandateSchema = v.object({
  reference: v.string(),
  account: v.string(),
  creditor: v.string(),
  accountName: v.string(),
  /** "•••• 5678" */
  accountNumber: v.string(),
  /** "•• •• 01" */
  sortCode: v.string(),
  day: v.number(),
  /** The earliest day that money is taken. */
  firstCollection: daySchema,
  /** Pence, where it is known. */
  firstAmount: v.optional(amountSchema),
  noticeWorkingDays: v.number(),
  /** How the council's system confirms it. Left out by gateways that do not say. */
  confirmedBy: v.optional(v.picklist(['email', 'letter'])),
});
/** See {@link mandateSchema}. */
export type Mandate = v.InferOutput<typeof mandateSchema>;
