/** Parses settings, and says in a sentence which one is wrong and what is allowed. */
import * as v from 'valibot';

/** A setting that cannot be used. The message is written for the person who wrote the setting. */
export class SettingsError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SettingsError';
  }
}

/**
 * Parses settings.
 *
 * @param where what holds them, for the message: `the settings` or `the settings of "@council-kit/reports/server"`
 * @throws SettingsError naming each wrong or unknown setting and what is allowed
 */
export function parseSettings<Output>(schema: v.GenericSchema<unknown, Output>, value: unknown, where: string): Output {
  const parsed = v.safeParse(schema, value, { abortPipeEarly: true });
  const said = (parsed.issues ?? []).map((issue) => sentence(issue, schema, where));
  said.push(...misfits(schema, value).map(({ path, known }) => (known ? unknownSetting(path, known, where) : noObject(path, where))));
  if (said.length > 0) throw new SettingsError([...new Set(said)].join('\n'));
  return parsed.output as Output;
}

function sentence(issue: v.BaseIssue<unknown>, schema: v.GenericSchema, where: string): string {
  const path = issue.path?.map((item) => ('key' in item ? item.key : undefined)) ?? [];
  const name = v.getDotPath(issue) ?? '';
  const aboutKey = /object$/.test(issue.type) && issue.path?.at(-1)?.origin === 'key';
  const at = schemaAt(schema, path);
  if (aboutKey && issue.expected === 'never')
    return unknownSetting(name, Object.keys(entriesOf(schemaAt(schema, path.slice(0, -1))) ?? {}), where);
  if (aboutKey) {
    const missing = at && v.safeParse(at, undefined).issues?.[0];
    return `The setting "${name}" is missing from ${where}: it must be ${allowed(missing ?? issue, at)}.`;
  }
  const shown =
    /^("|-?\d|true|false)/.test(issue.received) && !isSecret.test(name) && !isCount.test(issue.type) ? ` (${issue.received})` : '';
  const subject = name === '' ? `What ${where} hold` : `The setting "${name}"${shown} in ${where}`;
  return `${subject} is not allowed: it must be ${allowed(issue, at)}.`;
}

/** Checks that report how long a value is, and not the value. */
const isCount = /length|empty/;

/** Settings whose value is not repeated: messages end in logs. */
const isSecret = /secret|key|token|password|url$/i;

function unknownSetting(name: string, known: readonly string[], where: string): string {
  const last = name.split('.').at(-1) ?? name;
  const meant = nearest(last, known);
  return `Unknown setting "${name}" in ${where}.${meant === undefined ? '' : ` Did you mean "${meant}"?`}${known.length > 0 ? ` There are: ${known.join(', ')}.` : ''}`;
}

/** Our schemas' messages say what is allowed. Valibot's own say "Invalid …", and what it expected is put into words. */
function allowed(issue: v.BaseIssue<unknown>, at: v.GenericSchema | undefined): string {
  if (!issue.message.startsWith('Invalid ')) return issue.message;
  const entries = Object.keys(entriesOf(at) ?? {});
  switch (issue.type) {
    case 'object':
    case 'strict_object':
    case 'loose_object':
    case 'record':
      return `an object { … }${entries.length > 0 ? ` with ${entries.map((key) => `"${key}"`).join(', ')}` : ''}`;
    case 'array':
      return 'a list [ … ]';
    case 'string':
      return 'text in quotation marks';
    case 'boolean':
      return 'true or false';
    case 'number':
      return 'a number';
    case 'integer':
    case 'safe_integer':
      return 'a whole number';
    case 'non_empty':
      return 'text that is not empty';
    case 'picklist':
    case 'literal':
    case 'union':
      return String(issue.expected)
        .replace(/^\(|\)$/g, '')
        .replaceAll(' | ', ' or ');
    case 'min_length':
      return `at least ${lengthOf(issue)} long`;
    case 'max_length':
      return `at most ${lengthOf(issue)} long`;
    case 'min_value':
      return `${lengthOf(issue)} or more`;
    case 'max_value':
      return `${lengthOf(issue)} or less`;
    case 'regex':
      return `text of this form: ${String(issue.expected)}`;
    case 'iso_date':
      return 'a day, such as "2026-12-25"';
    default:
      return String(issue.expected ?? 'something else');
  }
}

const lengthOf = (issue: v.BaseIssue<unknown>): string => String(issue.expected).replace(/^[<>]=/, '');

/** Something that a schema lets through: a key that it drops, with those that it knows; or, without them, a list in place of an object. */
interface Misfit {
  readonly path: string;
  readonly known?: readonly string[];
}

/** What does nothing must not look as if it did something. Valibot drops unknown keys of `object`, and takes a list for an object. */
function misfits(schema: v.GenericSchema | undefined, value: unknown, path: readonly (string | number)[] = []): Misfit[] {
  const at = unwrapped(schema) as { type?: string; item?: v.GenericSchema } | undefined;
  if (at === undefined || typeof value !== 'object' || value === null) return [];
  if (at.type === 'array') return Array.isArray(value) ? value.flatMap((item, index) => misfits(at.item, item, [...path, index])) : [];
  if (Array.isArray(value)) return at.type === 'record' || /object$/.test(at.type ?? '') ? [{ path: path.join('.') }] : [];
  const entries = entriesOf(at as v.GenericSchema);
  if (!entries) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const known = Object.hasOwn(entries, key) ? entries[key] : undefined;
    if (known) return misfits(known, inner, [...path, key]);
    // The others say so themselves, or take any key. What every object has ("constructor") they take for a key of theirs.
    return at.type === 'object' || key in entries ? [{ path: [...path, key].join('.'), known: Object.keys(entries) }] : [];
  });
}

const noObject = (path: string, where: string): string =>
  `${path === '' ? `What ${where} hold` : `The setting "${path}" in ${where}`} is not allowed: it must be an object { … }, not a list [ … ].`;

/** The schema of the value at `path`, through optional and nested objects and lists. */
function schemaAt(schema: v.GenericSchema | undefined, path: readonly unknown[]): v.GenericSchema | undefined {
  let at = unwrapped(schema);
  for (const key of path) {
    const item = (at as { item?: v.GenericSchema } | undefined)?.item;
    at = unwrapped(typeof key === 'number' ? item : entriesOf(at)?.[String(key)]);
  }
  return at;
}

function entriesOf(schema: v.GenericSchema | undefined): Record<string, v.GenericSchema> | undefined {
  return (schema as { entries?: Record<string, v.GenericSchema> } | undefined)?.entries;
}

function unwrapped(schema: v.GenericSchema | undefined): v.GenericSchema | undefined {
  const inner = (schema as { wrapped?: v.GenericSchema } | undefined)?.wrapped;
  return inner ? unwrapped(inner) : schema;
}

/** The known word that a mistyped one is nearest to: at most a third of its letters away. */
export function nearest(typed: string, known: readonly string[]): string | undefined {
  const ranked = known
    .map((word) => ({ word, away: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .sort((one, other) => one.away - other.away);
  const [best] = ranked;
  return best && best.away <= Math.max(1, Math.floor(best.word.length / 3), typed.length > 3 ? 2 : 1) ? best.word : undefined;
}

/** Letters put in, left out, changed or swapped with their neighbour. https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance */
function distance(from: string, to: string): number {
  const rows: number[][] = Array.from({ length: from.length + 1 }, (_, i) =>
    Array.from({ length: to.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= from.length; i += 1) {
    for (let j = 1; j <= to.length; j += 1) {
      const changed = cell(i - 1, j - 1) + (from[i - 1] === to[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1] ? cell(i - 2, j - 2) + 1 : Infinity;
      const row = rows[i];
      if (row) row[j] = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, changed, swapped);
    }
  }
  return cell(from.length, to.length);
}
