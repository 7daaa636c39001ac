/** On the way to GOV.UK Pay, and Pay does not answer: why, and every way on. */
import { inLanguage, languageOf } from '@council-kit/core';
import { buttonTemplate } from '@council-kit/elements/templates.js';
import { htmlResponse, type GatewayContext, type Problem } from '@council-kit/gateway';
import { contactTemplate } from '@council-kit/journeys/contact.js';
import { html } from 'lit';
import type { Payments } from '../payments.ts';
import type { PaymentRow } from '../records/tables.ts';
import { paymentPageMessages } from './payment-page.messages.ts';

export function notReachedPage({ ground, settings }: Payments, context: GatewayContext, row: PaymentRow, problem: Problem): Response {
  const { site } = ground;
  const language = languageOf(context.req.query('lang') ?? row.language);
  const here = (lang: string): string => site.path(`/payments/${row.id}/pay?lang=${lang}`);
  const say = (key: 'again' | 'see' | 'contact'): string => paymentPageMessages.say(key, language);
  const { title, detail, headers = {} } = problem.details;
  return htmlResponse(
    site.page({
      language,
      title: inLanguage(title, language),
      body: html`<h1 class="council-heading-l">${inLanguage(title, language)}</h1>
        ${detail ? html`<p class="council-body">${inLanguage(detail, language)}</p>` : ''}
        ${buttonTemplate({ href: here(language), text: say('again') })}
        <p class="council-body">
          <a class="council-link" href=${site.path(`/payments/${row.id}/return?lang=${language}`)}>${say('see')}</a>
        </p>
        ${contactTemplate(settings.contact, language, say('contact'))}`,
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, here(each)])),
    }),
    { language, status: problem.status, headers: { ...headers, 'X-Robots-Tag': 'noindex' } },
  );
}
