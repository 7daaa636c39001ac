/** To cancel a payment, or to take the money that waits: asked once more, then done. */
import { buttonGroupTemplate, buttonTemplate, notificationBannerTemplate } from '@council-kit/elements/templates.js';
import type { Routes } from '@council-kit/gateway';
import { html, nothing } from 'lit';
import { pounds } from '../../../rules/pence.ts';
import { PayRefusal, PaySilence } from '../../govuk-pay/pay-problems.ts';
import { existing } from '../../payment-routes.ts';
import type { Payments } from '../../payments.ts';
import type { PaymentRow } from '../../records/tables.ts';
import { refresh } from '../../refresh.ts';
import { decidePayment, decisions, decisionsOn, type Decision } from '../decide-payment.ts';
import { doingForm, financePage, hrefOf, payAwayPage, root } from './finance-page.ts';
import type { FinanceGround, FinanceRequest } from './finance-request.ts';
import { financeMessages } from './finance.messages.ts';
import { backTo } from './refund-pages.ts';
import { refundMessages } from './refund.messages.ts';
import { pathOf, type News } from './story-page.ts';

const say = refundMessages.say;

export function addDecisionPages({ hono }: Routes, payments: Payments, { signedIn, sent }: FinanceGround): void {
  const story = (request: FinanceRequest, row: PaymentRow, news: News): string => hrefOf(payments, request, pathOf(row), { news });

  for (const decision of decisions) {
    const news = ({ cancel: ['cancelled', 'not-cancelled'], capture: ['captured', 'not-captured'] } as const)[decision];

    hono.get(`${root}/payments/:id/${decision}`, async (context) => {
      const request = await signedIn(context);
      const row = await existing(payments, context.req.param('id'));
      if (!decisionsOn(row).includes(decision)) return context.redirect(hrefOf(payments, request, pathOf(row)), 303);
      return decisionPage(payments, request, row, decision);
    });

    hono.post(`${root}/payments/:id/${decision}`, async (context) => {
      const id = context.req.param('id');
      const { request, fits } = await sent(context, `/payments/${id}/${decision}`);
      const row = await existing(payments, id);
      const language = context.get('language');
      if (!fits) return decisionPage(payments, request, row, decision, { notice: financeMessages.say('stale', language), status: 403 });
      try {
        const { payment, done } = await decidePayment(payments, row, decision, request.officer);
        return context.redirect(story(request, payment, done ? news[0] : news[1]), 303);
      } catch (error) {
        if (error instanceof PaySilence)
          return decisionPage(payments, request, row, decision, { notice: say('decision-unknown', language), status: error.status });
        if (error instanceof PayRefusal) return payAwayPage(payments, request, error, backTo(payments, request, row));
        throw error;
      }
    });
  }

  hono.post(`${root}/payments/:id/read`, async (context) => {
    const id = context.req.param('id');
    const { request, fits } = await sent(context, `/payments/${id}/read`);
    const row = await existing(payments, id);
    if (!fits) return context.redirect(hrefOf(payments, request, pathOf(row)), 303);
    try {
      await refresh(payments, row, `staff:${request.officer.id}`);
      return context.redirect(story(request, row, 'read'), 303);
    } catch (error) {
      if (error instanceof PayRefusal || error instanceof PaySilence)
        return payAwayPage(payments, request, error, backTo(payments, request, row));
      throw error;
    }
  });
}

function decisionPage(
  payments: Payments,
  request: FinanceRequest,
  row: PaymentRow,
  decision: Decision,
  told: { readonly notice?: string; readonly status?: number } = {},
): Response {
  const language = request.context.get('language');
  const places = { reference: row.reference, amount: pounds(row.amount) };
  const title = say(`${decision}-title`, language, places);
  return financePage(payments, request, {
    title,
    status: told.status ?? 200,
    back: backTo(payments, request, row),
    body: html`${told.notice === undefined ? nothing : notificationBannerTemplate({ text: told.notice, lang: language })}
      <h1 class="council-heading-l">${title}</h1>
      <p class="council-body">${say(`${decision}-text`, language, places)}</p>
      ${doingForm(
        payments,
        request,
        `${pathOf(row)}/${decision}`,
        {},
        buttonGroupTemplate(
          html`${buttonTemplate({
              text: say(`${decision}-button`, language, places),
              ...(decision === 'cancel' ? { classes: 'council-button--warning' } : {}),
              preventDoubleClick: true,
            })} <a class="council-link" href=${hrefOf(payments, request, pathOf(row))}>${say(`${decision}-not`, language)}</a>`,
        ),
      )}`,
  });
}
