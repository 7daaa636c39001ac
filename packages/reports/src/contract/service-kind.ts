import * as v from 'valibot';

/** A text in both languages. */
export const textSchema = v.object({ en: v.pipe(v.string(), v.nonEmpty()), cy: v.pipe(v.string(), v.nonEmpty()) });

/** Words that follow from an answer: what the council can and cannot do, and where to turn. */
export const noticeSchema = v.object({
  text: textSchema,
  link: v.optional(v.object({ text: textSchema, href: v.pipe(v.string(), v.regex(/^(https?:\/\/|tel:|mailto:|\/)/)) })),
});
/** See {@link noticeSchema}. */
export type Notice = v.InferOutput<typeof noticeSchema>;

const codeSchema = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_-]{0,63}$/i));

/** One choice of a list. */
export const attributeValueSchema = v.object({
  key: codeSchema,
  name: textSchema,
  notice: v.optional(noticeSchema),
});

/**
 * One question of a kind of report: an attribute of an Open311 service definition
 * (https://wiki.open311.org/GeoReport_v2/#get-service-definition) in both languages.
 */
export const attributeSchema = v.object({
  code: codeSchema,
  datatype: v.picklist(['string', 'number', 'datetime', 'text', 'singlevaluelist', 'multivaluelist']),
  /** The question. */
  description: textSchema,
  /** Help with the answer. */
  datatype_description: v.optional(textSchema),
  /** The question must be answered: what is said when it is not ("Select what kind of waste it is"). */
  required: v.optional(textSchema),
  /** What the answer is called where answers are checked and where staff read them: "Kind of waste". */
  label: textSchema,
  values: v.optional(v.array(attributeValueSchema), []),
});
/** See {@link attributeSchema}. */
export type Attribute = v.InferOutput<typeof attributeSchema>;

/** A kind of report that the council takes: an Open311 service with its definition, in both languages. */
export const serviceKindSchema = v.object({
  service_code: codeSchema,
  service_name: textSchema,
  description: textSchema,
  /** The heading that it is listed under. */
  group: textSchema,
  /** Words that residents use for it, separated by commas. */
  keywords: textSchema,
  /** Said before the questions: danger, or somebody else's duty. */
  notice: v.optional(noticeSchema),
  /** What to tell in the description, for this kind. */
  description_hint: v.optional(textSchema),
  attributes: v.optional(v.array(attributeSchema), []),
});
/** See {@link serviceKindSchema}. */
export type ServiceKind = v.InferOutput<typeof serviceKindSchema>;
