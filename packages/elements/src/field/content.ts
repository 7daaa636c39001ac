import { nothing, type TemplateResult } from 'lit';

/** What a text option takes: words, or a template where markup is needed. Never a string of HTML. */
export type Content = string | TemplateResult;

/**
 * A value for an attribute: nothing where there is none. Whatever else was assigned is coerced to a string here,
 * because Lit would walk an iterable for ever and throw on some objects.
 */
export function orNothing(value: string | number | null | undefined | false): string | typeof nothing {
  return value === null || value === undefined || value === false || value === '' ? nothing : String(value);
}

/** Class names, those that hold. */
export function classes(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
