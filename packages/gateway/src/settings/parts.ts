/**
 * The pieces that settings are made of, for the gateway and for every service. Each message continues the sentence "it must be …" and says
 * what is allowed, with an example.
 */
import * as v from 'valibot';
import { costOfPattern } from './pattern-cost.ts';

export { staffSetting as staff } from '../staff/officer.ts';

/** What an object must be, by an example of it. */
export const such = (example: object): string => `an object such as ${JSON.stringify(example)}`;

/** Text that is not blank. */
export const text = (allowed: string) =>
  v.pipe(
    v.string(allowed),
    v.check((value) => value.trim() !== '', allowed),
  );

export const wholeNumber = (from: number, to: number) => {
  const allowed = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(from, allowed), v.maxValue(to, allowed));
};

/**
 * The longest that a delivery may wait for an answer, in milliseconds: the outbox stops it after 48 seconds, and the rest is for what comes before
 * the question.
 */
export const longestAnswerMs = 40_000;

export const number = (from: number, to: number) => {
  const allowed = `a number from ${from} to ${to}`;
  return v.pipe(v.number(allowed), v.minValue(from, allowed), v.maxValue(to, allowed));
};

export const yesOrNo = v.boolean('true or false');

/** A list in which nothing is there twice. */
export const listOf = <Schema extends v.GenericSchema>(
  item: Schema,
  allowed: string,
  { least = 0, key = (value) => value }: { readonly least?: number; readonly key?: (value: v.InferOutput<Schema>) => unknown } = {},
) =>
  v.pipe(
    v.array(item, allowed),
    v.minLength(least, allowed),
    v.check((values) => new Set(values.map(key)).size === values.length, `${allowed}, each only once`),
  );

/** A whole address of the web, for residents to follow. */
export const webAddress = (example: string) => {
  const allowed = `a whole URL that begins with https:// or http://, such as ${example}`;
  return v.pipe(
    v.string(allowed),
    v.check((value) => isWebAddress(value), allowed),
  );
};

/** The address of a system that paths are added to. */
export const baseAddress = (example: string) => {
  const allowed = `a whole URL without "?" or "#", such as ${example}`;
  return v.pipe(
    v.string(allowed),
    v.check((value) => isWebAddress(value) && !/[?#]/.test(value), allowed),
  );
};

/** Scheme, host and port, as a browser sends them in `Origin`. */
export const origin = (example = 'https://www.council.example') => {
  const allowed = `an origin without a path, such as "${example}"`;
  return v.pipe(
    v.string(allowed),
    v.check((value) => isWebAddress(value) && new URL(value).origin === value, allowed),
  );
};

/** A user name or password in an address would end in logs and in pages. */
function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s/?#]/.test(value) || /\s/.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

/** The path of a file, from the settings file's own folder unless it is absolute. The service resolves it: see `SettingsPlace`. */
export const filePath = (example: string) => text(`the path of a file, from the settings file’s folder, such as "${example}"`);

const bothAllowed = 'a text in both languages, such as { "en": "Council tax", "cy": "Y dreth gyngor" }';
/** A text in English and Welsh. */
export const texts = v.strictObject({ en: text(bothAllowed), cy: text(bothAllowed) }, bothAllowed);

const telephoneAllowed = 'a telephone number, such as "01632 960 100"';
/** As it is shown. Digits are dialled, and `+`. */
export const telephone = v.pipe(
  v.string(telephoneAllowed),
  v.check((value) => /^\+?[\d\s()-]+$/.test(value) && /^\d{3,15}$/.test(value.replace(/\D/g, '')), telephoneAllowed),
);

const emailAllowed = 'an email address, such as "help@council.example"';
export const emailAddress = v.pipe(v.string(emailAllowed), v.email(emailAllowed));

/** Where residents turn when something cannot be done here. */
export const contact = v.strictObject(
  { text: texts, telephone: v.optional(telephone), email: v.optional(emailAddress) },
  'an object such as { "text": { "en": "Call us", "cy": "Ffoniwch ni" }, "telephone": "01632 960 100" }',
);

const dayAllowed = 'a day, such as "2026-12-25"';
/** A day of the calendar: 31 February is none. */
export const day = v.pipe(
  v.string(dayAllowed),
  v.check((value) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
    const read = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(value);
  }, dayAllowed),
);

/** A key or password: told to nobody, so it is not repeated in the message either. */
export const secretText = (allowed: string, least = 1) =>
  v.pipe(
    v.string(allowed),
    v.check((value) => value.trim() === value && value.length >= least, allowed),
  );

/** The most steps that a pattern may take over the text it is held against. */
const mostSteps = 1_000_000;

/** The source of a regular expression (with the flag `u`) that answers quickly whatever is typed. */
export const pattern = (example: string, longestText: number) => {
  const allowed = `a regular expression, such as "${example}"`;
  return v.pipe(
    v.string(allowed),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      try {
        new RegExp(`^(?:${dataset.value})$`, 'u');
      } catch (error) {
        addIssue({ message: `${allowed} (${(error as Error).message})` });
        return;
      }
      if (costOfPattern(dataset.value, longestText) > mostSteps)
        addIssue({ message: `${allowed}. This one can take very long: do not repeat a group that has a repetition or alternatives in it` });
    }),
  );
};
