import type { Language } from '@council-kit/core';

/**
 * The language of an answer: `?lang=` (a link on a page), else the best of `Accept-Language`, else the first offered.
 * https://www.rfc-editor.org/rfc/rfc9110#name-accept-language
 */
export function chosenLanguage(query: string | undefined, header: string | undefined, offered: readonly Language[]): Language {
  const fallback = offered[0] ?? 'en';
  const asked = offered.find((language) => language === query);
  if (asked) return asked;
  if (!header) return fallback;
  let best = fallback;
  let bestWeight = 0;
  for (const range of header.slice(0, 500).split(',')) {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const language = offered.find((known) => tag === known || tag.startsWith(`${known}-`));
    const weight = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    if (language && weight > bestWeight) {
      best = language;
      bestWeight = weight;
    }
  }
  return best;
}
