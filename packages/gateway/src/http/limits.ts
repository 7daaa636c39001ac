/**
 * How much one request may hold, whatever its route: more than any form or record of ours, and so little that reading it takes
 * milliseconds.
 */
export interface FieldLimits {
  readonly fields: number;
  readonly files: number;
}

/** Fields of a form, files too; parameters of a query. */
export const mostFields = 1_000;
/** Files of one form. */
export const mostFiles = 20;
/** Bytes of one multipart part's headers. */
export const mostPartHeaderBytes = 8_192;
/** Lists, objects and items of a JSON text, together. */
export const mostJsonValues = 10_000;
/** Levels of lists and objects: deeper than any record of ours, shallower than what makes code that follows it overflow. */
export const deepestJson = 64;
/** Errors of one answer. */
export const mostErrors = 100;
/** Characters of an address with its query. Node itself takes no more in all headers together. */
export const longestAddress = 16_384;
