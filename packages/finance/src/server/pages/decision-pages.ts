/** To cancel a payment, or to take the money that waits: asked once more, then done. */
import { buttonGroupTemplate, buttonTemplate, notificationBannerTemplate } from '@council-kit/elements/templates.js';
import type { StaffForm, StaffRequest, StaffRoutes } from '@council-kit/gateway';
import { html, nothing } from 'lit';
import { pounds } from '@council-kit/payments/rules.js';
import { decisions, decisionsOn, PayRefusal, PaySilence, type Decision, type PaymentRow } from '@council-kit/payments/server';
import type { Finance } from '../finance.ts';
import { movesMoney, root } from '../finance-area.ts';
import { formOf, hrefOf, payAwayPage, to } from './finance-page.ts';
import { financeMessages } from './finance.messages.ts';
import { backTo } from './refund-pages.ts';
import { refundMessages } from './refund.messages.ts';
import { pathOf, type News } from './story-page.ts';

const say = refundMessages.say;

export function addDecisionPages(area: StaffRoutes, finance: Finance): void {
  const rowOf = ({ context }: StaffRequest): Promise<PaymentRow> => finance.ledger.payment(context.req.param('id') ?? '');
  const story = (request: StaffRequest, row: PaymentRow, news: News): Response => to(request, pathOf(row), { news });

  for (const decision of decisions) {
    const news = ({ cancel: ['cancelled', 'not-cancelled'], capture: ['captured', 'not-captured'] } as const)[decision];

    const path = `${root}/payments/:id/${decision}`;

    const ask = async (request: StaffRequest): Promise<Response> => {
      const row = await rowOf(request);
      if (!decisionsOn(row).includes(decision)) return to(request, pathOf(row));
      return decisionPage(request, row, decision);
    };

    const decide = async (request: StaffRequest, { fits }: StaffForm): Promise<Response> => {
      const row = await rowOf(request);
      const { language } = request;
      if (!fits) return decisionPage(request, row, decision, { notice: financeMessages.say('stale', language), status: 403 });
      try {
        const { payment, done } = await finance.ledger.decide(row, decision, request.officer);
        return story(request, payment, done ? news[0] : news[1]);
      } catch (error) {
        if (error instanceof PaySilence)
          return decisionPage(request, row, decision, { notice: say('decision-unknown', language), status: error.status });
        if (error instanceof PayRefusal) return payAwayPage(request, error, backTo(request, row));
        throw error;
      }
    };

    area.get(path, ask, movesMoney);
    area.post(path, decide, movesMoney);
  }

  area.post(`${root}/payments/:id/read`, async (request, { fits }) => {
    const row = await rowOf(request);
    if (!fits) return to(request, pathOf(row));
    try {
      await finance.ledger.read(row, request.officer);
      return story(request, row, 'read');
    } catch (error) {
      if (error instanceof PayRefusal || error instanceof PaySilence) return payAwayPage(request, error, backTo(request, row));
      throw error;
    }
  });
}

function decisionPage(
  request: StaffRequest,
  row: PaymentRow,
  decision: Decision,
  told: { readonly notice?: string; readonly status?: number } = {},
): Response {
  const { language } = request;
  const places = { reference: row.reference, amount: pounds(row.amount) };
  const title = say(`${decision}-title`, language, places);
  return request.page({
    title,
    status: told.status ?? 200,
    back: backTo(request, row),
    body: html`${told.notice === undefined ? nothing : notificationBannerTemplate({ text: told.notice, lang: language })}
      <h1 class="council-heading-l">${title}</h1>
      <p class="council-body">${say(`${decision}-text`, language, places)}</p>
      ${formOf(
        request,
        `${pathOf(row)}/${decision}`,
        {},
        buttonGroupTemplate(
          html`${buttonTemplate({
              text: say(`${decision}-button`, language, places),
              ...(decision === 'cancel' ? { classes: 'council-button--warning' } : {}),
              preventDoubleClick: true,
            })} <a class="council-link" href=${hrefOf(request, pathOf(row))}>${say(`${decision}-not`, language)}</a>`,
        ),
      )}`,
  });
}
