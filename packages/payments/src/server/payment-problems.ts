/** What can be wrong with an intention to pay. */
import type { FieldError, ProblemCode, Text } from '@council-kit/core';
import { Problem } from '@council-kit/gateway';
import { paymentProblems } from '../contract/payment.ts';

const problem = (
  status: number,
  code: string,
  title: Text,
  detail?: Text,
  { errors, retryAfter }: { readonly errors?: readonly FieldError[]; readonly retryAfter?: number } = {},
): Problem =>
  new Problem({
    status,
    code,
    title,
    ...(detail ? { detail } : {}),
    ...(errors ? { errors } : {}),
    ...(retryAfter === undefined ? {} : { headers: { 'Retry-After': String(retryAfter) } }),
  });

/** Seconds: how long GOV.UK Pay usually takes to confirm a payment. */
const confirmingTakes = 60;

export const problemOf = {
  unreadable: (errors: readonly FieldError[]) =>
    problem(422, paymentProblems.unreadable, { en: 'There is a problem', cy: 'Mae problem' }, undefined, { errors }),
  paidAlready: () =>
    problem(
      409,
      paymentProblems.paidAlready,
      { en: 'You have paid this already', cy: 'Rydych wedi talu hwn yn barod' },
      {
        en: 'This amount was paid for this reference in the last hours. Nothing more has been taken. If you mean to pay it again, say so.',
        cy: 'Talwyd y swm hwn ar gyfer y cyfeirnod hwn yn yr oriau diwethaf. Nid oes dim mwy wedi’i gymryd. Os ydych am ei dalu eto, dywedwch hynny.',
      },
    ),
  beingConfirmed: () =>
    problem(
      409,
      paymentProblems.beingConfirmed,
      { en: 'A payment of this amount is being confirmed', cy: 'Mae taliad o’r swm hwn yn cael ei gadarnhau' },
      {
        en: 'It was made a moment ago for this reference. Wait a minute, then try again to see whether you still need to pay.',
        cy: 'Fe’i gwnaed ychydig yn ôl ar gyfer y cyfeirnod hwn. Arhoswch funud, yna rhowch gynnig arall arni: bydd yn hysbys bryd hynny a oes rhaid i chi dalu o hyd.',
      },
      { retryAfter: confirmingTakes },
    ),
  fundNotFound: () => problem(404, paymentProblems.fundNotFound, { en: 'This cannot be paid here', cy: 'Ni ellir talu hwn yma' }),
  notFound: () =>
    problem(
      404,
      paymentProblems.notFound,
      { en: 'There is no such payment', cy: 'Nid oes taliad o’r fath' },
      { en: 'Check the address, or start again from your bill.', cy: 'Gwiriwch y cyfeiriad, neu dechreuwch eto o’ch bil.' },
    ),
  returnUrlRefused: () =>
    problem(
      400,
      paymentProblems.returnUrlRefused,
      { en: 'The page to come back to is not known', cy: 'Nid yw’r dudalen i ddod yn ôl iddi yn hysbys' },
      { en: 'Its origin must be among the gateway’s returnOrigins.', cy: 'Rhaid i’w tharddiad fod ymhlith returnOrigins y porth.' },
    ),
  otherIntention: () =>
    problem(
      409,
      'idempotency_conflict' satisfies ProblemCode,
      { en: 'This key was used for a different payment', cy: 'Defnyddiwyd yr allwedd hon ar gyfer taliad gwahanol' },
      { en: 'Send a new Idempotency-Key with a new payment.', cy: 'Anfonwch Idempotency-Key newydd gyda thaliad newydd.' },
    ),
  noKey: () =>
    problem(
      400,
      'idempotency_key_missing',
      { en: 'Idempotency-Key is missing', cy: 'Mae Idempotency-Key ar goll' },
      {
        en: 'Send the same key for the same intention to pay, however often it is sent.',
        cy: 'Anfonwch yr un allwedd ar gyfer yr un bwriad i dalu, waeth pa mor aml y’i hanfonir.',
      },
    ),
} as const;
