/** A bill that explains itself: `POST /council-tax/bill`. Every figure stands beside what it was worked out from. */
import * as v from 'valibot';
import { authoritySchema, bandSchema, dueSchema, instalmentPolicySchema, nationSchema, receivedSchema, reductionKinds } from './billing.ts';
import { amountSchema, codeSchema, daySchema, penceSchema, textSchema } from './values.ts';

/** What is asked: account and postcode, in the body because addresses of pages are kept in histories and logs. */
export const billQuestionSchema = v.object({
  /** As typed: blanks, hyphens and all. */
  account: v.pipe(v.string(), v.maxLength(100)),
  postcode: v.pipe(v.string(), v.maxLength(100)),
});
/** See {@link billQuestionSchema}. */
export type BillQuestion = v.InferOutput<typeof billQuestionSchema>;

/** One reduction (or premium) and its arithmetic: `before` + `amount` = `after`. */
export const billReductionSchema = v.object({
  kind: v.picklist(reductionKinds),
  code: codeSchema,
  name: textSchema,
  reason: v.optional(textSchema),
  /** Of `before`, or of `base` where that is given. */
  percent: v.optional(v.number()),
  /** Where it is not of all that is left, but of the tax without water and sewerage, or of these alone: which, and how much of `before` that is. */
  appliesTo: v.optional(v.picklist(['tax', 'water'])),
  base: v.optional(amountSchema),
  /** Disability: the band that the home counts as. `A` of band A: its own band, at 5/9 of band D. */
  countsAs: v.optional(bandSchema),
  before: amountSchema,
  /** Negative where it makes the bill smaller. */
  amount: penceSchema,
  after: amountSchema,
});
/** See {@link billReductionSchema}. */
export type BillReduction = v.InferOutput<typeof billReductionSchema>;

/** A stretch of the year and what it comes to. */
export const billPeriodSchema = v.object({
  from: daySchema,
  to: daySchema,
  /** With the first and the last. */
  days: v.number(),
  band: bandSchema,
  /** What the whole year costs in this band, authority by authority, in the order of `authorities`. Each is rounded to a penny by itself. */
  yearly: v.array(v.object({ authority: codeSchema, amount: amountSchema })),
  /** Their sum. */
  yearlyTotal: amountSchema,
  /** `yearlyTotal` for `days` of the year's `daysInYear`. */
  charge: amountSchema,
  reductions: v.array(billReductionSchema),
  /** `charge` after all reductions. */
  amount: amountSchema,
});
/** See {@link billPeriodSchema}. */
export type BillPeriod = v.InferOutput<typeof billPeriodSchema>;

/** `paid` and `part-paid` by what was received so far, oldest instalment first; `overdue` where its day has passed. */
export const instalmentStates = ['paid', 'part-paid', 'due', 'overdue'] as const;

export const billInstalmentSchema = v.object({
  ...dueSchema.entries,
  /** Of it, by now. */
  paid: amountSchema,
  status: v.picklist(instalmentStates),
});
/** See {@link billInstalmentSchema}. */
export type BillInstalment = v.InferOutput<typeof billInstalmentSchema>;

/** What one authority gets of the bill, and how that was worked out. */
export const billAuthoritySchema = v.object({
  ...authoritySchema.entries,
  /** Of the sum of the periods' `charge`, before reductions. These add up to it. */
  amount: amountSchema,
});
/** See {@link billAuthoritySchema}. */
export type BillAuthority = v.InferOutput<typeof billAuthoritySchema>;

/** Twelve instalments in place of ten: what is left of the year, as it would be for who asks on the day of the bill's `asOf`. */
export const twelveOfferSchema = v.object({
  instalments: v.pipe(v.array(dueSchema), v.minLength(2)),
  /** How to ask, where the council has said it. */
  ask: v.optional(textSchema),
  url: v.optional(v.string()),
});
/** See {@link twelveOfferSchema}. */
export type TwelveOffer = v.InferOutput<typeof twelveOfferSchema>;

/** `total` = sum of the periods' `amount` + `adjustment`; `balance` = `total` + `broughtForward` − `paid`. */
export const billSchema = v.object({
  account: v.string(),
  year: v.number(),
  nation: nationSchema,
  daysInYear: v.number(),
  property: v.array(v.string()),
  issued: daySchema,
  /** The day for which paid, due and overdue are told. */
  asOf: daySchema,
  authorities: v.array(billAuthoritySchema),
  periods: v.pipe(v.array(billPeriodSchema), v.minLength(1)),
  /** Of all periods, before reductions. */
  charge: amountSchema,
  /** By how much the billing system's own total differs from this arithmetic. 0, but for what no fact tells of. */
  adjustment: penceSchema,
  /** What the year comes to. */
  total: amountSchema,
  broughtForward: penceSchema,
  received: v.array(receivedSchema),
  paid: penceSchema,
  /** Still to pay; negative where the council owes the resident. */
  balance: penceSchema,
  instalments: v.array(billInstalmentSchema),
  /** Where the resident may still ask for more instalments than these. */
  twelve: v.optional(twelveOfferSchema),
  directDebit: v.boolean(),
});
/** See {@link billSchema}. */
export type Bill = v.InferOutput<typeof billSchema>;

/** The `code`s of the problems that `POST /council-tax/bill` answers with, besides those that every route may have. */
export const billProblems = {
  /** 422: the account number cannot be one, or the postcode cannot; `errors` say which (`account`, `postcode`). */
  unreadable: 'bill_question_unreadable',
  /** 404: no such account, or another postcode: never which, and after the same time. */
  notFound: 'bill_not_found',
  /** 429 with `Retry-After`: too many tries. The sentence says what to do meanwhile. */
  locked: 'bill_locked',
  /** 502 or 504: the billing system gives no answer. */
  upstreamFailed: 'upstream_failed',
} as const;

/** One area of the council with what its authorities ask for: parishes differ. For the calculator. */
export const chargeAreaSchema = v.object({
  id: codeSchema,
  name: textSchema,
  authorities: v.pipe(v.array(authoritySchema), v.minLength(1)),
});

const premiumSchema = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));

/** `GET /council-tax/charges`: all that the calculator needs, of nobody in particular. */
export const councilTaxChargesSchema = v.object({
  year: v.number(),
  nation: nationSchema,
  areas: v.pipe(v.array(chargeAreaSchema), v.minLength(1)),
  /** Per cent added for a second home, and for one that has been empty for some years: `[{ years: 1, percent: 100 }, { years: 5, percent: 200 }]`. */
  premiums: v.optional(
    v.object({
      secondHome: v.optional(premiumSchema, 0),
      empty: v.optional(
        v.array(v.object({ years: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)), percent: premiumSchema })),
        [],
      ),
    }),
  ),
  /** The order in which reductions apply, where it is not the usual one. */
  order: v.optional(v.array(v.picklist(reductionKinds))),
  instalments: v.optional(instalmentPolicySchema),
  /** Where to ask for help with paying. */
  supportUrl: v.optional(v.string()),
});
/** See {@link councilTaxChargesSchema}. */
export type CouncilTaxCharges = v.InferOutput<typeof councilTaxChargesSchema>;
