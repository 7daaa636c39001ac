/** The problems that any route may answer, in both languages. A service's own are made where they happen. */
import type { FieldError } from '@council-kit/core';
import { Problem, type ProblemDetails } from './problem.ts';

const make = (details: ProblemDetails, options?: ErrorOptions): Problem => new Problem(details, options);

export const problems = {
  notFound: () =>
    make({
      status: 404,
      code: 'not_found',
      title: { en: 'Page not found', cy: 'Heb ddod o hyd i’r dudalen' },
      detail: {
        en: 'If you typed the web address, check it is correct. If you pasted it, check you copied all of it.',
        cy: 'Os gwnaethoch deipio’r cyfeiriad gwe, gwiriwch ei fod yn gywir. Os gwnaethoch ei ludo, gwiriwch eich bod wedi copïo’r cyfan.',
      },
    }),

  methodNotAllowed: (allow: readonly string[]) =>
    make({
      status: 405,
      code: 'method_not_allowed',
      title: { en: 'This address does not answer that method', cy: 'Nid yw’r cyfeiriad hwn yn ateb y dull hwnnw' },
      detail: { en: `Use ${allow.join(', ')}.`, cy: `Defnyddiwch ${allow.join(', ')}.` },
      headers: { Allow: allow.join(', ') },
    }),

  unsupportedMediaType: (types: readonly string[]) =>
    make({
      status: 415,
      code: 'unsupported_media_type',
      title: { en: 'This address does not read that type of content', cy: 'Nid yw’r cyfeiriad hwn yn darllen y math hwnnw o gynnwys' },
      detail: { en: `Send ${types.join(' or ')}, in UTF-8.`, cy: `Anfonwch ${types.join(' neu ')}, mewn UTF-8.` },
      headers: { Accept: types.join(', ') },
    }),

  contentTooLarge: (bytes: number) =>
    make({
      status: 413,
      code: 'content_too_large',
      title: { en: 'What you sent is too large', cy: 'Mae’r hyn a anfonwyd gennych yn rhy fawr' },
      detail: { en: `Send no more than ${size(bytes)}.`, cy: `Anfonwch ddim mwy na ${size(bytes)}.` },
    }),

  malformed: (what: 'json' | 'form' | 'address') =>
    make({
      status: 400,
      code: `${what}_malformed`,
      title: {
        json: { en: 'The content is not JSON', cy: 'Nid JSON yw’r cynnwys' },
        form: { en: 'The form arrived incomplete', cy: 'Cyrhaeddodd y ffurflen yn anghyflawn' },
        address: { en: 'The address cannot be read', cy: 'Ni ellir darllen y cyfeiriad' },
      }[what],
      detail: {
        en: 'Send it again. If it happens again, it was not written as the standard says.',
        cy: 'Anfonwch ef eto. Os yw’n digwydd eto, nid yw wedi’i ysgrifennu yn unol â’r safon.',
      },
    }),

  /** A query or header that does not fit. */
  requestNotAccepted: (errors: readonly FieldError[]) =>
    make({
      status: 400,
      code: 'request_not_accepted',
      title: { en: 'There is a problem with the request', cy: 'Mae problem gyda’r cais' },
      errors,
    }),

  /** A body that was read but does not fit. */
  answersNotAccepted: (errors: readonly FieldError[]) =>
    make({
      status: 422,
      code: 'answers_not_accepted',
      title: { en: 'There is a problem', cy: 'Mae problem' },
      errors,
    }),

  originNotAllowed: () =>
    make({
      status: 403,
      code: 'origin_not_allowed',
      title: { en: 'This was sent from a page we do not know', cy: 'Anfonwyd hwn o dudalen nad ydym yn ei hadnabod' },
      detail: {
        en: 'Go back to the council’s own page and send it from there. Nothing was changed.',
        cy: 'Ewch yn ôl i dudalen y cyngor ei hun a’i anfon oddi yno. Ni newidiwyd dim.',
      },
    }),

  tooManyRequests: (seconds: number) =>
    make({
      status: 429,
      code: 'too_many_requests',
      title: { en: 'Too many requests', cy: 'Gormod o geisiadau' },
      detail: { en: 'Wait a little, then try again.', cy: 'Arhoswch ychydig, yna rhowch gynnig arall arni.' },
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) },
    }),

  /** Starting, stopping, more work than it can do, or a store that does not answer. */
  unavailable: (code: 'starting' | 'stopping' | 'busy' | 'store_unavailable', options?: ErrorOptions) =>
    make(
      {
        status: 503,
        code,
        title: { en: 'The service is unavailable', cy: 'Nid yw’r gwasanaeth ar gael' },
        detail: {
          en: 'Try again in a few minutes. Nothing you sent just now was kept.',
          cy: 'Rhowch gynnig arall arni ymhen ychydig funudau. Ni chadwyd dim a anfonwyd gennych nawr.',
        },
        headers: { 'Retry-After': code === 'busy' ? '2' : '10' },
      },
      options,
    ),

  unexpected: (options?: ErrorOptions) =>
    make(
      {
        status: 500,
        code: 'unexpected_error',
        title: { en: 'There is a problem with the service', cy: 'Mae problem gyda’r gwasanaeth' },
        detail: { en: 'Try again later.', cy: 'Rhowch gynnig arall arni yn nes ymlaen.' },
      },
      options,
    ),
};

function size(bytes: number): string {
  return bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${Math.floor(bytes / 1000)} kB`;
}
