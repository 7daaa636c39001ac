/** What the pages ask the address book, with every way in which it can go as a value, in the element's own words. */
import { inLanguage, type Language } from '@council-kit/core';
import { Problem } from '@council-kit/gateway';
import type { Found } from '../../address-lookup/find-addresses.ts';
import { questionOf, type TypedQuestion } from '../../address-lookup/typed-question.ts';
import { whatIsTheMatter } from '../../address-lookup/what-is-the-matter.ts';
import type { ListedAddress } from '../../contract/address.ts';
import { addressProblems as codes, mostAddresses } from '../../contract/lookup.ts';
import { addressFilter, onlyFitting } from '../../rules/filter.ts';
import type { AddressBook } from '../address-book.ts';
import { addressMessages } from '../address.messages.ts';

/** The most addresses of one postcode: the largest in the country have some hundreds. */
const mostOfPostcode = 2_000;

export interface Looking {
  readonly language: Language;
  readonly area: 'council' | 'anywhere';
}

/** A search that came to its end. */
export interface LookedUp {
  readonly question: TypedQuestion;
  /** Undefined where there was nothing to ask for. */
  readonly found: Found | undefined;
  /** Of what was found, what fits whatever was typed beside the postcode: all of it, where nothing does. */
  readonly addresses: readonly ListedAddress[];
  /** Nothing fits it. */
  readonly nothingFits: boolean;
  /** The one that alone fits all that was typed. */
  readonly only: ListedAddress | undefined;
  /** What is the matter, and the way on, in one sentence or two; undefined where nothing is. */
  readonly message: string | undefined;
  /** The council that looks after the rest of it, or all. */
  readonly elsewhere: { readonly said: string; readonly link: { readonly text: string; readonly href: string } | undefined } | undefined;
}

/** Looks up what was typed: a postcode, with or without a house ("12, SW1A 2AA"), or the beginning of an address. */
export async function lookUp(book: AddressBook | undefined, typed: string, looking: Looking): Promise<LookedUp> {
  const question = questionOf(typed);
  const found = await find(book, question, looking);
  const { language } = looking;
  const all = found?.kind === 'found' ? found.addresses : [];
  const narrow = question.kind === 'postcode' ? question.narrow : '';
  // With a space after it a number is that number, and not the beginning of a longer one.
  const fitting = narrow === '' ? all : addressFilter(all)(`${narrow} `);
  const nothingFits = fitting.length === 0 && all.length > 0;
  const said = whatIsTheMatterWith(typed, found, fitting.length, language);
  // The element asks again by itself; a page cannot.
  const busy = [addressMessages.busy[language], addressMessages.waitOrByHand[language]];
  const sentences = found?.kind === 'busy' ? busy : [said?.title, said?.way];
  const outside = found?.kind === 'found' && found.outside.length > 0 && !nothingFits;
  return {
    question,
    found,
    addresses: nothingFits ? all : fitting,
    nothingFits,
    only: onlyFitting(all, question.kind === 'words' ? question.words : narrow),
    message: all.length > 0 && !nothingFits ? undefined : asError(sentences),
    elsewhere: outside && said ? { said: said.title, link: said.link } : undefined,
  };
}

/** What the element says of a search when somebody presses its button. */
export function whatIsTheMatterWith(
  typed: string,
  found: Found | undefined,
  shown: number,
  language: string,
): ReturnType<typeof whatIsTheMatter> {
  return whatIsTheMatter({ typed, question: questionOf(typed), found, shown, pending: false, pressed: true, stopped: false, language });
}

async function find(book: AddressBook | undefined, question: TypedQuestion, { language, area }: Looking): Promise<Found | undefined> {
  if (question.kind !== 'postcode' && question.kind !== 'words') return undefined;
  if (!book) return { kind: 'down' };
  try {
    const asked = { language, area, offset: 0 };
    const { addresses, outside, total } =
      question.kind === 'postcode'
        ? await book.byPostcode(question.postcode.text, { ...asked, limit: mostOfPostcode })
        : await book.byWords(question.words, { ...asked, limit: mostAddresses });
    return { kind: 'found', addresses, outside, total };
  } catch (error) {
    if (error instanceof Problem) return whyNot(error, language);
    throw error;
  }
}

function whyNot({ status, details }: Problem, language: Language): Found {
  switch (details.code) {
    case codes.postcodeInvalid:
    case codes.postcodeIncomplete:
      return { kind: 'not-a-postcode' };
    case codes.postcodeNotFound:
      return { kind: 'not-found' };
    case codes.postcodeNotListed:
      return { kind: 'not-listed' };
    case codes.postcodeTerminated:
      return { kind: 'terminated', detail: details.detail && inLanguage(details.detail, language) };
    default:
      return status === 429 ? { kind: 'busy', seconds: Number(details.headers?.['Retry-After'] ?? 1) } : { kind: 'down' };
  }
}

/** Error messages have no full stop at their end: https://design-system.service.gov.uk/components/error-message/ */
function asError(sentences: readonly (string | undefined)[]): string | undefined {
  const said = sentences.filter((sentence) => sentence !== undefined);
  return said.length === 0 ? undefined : said.join('. ').replace(/\.$/, '');
}
