/** The page that residents come back to: what became of their payment, whoever brought them. */
import { buttonTemplate, summaryListTemplate, type SummaryListRow } from '@council-kit/elements/templates.js';
import { htmlResponse, type GatewayContext } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { momentInWords } from '../../rules/days-in-words.ts';
import { pounds } from '../../rules/pence.ts';
import { fundOf, languageOf, type Payments } from '../payments.ts';
import { presentPayment } from '../present.ts';
import type { PaymentRow } from '../records/tables.ts';
import { paymentPageMessages } from './payment-page.messages.ts';

export function returnPage(payments: Payments, context: GatewayContext, row: PaymentRow): Response {
  const { site } = payments.ground;
  // In the words of the one who paid, unless they ask for others: Pay sends them back without a language.
  const asked = context.req.query('lang');
  const language = languageOf(asked ?? row.language);
  const here = (lang: string): string => site.path(`/payments/${row.id}/return?lang=${lang}`);
  const { title, body } = content(payments, row, language, here(language));
  return htmlResponse(
    site.page({
      language,
      title,
      body: html`<h1 class="council-heading-l">${title}</h1>
        ${body}`,
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, here(each)])),
    }),
    { language, headers: { 'X-Robots-Tag': 'noindex' } },
  );
}

function content(payments: Payments, row: PaymentRow, language: 'en' | 'cy', here: string): { title: string; body: TemplateResult } {
  const say = (...[key, places]: [Parameters<typeof paymentPageMessages.say>[0], Record<string, string>?]): string =>
    paymentPageMessages.say(key, language, places);
  const payment = presentPayment(payments, row);
  const paragraph = (text: string): TemplateResult => html`<p class="council-body">${text}</p>`;
  const button = (href: string, text: string): TemplateResult => buttonTemplate({ href, text });
  const { status, code } = payment.state;
  if (status === 'success') {
    return {
      title: say('success'),
      body: html`${paragraph(say('success-text', { amount: pounds(row.amount) }))}
        <h2 class="council-heading-m">${say('receipt')}</h2>
        ${receipt(payments, row, language)} ${paragraph(say('print'))}`,
    };
  }
  if (status === 'submitted' || status === 'capturable')
    return {
      title: say('unconfirmed'),
      body: html`${paragraph(say('unconfirmed-text'))} ${paragraph(say('unconfirmed-long'))} ${button(here, say('ask-again'))}`,
    };
  if (!payment.state.finished)
    return {
      title: say('unfinished'),
      body: html`${paragraph(say('unfinished-text'))} ${button(payments.ground.site.path(`/payments/${row.id}/pay`), say('go-on'))}
        <p class="council-body"><a class="council-link" href=${here}>${say('ask-again')}</a></p>`,
    };
  const reason = ['P0010', 'P0020', 'P0030', 'P0040', 'P0050'].find((known) => known === code) as 'P0010' | undefined;
  return {
    title: say('failed'),
    body: html`${reason ? paragraph(say(reason)) : status === 'not-created' ? paragraph(say('not-created')) : nothing}
    ${paragraph(say('nothing-taken'))} ${payment.startAgain === undefined ? nothing : button(payment.startAgain, say('start-again'))}
    ${payments.settings.contact ? paragraph(payments.settings.contact.text[language]) : nothing}`,
  };
}

function receipt(payments: Payments, payment: PaymentRow, language: 'en' | 'cy'): TemplateResult {
  const say = (key: 'amount' | 'for' | 'reference' | 'date' | 'refunded'): string => paymentPageMessages.say(key, language);
  const fund = fundOf(payments, payment.fund);
  const row = (key: 'amount' | 'for' | 'reference' | 'date' | 'refunded', text: string): SummaryListRow => ({
    key: { text: say(key) },
    value: { text },
  });
  return summaryListTemplate({
    lang: language,
    rows: [
      row('amount', pounds(payment.amount)),
      row('for', `${fund?.name[language] ?? payment.fund}, ${payment.account}`),
      row('reference', payment.reference),
      payment.paid_at !== null && row('date', momentInWords(new Date(payment.paid_at).toISOString(), language)),
      payment.refunded > 0 && row('refunded', pounds(payment.refunded)),
    ],
  });
}
