import { withoutObscureWhitespace } from '../recipients/email-address.ts';
import { pythonText } from '../api/python.ts';

/** What a service gives for a message: values by the names of placeholders. */
export type Personalisation = Readonly<Record<string, unknown>>;

const pattern = /\(\(([^()]+)\)\)/g;
/** What makes a condition hold. */
const yes = new Set(['yes', 'y', 'true', 't', '1', 'include', 'show']);

/** Notify compares names without case, blanks, hyphens and underscores. */
export const keyOf = (name: string): string => name.replace(/[\s_\-\u180e\u200b-\u200d\u2060\ufeff]/g, '').toLowerCase();

const nameOf = (inside: string): string => inside.split('??', 1)[0] ?? '';

/** The names of the placeholders of texts, each once, in their order. Conditions are placeholders too. */
export function placeholdersOf(...texts: readonly (string | undefined)[]): readonly string[] {
  const names = new Map<string, string>();
  for (const text of texts) {
    for (const [, inside = ''] of (text ?? '').matchAll(pattern)) {
      const name = nameOf(inside);
      if (!names.has(keyOf(name))) names.set(keyOf(name), name);
    }
  }
  return [...names.values()];
}

/** The values by their keys, so that a name is found however it is written. */
export const byKey = (personalisation: Personalisation): ReadonlyMap<string, unknown> =>
  new Map(Object.entries(personalisation).map(([name, value]) => [keyOf(name), value]));

/** A text with its placeholders filled in. A list becomes bullet points, or words joined by commas and "and". */
export function fill(text: string, values: ReadonlyMap<string, unknown>, lists: 'bullets' | 'words'): string {
  return text.replace(pattern, (whole, inside: string) => {
    const name = nameOf(inside);
    const value = values.get(keyOf(name));
    if (value === undefined || value === null) return whole;
    const written = Array.isArray(value) ? listText(value, lists) : pythonText(value);
    if (name === inside) return written;
    return yes.has(written.toLowerCase()) ? inside.slice(name.length + 2) : '';
  });
}

function listText(list: readonly unknown[], lists: 'bullets' | 'words'): string {
  const items = list
    .filter((item) => item !== null && item !== undefined)
    .map((item) => withoutObscureWhitespace(pythonText(item)))
    .filter((item) => item !== '');
  if (items.length === 0) return '';
  if (lists === 'bullets') return `\n\n${items.map((item) => `* ${item}`).join('\n')}`;
  const last = items.pop() ?? '';
  return items.length === 0 ? last : `${items.join(', ')} and ${last}`;
}
