import { html } from 'hono/html';
import type { Html } from '../../page.ts';
import type { Agreement } from '../agreement.ts';
import { totalOf, type Payment } from '../payment.ts';
import { say, type Language, type Word } from './messages.ts';

/** A page that a payer sees. It looks like a test platform, and like nothing of GOV.UK's. */
async function hostedPage(
  language: Language,
  title: string,
  content: Html,
  options: { status?: number; error?: boolean; returnUrl?: string | undefined } = {},
): Promise<Response> {
  const document = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${options.error ? say('error', language) : ''}${title} – test platform</title>
        <link rel="stylesheet" href="/sandbox/style.css" />
      </head>
      <body>
        <p class="banner"><strong>${say('banner', language)}</strong></p>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  // A form that ends in a redirect to the service is held to form-action by some browsers: https://github.com/w3c/webappsec-csp/issues/8
  const back = options.returnUrl && URL.canParse(options.returnUrl) ? ` ${new URL(options.returnUrl).origin}` : '';
  return new Response(String(document), {
    status: options.status ?? 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'self'; form-action 'self'${back}; frame-ancestors 'none'; base-uri 'none'`,
      'x-content-type-options': 'nosniff',
      // Not no-referrer: a form sent from such a page has `Origin: null`, and could not be told from another site's.
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    },
  });
}

/** £1,234.50 */
export const pounds = (pence: number): string =>
  `£${(pence / 100).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

const summary = (payment: Payment): Html =>
  html`<p>${payment.description}</p>
    <p>${say('amount', payment.language)}: <strong>${pounds(totalOf(payment))}</strong></p>
    ${
      payment.corporate_card_surcharge === undefined
        ? ''
        : html`<p>${say('surcharge', payment.language)} ${pounds(payment.corporate_card_surcharge)}</p>`
    }`;

const cancelForm = (payment: Payment): Html =>
  html`<form method="post" action="/card_details/${payment.payment_id}/cancel">
    <button>${say('cancel', payment.language)}</button>
  </form>`;

/** What was typed, and what is wrong with it: errors by the name of the field. */
export interface CardForm {
  values: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, Word>>;
}

/** Asks for card details. There is no address where nobody is there to type theirs. */
export function cardPage(payment: Payment, agreement?: Agreement, form: CardForm = { values: {}, errors: {} }): Promise<Response> {
  const { language } = payment;
  const wrong = Object.entries(form.errors);
  const prefilled: Readonly<Record<string, string | undefined>> = {
    name: payment.prefilled?.cardholder_name,
    line1: payment.prefilled?.billing_address?.line1,
    line2: payment.prefilled?.billing_address?.line2,
    city: payment.prefilled?.billing_address?.city,
    postcode: payment.prefilled?.billing_address?.postcode,
    email: payment.email,
  };
  const field = (name: Word & string, autocomplete: string, inputmode = 'text'): Html => {
    const error = form.errors[name];
    return html`<label for="${name}">${say(name, language)}</label>
      ${error ? html`<p id="${name}-error"><strong>${say('error', language)}${say(error, language)}</strong></p>` : ''}
      <input
        id="${name}"
        name="${name}"
        autocomplete="${autocomplete}"
        inputmode="${inputmode}"
        value="${name === 'number' || name === 'code' ? '' : (form.values[name] ?? prefilled[name] ?? '')}"
        ${error ? html`aria-invalid="true" aria-describedby="${name}-error"` : ''}
      />`;
  };
  return hostedPage(
    language,
    say('enter-card', language),
    html`${
        wrong.length > 0
          ? html`<div class="error" role="alert">
              <h2>${say('problem', language)}</h2>
              <ul>
                ${wrong.map(([name, error]) => html`<li><a href="#${name}">${say(error, language)}</a></li>`)}
              </ul>
            </div>`
          : ''
      }
      ${summary(payment)} ${agreement ? html`<p>${say('agreement', language)} ${agreement.description}</p>` : ''}
      <form method="post" action="/card_details/${payment.payment_id}" novalidate>
        ${field('number', 'cc-number', 'numeric')} ${field('expiry', 'cc-exp')} ${field('name', 'cc-name')}
        ${field('code', 'cc-csc', 'numeric')}
        ${
          payment.moto
            ? ''
            : html`${field('line1', 'billing address-line1')} ${field('line2', 'billing address-line2')}
              ${field('city', 'billing address-level2')} ${field('postcode', 'billing postal-code')}`
        }
        ${field('email', 'email', 'email')}
        <div><button>${say('continue', language)}</button></div>
      </form>
      ${cancelForm(payment)}`,
    { error: wrong.length > 0, returnUrl: payment.return_url },
  );
}

export function bankPage(payment: Payment): Promise<Response> {
  const { language } = payment;
  return hostedPage(
    language,
    say('bank-title', language),
    html`<p>${say('bank-text', language)}</p>
      ${summary(payment)}
      <form method="post" action="/card_details/${payment.payment_id}/3ds">
        <button name="answer" value="yes">${say('bank-yes', language)}</button>
        <button name="answer" value="no">${say('bank-no', language)}</button>
      </form>`,
  );
}

export function confirmPage(payment: Payment): Promise<Response> {
  const { language } = payment;
  return hostedPage(
    language,
    say('confirm-title', language),
    html`${summary(payment)}
      <p>${say('card-ending', language)} ${payment.card?.last_digits_card_number ?? ''}</p>
      <form method="post" action="/card_details/${payment.payment_id}/confirm">
        <button>${say('confirm', language)}</button>
      </form>
      ${cancelForm(payment)}`,
    { returnUrl: payment.return_url },
  );
}

/** How it ended, and the way back. */
export function endPage(payment: Payment): Promise<Response> {
  const { language, state } = payment;
  const title: Word =
    state.status === 'success'
      ? 'success'
      : state.code === 'P0020'
        ? 'expired'
        : state.code === 'P0010'
          ? 'declined'
          : state.status === 'error'
            ? 'technical'
            : state.finished
              ? 'cancelled'
              : 'waiting';
  return hostedPage(
    language,
    say(title, language),
    html`${title === 'success' || title === 'waiting' ? '' : html`<p>${say('no-money', language)}</p>`} ${summary(payment)}
    ${payment.return_url === undefined ? '' : html`<p><a href="${payment.return_url}">${say('back', language)}</a></p>`}`,
  );
}

/** The address was used before, or never given out. */
export function usedPage(language: Language): Promise<Response> {
  return hostedPage(language, say('used-title', language), html`<p>${say('used-text', language)}</p>`, { status: 400 });
}
