/** The page that residents come back to: what became of their payment, whoever brought them. */
import { htmlResponse, type GatewayContext } from '@council-kit/gateway';
import { html } from 'lit';
import { contactTemplate } from '../../page/contact.template.ts';
import { paymentStatusTemplate, paymentStatusTitle } from '../../payment-status/payment-status.template.ts';
import { finishedRank } from '../govuk-pay/pay-answers.ts';
import { languageOf, type Payments } from '../payments.ts';
import { presentPayment } from '../present.ts';
import type { PaymentRow } from '../records/tables.ts';
import { paymentPageMessages } from './payment-page.messages.ts';

/** A confirmation usually takes less than a minute: after that something else is to be said. */
const longMs = 120_000;

export function returnPage(payments: Payments, context: GatewayContext, row: PaymentRow): Response {
  const { site, clock } = payments.ground;
  // In the words of the one who paid, unless they ask for others: Pay sends them back without a language.
  const language = languageOf(context.req.query('lang') ?? row.language);
  const here = (lang: string): string => site.path(`/payments/${row.id}/return?lang=${lang}`);
  const payment = presentPayment(payments, row);
  const say = (key: 'ask-again' | 'contact'): string => paymentPageMessages.say(key, language);
  const long = clock.now().getTime() - row.created_at > longMs;
  // Without a script this is how the page asks by itself, as it says it does; no longer than it usually takes.
  const asks = row.status === 'submitted' && !long;
  const lost = row.rank === finishedRank && row.status !== 'success';
  return htmlResponse(
    site.page({
      language,
      title: paymentStatusTitle(payment, language),
      body: html`${paymentStatusTemplate(payment, {
        language,
        long,
        again: html`<p class="council-body"><a class="council-link" href=${here(language)}>${say('ask-again')}</a></p>`,
      })}${lost ? contactTemplate(payments.settings.contact, language, say('contact')) : ''}`,
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, here(each)])),
    }),
    { language, headers: { 'X-Robots-Tag': 'noindex', ...(asks ? { Refresh: '10' } : {}) } },
  );
}
