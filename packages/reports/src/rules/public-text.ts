import { findTelephones } from '@council-kit/core';
import { bareAddress, findEmails } from './private-emails.ts';
import { findNames } from './private-names.ts';
import { findCards, findOwnTelephone, withDigits } from './private-numbers.ts';
import { plainView, type PlainView, type Span } from './plain-view.ts';

/** Who a text is not to name. */
export interface PrivateContact {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** Goes up when {@link publicText} finds more or less: texts that are kept are then written again. */
export const publicTextVersion = 2;

/** Stands for what is blotted out, however long that is. */
export const blot = '█████';

/**
 * A resident's words as others may read them. Residents are asked to leave details out; where they do not, email addresses,
 * telephone numbers, card numbers and the resident's own name are blotted out. Takes time in proportion to the text's length.
 *
 * @param contact what the resident gave, where they gave anything
 */
export function publicText(text: string, contact?: PrivateContact): string {
  const view = plainView(text);
  const digits = withDigits(view.text);
  return blotOut(text, view, [
    ...findEmails(view.text),
    ...findTelephones(digits).map((span) => withBracket(digits, span)),
    ...findCards(digits),
    ...(contact ? ownDetails(view, contact) : []),
  ]);
}

/**
 * The council's own words about a report, without the person who made it. Other telephone numbers and addresses stay: the
 * council gives its own.
 */
export function withoutContact(text: string, contact: PrivateContact): string {
  const view = plainView(text);
  return blotOut(text, view, ownDetails(view, contact));
}

/** "(01632) 960 001" goes with the bracket before it. */
function withBracket(text: string, { start, end }: Span): Span {
  return { start: text.charAt(start - 1) === '(' ? start - 1 : start, end };
}

function ownDetails({ text }: PlainView, { name, email, phone }: PrivateContact): Span[] {
  const own = bareAddress(plainView(email).text.trim());
  return [
    ...findEmails(text).filter(({ address }) => address === own),
    ...(phone === '' ? [] : findOwnTelephone(withDigits(text), plainView(phone).text)),
    ...(name === '' ? [] : findNames(text, name)),
  ];
}

function blotOut(text: string, view: PlainView, spans: readonly Span[]): string {
  let result = '';
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const place = view.original(span);
    if (place.end <= end) continue;
    // What two rules found of one address is one blot.
    if (place.start >= end) result += text.slice(end, place.start) + blot;
    end = place.end;
  }
  return result + text.slice(end);
}
