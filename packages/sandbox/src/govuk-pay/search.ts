import type { Payment, Refund } from './book.ts';
import { payErrors, type PayError } from './errors.ts';
import { presentFound, presentRefund } from './present.ts';

const states = ['created', 'started', 'submitted', 'capturable', 'success', 'failed', 'cancelled', 'error'];
const datetime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)(\[\w+(\/\w+)?\])?$/;
const date = /^\d{4}-\d\d-\d\d$/;

const isDatetime = (text: string): boolean => datetime.test(text) && !Number.isNaN(Date.parse(text.replace(/\[.*$/, '')));
const isDate = (text: string): boolean => date.test(text) && !Number.isNaN(Date.parse(text));
const isCount = (most: number) => (text: string) => /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most;

/** What each parameter must be; an unknown one is not looked at. */
const paymentParameters: Readonly<Record<string, (text: string) => boolean>> = {
  reference: (text) => text.length <= 255,
  email: (text) => text.length <= 254,
  state: (text) => states.includes(text),
  card_brand: (text) => text.length <= 20,
  from_date: isDatetime,
  to_date: isDatetime,
  page: isCount(1e9),
  display_size: isCount(500),
  first_digits_card_number: (text) => /^\d{6}$/.test(text),
  last_digits_card_number: (text) => /^\d{4}$/.test(text),
  from_settled_date: isDate,
  to_settled_date: isDate,
};

const refundParameters: Readonly<Record<string, (text: string) => boolean>> = Object.fromEntries(
  ['from_date', 'to_date', 'page', 'display_size', 'from_settled_date', 'to_settled_date'].flatMap((name) => {
    const fits = paymentParameters[name];
    return fits ? [[name, fits]] : [];
  }),
);

/** GET /v1/payments: all filters at once, newest first, in pages. */
export function searchPayments(payments: readonly Payment[], url: URL, origin: string): object {
  const given = read(url, paymentParameters);
  if (!(given instanceof Map)) return given;
  const equal = (name: string, value: string | undefined): boolean =>
    !given.has(name) || value?.toLowerCase() === given.get(name)?.toLowerCase();
  const part = (name: string, value: string | undefined): boolean =>
    !given.has(name) || (value?.toLowerCase().includes(given.get(name)?.toLowerCase() ?? '') ?? false);
  const found = payments.filter(
    (payment) =>
      equal('reference', payment.reference) &&
      equal('state', payment.state.status) &&
      part('email', payment.email) &&
      part('cardholder_name', payment.card?.cardholder_name) &&
      equal('card_brand', payment.card?.card_brand.toLowerCase().replaceAll(' ', '-')) &&
      equal('first_digits_card_number', payment.card?.first_digits_card_number) &&
      equal('last_digits_card_number', payment.card?.last_digits_card_number) &&
      !given.has('agreement_id') &&
      between(given, 'date', new Date(payment.created).toISOString()) &&
      between(given, 'settled_date', payment.settled_date),
  );
  return paged(found, given, url, origin, 'P0402', (payment) => presentFound(payment, origin));
}

/** GET /v1/refunds. */
export function searchRefunds(payments: readonly Payment[], url: URL, origin: string): object {
  const given = read(url, refundParameters, 'P1101');
  if (!(given instanceof Map)) return given;
  const found = payments
    .flatMap((payment) => payment.refunds.map((refund): [Payment, Refund] => [payment, refund]))
    .filter(([, refund]) => between(given, 'date', refund.created_date))
    .sort(([, a], [, b]) => a.created_date.localeCompare(b.created_date));
  return paged(found, given, url, origin, 'P1100', ([payment, refund]) => presentRefund(payment, refund, origin));
}

function read(
  url: URL,
  known: Readonly<Record<string, (text: string) => boolean>>,
  code: 'P0401' | 'P1101' = 'P0401',
): Map<string, string> | PayError {
  const given = new Map([...url.searchParams].filter(([, value]) => value.trim() !== ''));
  const wrong = Object.entries(known).flatMap(([name, fits]) => {
    const value = given.get(name);
    return value === undefined || fits(value) ? [] : [name];
  });
  return wrong.length > 0 ? payErrors.search(wrong, code) : given;
}

function between(given: ReadonlyMap<string, string>, name: string, at: string | undefined): boolean {
  const time = (text: string): number => Date.parse(text.replace(/\[.*$/, ''));
  const from = given.get(`from_${name}`);
  const to = given.get(`to_${name}`);
  if (from === undefined && to === undefined) return true;
  if (at === undefined) return false;
  return (from === undefined || Date.parse(at) >= time(from)) && (to === undefined || Date.parse(at) < time(to));
}

function paged<T>(
  oldestFirst: readonly T[],
  given: ReadonlyMap<string, string>,
  url: URL,
  origin: string,
  noSuchPage: 'P0402' | 'P1100',
  present: (one: T) => object,
): object {
  const page = Number(given.get('page') ?? 1);
  const size = Number(given.get('display_size') ?? 500);
  const total = oldestFirst.length;
  const last = Math.max(1, Math.ceil(total / size));
  if (page > last) return payErrors.noSuchPage(noSuchPage);
  const results = [...oldestFirst].reverse().slice((page - 1) * size, page * size);
  const to = (number: number): object => {
    const there = new URLSearchParams(url.searchParams);
    there.set('page', String(number));
    there.set('display_size', String(size));
    return { href: `${origin}${url.pathname}?${there.toString()}`, method: 'GET' };
  };
  return {
    total,
    count: results.length,
    page,
    results: results.map(present),
    _links: {
      self: to(page),
      first_page: to(1),
      last_page: to(last),
      ...(page > 1 ? { prev_page: to(page - 1) } : {}),
      ...(page < last ? { next_page: to(page + 1) } : {}),
    },
  };
}
