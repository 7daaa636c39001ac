/** What can go wrong with looking up an address, in the resident's words. */
import type { Language, Text } from '@council-kit/core';
import { Problem, type UpstreamError } from '@council-kit/gateway';
import { addressProblems as codes } from '../contract/lookup.ts';
import { addressMessages } from './address.messages.ts';

const inField = (status: number, code: string, field: string, text: Text, language: Language): Problem =>
  new Problem({ status, code, title: text, errors: [{ field, message: text[language] }] });

export const addressProblem = {
  postcodeInvalid: (language: Language) => inField(400, codes.postcodeInvalid, 'postcode', addressMessages.postcodeInvalid, language),
  postcodeIncomplete: (language: Language) =>
    inField(400, codes.postcodeIncomplete, 'postcode', addressMessages.postcodeIncomplete, language),
  uprnInvalid: (language: Language) => inField(400, 'uprn_invalid', 'uprn', addressMessages.uprnInvalid, language),
  postcodeNotFound: () =>
    new Problem({
      status: 404,
      code: codes.postcodeNotFound,
      title: addressMessages.postcodeNotFound,
      detail: addressMessages.postcodeMayBeNew,
    }),
  postcodeTerminated: (year: number, month: number) =>
    new Problem({
      status: 404,
      code: codes.postcodeTerminated,
      title: addressMessages.postcodeTerminated,
      detail: terminatedSince(year, month),
    }),
  postcodeNotListed: () =>
    new Problem({ status: 404, code: codes.postcodeNotListed, title: addressMessages.postcodeNotListed, detail: addressMessages.byHand }),
  uprnNotFound: () => new Problem({ status: 404, code: codes.uprnNotFound, title: addressMessages.uprnNotFound }),
  busy: (seconds: number) =>
    new Problem({
      status: 429,
      code: codes.busy,
      title: addressMessages.busy,
      detail: addressMessages.waitOrByHand,
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) },
    }),
  /** No answer came. What the gateway says of that sends people away; an address can be entered without the list. */
  upstreamSilent: (error: UpstreamError) =>
    new Problem({ ...error.details, title: addressMessages.upstreamFailed, detail: addressMessages.byHandOrAgain }, { cause: error }),
  /** It answered, but not with what it should have. */
  upstreamFailed: (system: string, code: string, options?: ErrorOptions) =>
    new Problem(
      {
        status: 502,
        code: codes.upstreamFailed,
        title: addressMessages.upstreamFailed,
        detail: addressMessages.byHand,
        upstream: { system, code },
      },
      options,
    ),
  notLoaded: () =>
    new Problem({
      status: 503,
      code: 'gazetteer_not_loaded',
      title: addressMessages.upstreamFailed,
      detail: addressMessages.byHand,
      headers: { 'Retry-After': '60' },
    }),
};

function terminatedSince(year: number, month: number): Text {
  const date = new Date(Date.UTC(year, month - 1, 1));
  const said = (locale: string): string =>
    new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(date);
  return {
    en: addressMessages.terminatedSince.en.replace('{date}', said('en-GB')),
    cy: addressMessages.terminatedSince.cy.replace('{date}', said('cy')),
  };
}
