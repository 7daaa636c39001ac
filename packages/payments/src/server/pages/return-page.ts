/** The page that residents come back to: what became of their payment, whoever brought them. */
import { languageOf } from '@council-kit/core';
import { htmlResponse, type GatewayContext } from '@council-kit/gateway';
import { html } from 'lit';
import { secondsToNextQuestion, usualQuestions } from '../../payment-status/asking-again.ts';
import { isWaitedFor, paymentStatusTemplate, paymentStatusTitle } from '../../payment-status/payment-status.template.ts';
import type { Payments } from '../payments.ts';
import { presentPayment } from '../present.ts';
import type { PaymentRow } from '../records/tables.ts';
import { paymentPageMessages } from './payment-page.messages.ts';

export function returnPage(
  payments: Payments,
  context: GatewayContext,
  row: PaymentRow,
  { unanswered }: { readonly unanswered: boolean },
): Response {
  const { site } = payments.ground;
  // In the words of the one who paid, unless they ask for others: Pay sends them back without a language.
  const language = languageOf(context.req.query('lang') ?? row.language);
  const here = (lang: string): string => site.path(`/payments/${row.id}/return?lang=${lang}`);
  const payment = presentPayment(payments, row, { unanswered });
  // Without a script this is how the page asks by itself, as it says it does: less and less often, like the widget. How often it has, is in its
  // address; when it began to, only it knows.
  const asked = timesAsked(context.req.query('asked')) + 1;
  const seconds = isWaitedFor(payment) ? secondsToNextQuestion(asked) : undefined;
  return htmlResponse(
    site.page({
      language,
      title: paymentStatusTitle(payment, language),
      body: html`${paymentStatusTemplate(payment, {
        language,
        long: asked > usualQuestions,
        again: html`<p class="council-body">
          <a class="council-link" href=${here(language)}>${paymentPageMessages.say('ask-again', language)}</a>
        </p>`,
      })}`,
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, here(each)])),
    }),
    {
      language,
      headers: {
        'X-Robots-Tag': 'noindex',
        ...(seconds === undefined ? {} : { Refresh: `${Math.max(leastSeconds, seconds)}; url=${here(language)}&asked=${asked}` }),
      },
    },
  );
}

/** A page that is loaded anew begins to be read anew: not more often than this. */
const leastSeconds = 5;

/** A number of the address, which anybody may have changed. */
function timesAsked(text = ''): number {
  return /^\d{1,3}$/.test(text) ? Number(text) : 0;
}
