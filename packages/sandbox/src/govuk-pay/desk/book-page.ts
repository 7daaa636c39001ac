import { html } from 'hono/html';
import { page, type Html } from '../../page.ts';
import { keysOf } from '../accounts.ts';
import { testCards, type TestCard } from '../cards.ts';
import { pounds } from '../hosted/pages.ts';
import { totalOf } from '../payment.ts';
import type { PayService } from '../rules/pay-service.ts';

const most = 200;

/** The book, as a page. */
export function bookPage(service: PayService): Promise<Response> {
  const payments = [...service.book.payments].reverse();
  const agreements = [...service.book.agreements].reverse();
  return page(
    'GOV.UK Pay',
    '',
    html`<p>The API is at /v1/payments. Its keys: ${keysOf(service.options).join(', ')}.</p>
      <p>The clock: ${service.clock.iso()}</p>
      <form method="post" action="sandbox/clock">
        <label for="advance">Move it ahead, in seconds (5400 is 90 minutes: unfinished payments expire)</label>
        <input id="advance" name="advance" inputmode="numeric" value="5400" />
        <button>Move</button>
      </form>
      <h2>Payments</h2>
      ${table(
        counted(payments.length, 'payment'),
        ['Payment', 'Reference', 'Amount', 'State', 'Refunded', 'Dispute'],
        payments
          .slice(0, most)
          .map((one) => [
            html`<a href="sandbox/payments/${one.payment_id}">${one.payment_id}</a>`,
            html`<bdi>${one.reference}</bdi>`,
            pounds(totalOf(one)),
            `${one.state.status} ${one.state.code ?? ''}`,
            pounds(one.refunds.reduce((sum, { amount }) => sum + amount, 0)),
            one.dispute?.status ?? '',
          ]),
      )}
      <h2>Agreements</h2>
      ${table(
        counted(agreements.length, 'agreement'),
        ['Agreement', 'Reference', 'Status', 'Card'],
        agreements
          .slice(0, most)
          .map((one) => [
            one.agreement_id,
            html`<bdi>${one.reference}</bdi>`,
            one.status,
            one.payment_instrument?.card.last_digits_card_number ?? '',
          ]),
      )}
      <h2>Test cards</h2>
      ${table(
        'Any expiry date in the future, any name, any security code',
        ['Number', 'Brand', 'What happens'],
        testCards.map((card) => [card.number, `${card.brand} ${card.type}`, happens(card)]),
      )}
      <p>
        <a href="sandbox/webhooks">Webhooks</a> · <a href="sandbox/subscriptions">Subscriptions</a> · <a href="sandbox/faults">Faults</a>
      </p>`,
  );
}

const counted = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}${count > most ? `, the last ${most} shown` : ''}`;

const outcomes: Readonly<Record<TestCard['outcome'], string>> = {
  success: 'paid',
  declined: 'declined',
  expired: 'declined: the card has expired',
  cvc: 'declined: the security code is wrong',
  error: 'an error of the provider',
  'three-d-secure': '3-D Secure',
  'not-accepted': 'not accepted',
};

const happens = ({ outcome, corporate, recurring, dispute }: TestCard): string =>
  [
    outcomes[outcome],
    ...(corporate ? ['corporate'] : []),
    ...(recurring ? ['later recurring payments declined'] : []),
    ...(dispute ? [`disputed and ${dispute}`] : []),
  ].join(', ');

type Cell = Html | string;

const table = (caption: string, heads: readonly string[], rows: readonly (readonly Cell[])[]): Html =>
  html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
