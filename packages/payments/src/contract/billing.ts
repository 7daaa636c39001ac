/**
 * What the council's billing system tells of one account for one year. There is no national standard: this is the one small document
 * that an adapter to any billing system, or a row of the nightly import, has to come to. Facts only; the arithmetic is ours
 * (`rules/bill.ts`), so that each figure can be explained.
 */
import * as v from 'valibot';
import { amountSchema, codeSchema, daySchema, penceSchema, textSchema } from './values.ts';

/** A to H in England and Scotland, A to I in Wales. */
export const bands = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'] as const;
/** See {@link bands}. */
export type Band = (typeof bands)[number];
export const bandSchema = v.picklist(bands);

/** Northern Ireland has rates, which are another tax. */
export const nations = ['england', 'wales', 'scotland'] as const;
/** See {@link nations}. */
export type Nation = (typeof nations)[number];
export const nationSchema = v.picklist(nations);

/** Who a part of the charge is for. `social-care` is the precept that the council itself adds for adults' care. */
export const authorityKinds = ['council', 'county', 'social-care', 'mayor', 'police', 'fire', 'parish', 'water', 'other'] as const;
/** See {@link authorityKinds}. */
export type AuthorityKind = (typeof authorityKinds)[number];

/** What one authority asks for. */
export const authoritySchema = v.object({
  id: codeSchema,
  kind: v.picklist(authorityKinds),
  /** As on the bill: "Police and Crime Commissioner for Northshire". */
  name: textSchema,
  /** Pence a year for a home in band D: the figure that authorities set and publish. */
  bandD: amountSchema,
  /** The same last year, where the bill is to show the change. */
  previousBandD: v.optional(amountSchema),
});
/** See {@link authoritySchema}. */
export type Authority = v.InferOutput<typeof authoritySchema>;

/** What changes a charge. The order in which the kinds apply is the council's configuration. */
export const reductionKinds = ['disability', 'discount', 'support', 'premium'] as const;
/** See {@link reductionKinds}. */
export type ReductionKind = (typeof reductionKinds)[number];

const reductionName = { code: codeSchema, name: textSchema, reason: v.optional(textSchema) };
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(1000));

/**
 * Which part of the charge, where water and sewerage are billed with it (Scotland): `tax` without them, `water` only them. Left out: support and
 * premiums are of the tax, discounts of all of it. Elsewhere it changes nothing.
 */
const appliesTo = v.optional(v.picklist(['tax', 'water']));

/**
 * One reduction, or premium, as a fact. `code` names it (`single-person`), `reason` says why in a sentence ("You are the only adult who lives
 * here"). A percentage is of what is left when its turn comes, an amount is pence for the whole of its period.
 */
export const reductionSchema = v.union([
  /** The home counts as one band lower: SI 1992/554. */
  v.object({ kind: v.literal('disability'), ...reductionName }),
  v.object({ kind: v.literal('discount'), ...reductionName, percent, appliesTo }),
  v.object({ kind: v.literal('support'), ...reductionName, percent, appliesTo }),
  v.object({ kind: v.literal('support'), ...reductionName, amount: amountSchema, appliesTo }),
  v.object({ kind: v.literal('premium'), ...reductionName, percent, appliesTo }),
]);
/** See {@link reductionSchema}. */
export type Reduction = v.InferOutput<typeof reductionSchema>;

/** A stretch of the year in which nothing changed. Both days are in it. */
export const liabilitySchema = v.object({
  from: daySchema,
  to: daySchema,
  band: bandSchema,
  reductions: v.optional(v.array(reductionSchema), []),
});
/** See {@link liabilitySchema}. */
export type Liability = v.InferOutput<typeof liabilitySchema>;

export const paymentMethods = ['direct-debit', 'card', 'bank', 'cash', 'refund', 'other'] as const;

/** Money received; given back where it is negative. */
export const receivedSchema = v.object({ date: daySchema, amount: penceSchema, method: v.picklist(paymentMethods) });
/** See {@link receivedSchema}. */
export type Received = v.InferOutput<typeof receivedSchema>;

export const dueSchema = v.object({ due: daySchema, amount: amountSchema });
/** What is to be paid, by when. */
export type Due = v.InferOutput<typeof dueSchema>;

/** How the council takes instalments. */
export const instalmentPolicySchema = v.object({
  /** The day of the month they are due on, where the billing system does not say. 1 unless given. */
  dayOfMonth: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(28))),
  /**
   * How to ask for twelve instead of ten. In England everybody may (SI 1992/613, Schedule 1, paragraph 2(3A)), and is told so without this too; in
   * Wales and Scotland nobody is told unless the council says here that they may.
   */
  twelve: v.optional(v.object({ ask: textSchema, url: v.optional(v.string()) })),
});
/** See {@link instalmentPolicySchema}. */
export type InstalmentPolicy = v.InferOutput<typeof instalmentPolicySchema>;

/** One account, one year. */
export const billingAccountSchema = v.object({
  /** As printed on the letter. */
  account: v.pipe(v.string(), v.nonEmpty(), v.maxLength(40)),
  /** Of the home; the second thing a resident must know to see the bill. */
  postcode: v.pipe(v.string(), v.nonEmpty(), v.maxLength(10)),
  /** The year that begins on 1 April of this one: 2026 for 2026-27. */
  year: v.pipe(v.number(), v.integer(), v.minValue(1993), v.maxValue(2200)),
  nation: nationSchema,
  /** Lines of the home's address, where the council shows it. Never a name. */
  property: v.optional(v.array(v.string()), []),
  /** The day of the bill: late ones have fewer instalments. */
  issued: daySchema,
  authorities: v.pipe(v.array(authoritySchema), v.minLength(1), v.maxLength(20)),
  /** In order, without overlap, within the year. */
  liabilities: v.pipe(v.array(liabilitySchema), v.minLength(1), v.maxLength(100)),
  /** Owed from earlier years; negative where the account was in credit. */
  broughtForward: v.optional(penceSchema, 0),
  received: v.optional(v.array(receivedSchema), []),
  /** As billed. Worked out by SI 1992/613 where they are not given. */
  instalments: v.optional(v.array(dueSchema)),
  /** The resident asked for twelve instalments. */
  twelve: v.optional(v.boolean()),
  /** What the billing system itself says the year comes to. Where it is not what our arithmetic gives, it is right and the bill says so. */
  total: v.optional(amountSchema),
  /** By Direct Debit: nothing to pay by hand. */
  directDebit: v.optional(v.boolean(), false),
});
/** See {@link billingAccountSchema}. */
export type BillingAccount = v.InferOutput<typeof billingAccountSchema>;
/** As it is written: what has a default may be left out. */
export type BillingAccountInput = v.InferInput<typeof billingAccountSchema>;
