/** What the pages ask the address book, with every way in which it can go as a value. */
import { inLanguage, type Language } from '@council-kit/core';
import { Problem } from '@council-kit/gateway';
import type { ListedAddress } from '../../contract/address.ts';
import { addressProblems as codes, longestQuestion, mostAddresses, type Neighbour } from '../../contract/lookup.ts';
import { addressFilter } from '../../rules/filter.ts';
import { findPostcode, readPostcode } from '../../rules/postcode.ts';
import type { AddressBook } from '../address-book.ts';
import { addressMessages } from '../address.messages.ts';
import { pageTexts } from './pages.messages.ts';

/** The most addresses of one postcode: the largest in the country have some hundreds. */
const mostOfPostcode = 1_000;

export type LookedUp =
  | { readonly kind: 'found'; readonly addresses: readonly ListedAddress[]; readonly outside: readonly Neighbour[] }
  /** Other councils look after all of it. */
  | { readonly kind: 'elsewhere'; readonly outside: readonly Neighbour[]; readonly message: string }
  /** Not a postcode, no such postcode, or nothing like the words. */
  | { readonly kind: 'none'; readonly message: string }
  /** A real postcode of which no list has addresses. */
  | { readonly kind: 'not-listed'; readonly message: string }
  | { readonly kind: 'busy'; readonly message: string }
  /** No answer can be had: the address is written by hand. */
  | { readonly kind: 'down'; readonly message: string };

export interface Looking {
  readonly language: Language;
  readonly area: 'council' | 'anywhere';
}

/**
 * Looks up what was typed where a postcode is asked for: that, with or without a house ("12, SW1A 2AA"), or the beginning of an address.
 */
export async function lookUp(book: AddressBook | undefined, typed: string, { language, area }: Looking): Promise<LookedUp> {
  if (!book) return { kind: 'down', message: problemText(undefined, language) };
  try {
    const asked = { language, area, offset: 0 };
    const { addresses, outside } = isWords(typed)
      ? await book.byWords(typed.slice(0, longestQuestion), { ...asked, limit: mostAddresses })
      : await book.byPostcode(typedPostcode(typed).postcode, { ...asked, limit: mostOfPostcode });
    if (addresses.length > 0) return { kind: 'found', addresses, outside };
    const [first] = outside;
    if (!first) return { kind: 'none', message: inLanguage(pageTexts.nothingLikeIt, language) };
    const elsewhere = first.name === undefined ? pageTexts.elsewhereUnnamed : pageTexts.elsewhere(first.name);
    return { kind: 'elsewhere', outside, message: inLanguage(elsewhere, language) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { kind: kindOf(error), message: problemText(error, language) };
  }
}

/** The postcode in what was typed, and whatever was typed beside it; all of it, where there is none. */
export function typedPostcode(typed: string): { readonly postcode: string; readonly rest: string } {
  const found = readPostcode(typed) ? undefined : findPostcode(typed);
  return found ? { postcode: found.postcode.text, rest: found.rest.replace(/^[\s,.-]+|[\s,.-]+$/g, '') } : { postcode: typed, rest: '' };
}

function kindOf({ details }: Problem): 'none' | 'not-listed' | 'busy' | 'down' {
  if (details.code === codes.postcodeNotListed) return 'not-listed';
  if (details.status === 429) return 'busy';
  return details.status >= 500 ? 'down' : 'none';
}

/** A problem as one message: what is wrong, and the way on. */
function problemText(problem: Problem | undefined, language: Language): string {
  const { status = 503, errors, title, detail } = problem?.details ?? {};
  // Whatever failed behind the gateway: to the resident it is the address service.
  if (status >= 500) return sentences(addressMessages.upstreamFailed[language], addressMessages.byHand[language]);
  return errors?.[0]?.message ?? sentences(...[title, detail].flatMap((text) => (text ? inLanguage(text, language) : [])));
}

/** Error messages have no full stop at their end: https://design-system.service.gov.uk/components/error-message/ */
const sentences = (...texts: readonly string[]): string => texts.join('. ').replace(/\.$/, '');

/** An address or its beginning, and no try at a postcode: "12 mill la". */
const isWords = (typed: string): boolean =>
  readPostcode(typedPostcode(typed).postcode) === undefined && /\s/.test(typed.trim()) && /\p{L}{3}/u.test(typed);

/** What a page shows of what was found. */
export interface AddressList {
  readonly addresses: readonly ListedAddress[];
  readonly outside: readonly Neighbour[];
  /** The house name or number that was typed, where nothing here has it. */
  readonly premisesNotFound?: string;
}

/** Narrowed by the house name or number; all of them where nothing has it. */
export function listOf({ addresses, outside }: Omit<AddressList, 'premisesNotFound'>, premises: string | undefined): AddressList {
  if (premises === undefined) return { addresses, outside };
  // With a space after it a number is that number, and not the beginning of a longer one.
  const narrowed = addressFilter(addresses)(`${premises} `);
  return narrowed.length > 0 ? { addresses: narrowed, outside } : { addresses, outside, premisesNotFound: premises };
}
