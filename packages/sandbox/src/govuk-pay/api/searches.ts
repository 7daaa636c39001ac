import { agreementStatuses, type Agreement } from '../agreement.ts';
import type { PayError } from '../errors.ts';
import type { Dispute, Payment, Refund } from '../payment.ts';
import { presentAgreement } from '../present/agreement.ts';
import { presentDispute } from '../present/dispute.ts';
import { presentFound } from '../present/payment.ts';
import { presentRefund } from '../present/refund.ts';
import { disputeStatuses } from '../rules/disputes.ts';
import { dateParameters, digits, oneOf, pageParameters, paged, readSearch, upTo, type Page, type SearchKind } from './search.ts';

const ofPayments: SearchKind = {
  parameters: {
    // Not capturable: Pay's own list leaves it out.
    state: oneOf(['created', 'started', 'submitted', 'success', 'failed', 'cancelled', 'error']),
    reference: upTo(255),
    email: upTo(254),
    card_brand: upTo(20),
    ...dateParameters,
    ...pageParameters,
    first_digits_card_number: digits(6),
    last_digits_card_number: digits(4),
  },
  wrong: 'P0401',
  noSuchPage: 'P0402',
};

/** GET /v1/payments. */
export function searchPayments(payments: readonly Payment[], url: URL, origin: string): object | PayError {
  const given = readSearch(url, ofPayments);
  if ('code' in given) return given;
  const found = payments.filter(
    (payment) =>
      given.equals('reference', payment.reference) &&
      given.equals('state', payment.state.status) &&
      given.isIn('email', payment.email) &&
      given.isIn('cardholder_name', payment.card?.cardholder_name) &&
      given.lists('card_brand', payment.card?.card_brand.replaceAll(' ', '-')) &&
      given.equals('first_digits_card_number', payment.card?.first_digits_card_number) &&
      given.equals('last_digits_card_number', payment.card?.last_digits_card_number) &&
      given.equals('agreement_id', payment.agreement_id ?? payment.set_up_agreement) &&
      given.between('date', new Date(payment.created).toISOString()) &&
      given.between('settled_date', payment.settled_date),
  );
  const page = paged(found, given, url, origin, ofPayments, (payment) => presentFound(payment, origin));
  return 'code' in page ? page : withLinks(page, (link) => link !== null);
}

const ofRefunds: SearchKind = { parameters: { ...dateParameters, ...pageParameters }, wrong: 'P1101', noSuchPage: 'P1100' };

/** GET /v1/refunds. */
export function searchRefunds(payments: readonly Payment[], url: URL, origin: string): object | PayError {
  const given = readSearch(url, ofRefunds);
  if ('code' in given) return given;
  const found = payments
    .flatMap((payment) => payment.refunds.map((refund): [Payment, Refund] => [payment, refund]))
    .filter(([, refund]) => given.between('date', refund.created_date) && given.between('settled_date', refund.settled_date))
    .sort(([, a], [, b]) => a.created_date.localeCompare(b.created_date));
  const page = paged(found, given, url, origin, ofRefunds, ([payment, refund]) => presentRefund(payment, refund, origin));
  return 'code' in page ? page : withLinks(page);
}

const ofAgreements: SearchKind = {
  parameters: { status: oneOf(agreementStatuses), reference: upTo(255), ...pageParameters },
  wrong: 'P2401',
  noSuchPage: 'P2402',
};

/** GET /v1/agreements. */
export function searchAgreements(agreements: readonly Agreement[], url: URL, origin: string): object | PayError {
  const given = readSearch(url, ofAgreements);
  if ('code' in given) return given;
  const found = agreements.filter(({ reference, status }) => given.equals('reference', reference) && given.equals('status', status));
  const page = paged(found, given, url, origin, ofAgreements, presentAgreement);
  return 'code' in page ? page : withLinks(page);
}

const ofDisputes: SearchKind = {
  parameters: { ...dateParameters, ...pageParameters, status: oneOf(disputeStatuses) },
  wrong: 'P0401',
  noSuchPage: 'P0402',
  called: { status: 'state' },
};

/** GET /v1/disputes. Its links are called `links`, as the OpenAPI document has it. */
export function searchDisputes(payments: readonly Payment[], url: URL, origin: string): object | PayError {
  const given = readSearch(url, ofDisputes);
  if ('code' in given) return given;
  const found = payments
    .flatMap((payment): [Payment, Dispute][] => (payment.dispute ? [[payment, payment.dispute]] : []))
    .filter(
      ([, { created_date: created, settled_date: settled, status }]) =>
        given.equals('status', status) && given.between('date', created) && given.between('settled_date', settled),
    )
    .sort(([, a], [, b]) => a.created_date.localeCompare(b.created_date));
  return paged(found, given, url, origin, ofDisputes, ([payment, dispute]) => presentDispute(payment, dispute, origin));
}

/** With its links as Pay writes them: null where there is none, or left out. */
const withLinks = ({ links, ...page }: Page, isWritten: (link: object | null) => boolean = () => true): object => ({
  ...page,
  _links: Object.fromEntries(Object.entries(links).filter(([, link]) => isWritten(link))),
});
