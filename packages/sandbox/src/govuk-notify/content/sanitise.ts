import { keyOf, type Personalisation } from './placeholders.ts';

/** What looks like a link: notifications-utils, formatters.py. */
const link = /(?<![\p{L}\p{N}_@.])(?=[\p{L}\p{N}_])(?:https?:\/\/)?(?:[\p{L}\p{N}_-]+\.)+[a-z]{2,63}(?![\p{L}\p{N}_@])(?:[/?#][^<\s]*)?/giu;
const markdown = /[`*_()\\{}[\]<>#+\-.!|]/g;

/** What `sanitise_content_for` changed: by the name of the value, before and after. */
export type SanitisedContent = Record<string, { unsanitised: string; sanitised: string }>;

/** Takes links and markdown out of the values that a service says came from strangers. */
export function sanitise(
  personalisation: Personalisation,
  names: readonly unknown[],
): { personalisation: Personalisation; sanitised: SanitisedContent } {
  const chosen = new Set(names.filter((name) => typeof name === 'string').map(keyOf));
  const changed: [string, SanitisedContent[string]][] = [];
  const entries = Object.entries(personalisation).map(([name, value]): [string, unknown] => {
    if (typeof value !== 'string' || !chosen.has(keyOf(name))) return [name, value];
    const safe = withoutLinks(value).replace(markdown, '\\$&');
    if (safe !== value) changed.push([name, { unsanitised: value, sanitised: safe }]);
    return [name, safe];
  });
  return { personalisation: Object.fromEntries(entries), sanitised: Object.fromEntries(changed) };
}

/** A link goes; what may be two sentences without a blank between them is only broken up. Word by word, so that a long text takes no longer. */
const withoutLinks = (text: string): string =>
  text.replace(/\S+/g, (word) =>
    word.length > 2000 ? word : word.replace(link, (found) => (/^[a-z0-9.-]+$/i.test(found) ? found.replaceAll('.', '. ') : '')),
  );
