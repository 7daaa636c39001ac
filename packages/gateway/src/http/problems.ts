/** The problems that any route may answer, in both languages. A service's own are made where they happen. */
import { sizeInWords, type FieldError, type ProblemCode } from '@council-kit/core';
import type { FieldLimits } from './limits.ts';
import { Problem, type ProblemDetails } from './problem.ts';

/** Widgets know these codes by their type: a new one is added there. */
const make = (details: ProblemDetails & { readonly code: ProblemCode }, options?: ErrorOptions): Problem => new Problem(details, options);

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
      title: { en: 'The file or form is too large', cy: 'Mae’r ffeil neu’r ffurflen yn rhy fawr' },
      detail: { en: `Send ${sizeInWords(bytes, 'en')} or less.`, cy: `Anfonwch ${sizeInWords(bytes, 'cy')} neu lai.` },
    }),

  /** A form or an address with more fields than any of ours has. */
  tooManyFields: ({ fields, files }: FieldLimits) =>
    make({
      status: 413,
      code: 'too_many_fields',
      title: { en: 'The form has too many fields', cy: 'Mae gormod o feysydd yn y ffurflen' },
      detail: {
        en: `Send ${fields} fields or fewer, with ${files} files or fewer.`,
        cy: `Anfonwch ${fields} o feysydd neu lai, gyda ${files} o ffeiliau neu lai.`,
      },
    }),

  /** JSON with more lists, objects and items than any of ours has. */
  tooManyValues: (most: number) =>
    make({
      status: 413,
      code: 'too_many_values',
      title: { en: 'The content has too many values', cy: 'Mae gormod o werthoedd yn y cynnwys' },
      detail: { en: `Send ${most} values or fewer.`, cy: `Anfonwch ${most} o werthoedd neu lai.` },
    }),

  addressTooLong: (characters: number) =>
    make({
      status: 414,
      code: 'address_too_long',
      title: { en: 'The web address is too long', cy: 'Mae’r cyfeiriad gwe yn rhy hir' },
      detail: { en: `Use ${characters} characters or fewer.`, cy: `Defnyddiwch ${characters} nod neu lai.` },
    }),

  /** The body did not arrive in the time that its size allows. The connection is of no more use: its rest may still come. */
  bodyTooSlow: () =>
    make({
      status: 408,
      code: 'request_too_slow',
      title: { en: 'Your connection is too slow', cy: 'Mae eich cysylltiad yn rhy araf' },
      detail: {
        en: 'We have not saved what you sent. Try again when you have a better signal.',
        cy: 'Nid ydym wedi cadw’r hyn a anfonwyd gennych. Rhowch gynnig arall arni pan fydd gennych well signal.',
      },
      headers: { Connection: 'close' },
    }),

  /** The body came in so many tiny chunks that reading them cost more than any body is worth. */
  bodyChopped: () =>
    make({
      status: 400,
      code: 'chunks_too_small',
      title: { en: 'The request came in too many small chunks', cy: 'Daeth y cais mewn gormod o ddarnau bach' },
      detail: { en: 'Send it in chunks of 1 kB or more.', cy: 'Anfonwch ef mewn darnau o 1 kB neu fwy.' },
      headers: { Connection: 'close' },
    }),

  /** The client went away while it sent. */
  bodyIncomplete: (options?: ErrorOptions) =>
    make(
      {
        status: 400,
        code: 'request_incomplete',
        title: { en: 'There is a problem with the form', cy: 'Mae problem gyda’r ffurflen' },
        detail: { en: 'Part of it did not arrive. Send it again.', cy: 'Ni chyrhaeddodd rhan ohoni. Anfonwch hi eto.' },
        headers: { Connection: 'close' },
      },
      options,
    ),

  malformed: (what: 'json' | 'form' | 'address', options?: ErrorOptions) =>
    make(
      {
        status: 400,
        code: `${what}_malformed`,
        title: {
          json: { en: 'The content is not JSON', cy: 'Nid JSON yw’r cynnwys' },
          form: { en: 'There is a problem with the form', cy: 'Mae problem gyda’r ffurflen' },
          address: { en: 'There is a problem with the link', cy: 'Mae problem gyda’r ddolen' },
        }[what],
        detail: {
          en: 'Try again. If it keeps happening, contact us.',
          cy: 'Rhowch gynnig arall arni. Os yw’n parhau i ddigwydd, cysylltwch â ni.',
        },
      },
      options,
    ),

  /** An `Idempotency-Key` that came before with another body. */
  otherRequest: () =>
    make({
      status: 409,
      code: 'idempotency_conflict',
      title: { en: 'This key was used for a different request', cy: 'Defnyddiwyd yr allwedd hon ar gyfer cais gwahanol' },
      detail: { en: 'Send a new Idempotency-Key with a new request.', cy: 'Anfonwch Idempotency-Key newydd gyda chais newydd.' },
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
      title: { en: 'You need to send this from the council’s website', cy: 'Mae angen i chi anfon hwn o wefan y cyngor' },
      detail: {
        en: 'Go back to the page on the council’s website and send it from there. We have not saved anything.',
        cy: 'Ewch yn ôl i’r dudalen ar wefan y cyngor a’i anfon oddi yno. Nid ydym wedi cadw dim.',
      },
    }),

  tooManyRequests: (seconds: number) =>
    make({
      status: 429,
      code: 'too_many_requests',
      title: { en: 'Too many requests', cy: 'Gormod o geisiadau' },
      detail: { en: 'Wait a few minutes, then try again.', cy: 'Arhoswch ychydig funudau, yna rhowch gynnig arall arni.' },
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) },
    }),

  /** It starts or stops, has too much to do, or its store does not answer. */
  unavailable: (code: 'starting' | 'stopping' | 'busy' | 'store_unavailable', options?: ErrorOptions) =>
    make(
      {
        status: 503,
        code,
        title: { en: 'The service is unavailable', cy: 'Nid yw’r gwasanaeth ar gael' },
        detail: {
          en: 'Try again in a few minutes. We have not saved what you just sent.',
          cy: 'Rhowch gynnig arall arni ymhen ychydig funudau. Nid ydym wedi cadw’r hyn rydych newydd ei anfon.',
        },
        headers: { 'Retry-After': code === 'busy' ? '2' : '10' },
      },
      options,
    ),

  /** The store failed while it was asked to keep something, so it may be kept or not. The same Idempotency-Key makes a repeat safe. */
  outcomeUnknown: (options?: ErrorOptions) =>
    make(
      {
        status: 503,
        code: 'outcome_unknown',
        title: { en: 'The service is unavailable', cy: 'Nid yw’r gwasanaeth ar gael' },
        detail: {
          en: 'We could not confirm that what you sent was saved. Try again in a few minutes.',
          cy: 'Ni allem gadarnhau bod yr hyn a anfonwyd gennych wedi’i gadw. Rhowch gynnig arall arni ymhen ychydig funudau.',
        },
        headers: { 'Retry-After': '10' },
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
