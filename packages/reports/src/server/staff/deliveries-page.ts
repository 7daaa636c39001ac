/** What has not reached the council's other system: to be seen, and tried again. */
import { momentInWords } from '@council-kit/core';
import { buttonTemplate, notificationBannerTemplate, tagTemplate } from '@council-kit/elements/templates.js';
import type { OutboxRow } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import * as v from 'valibot';
import type { Reports } from '../reports.ts';
import { staffMessages } from './staff.messages.ts';
import { backToReports, staffPage, type StaffRequest } from './staff-page.ts';
import { formToken } from './form-token.ts';

const payloadSchema = v.object({ reference: v.string(), upstream: v.string() });

/** `GET /staff/deliveries`. */
export async function deliveriesPage(reports: Reports, request: StaffRequest): Promise<Response> {
  const { context } = request;
  const { ground } = reports;
  const language = context.get('language');
  const say = staffMessages.say;
  const [failed, waiting] = await Promise.all([
    ground.outbox.list({ state: 'failed', limit: 200 }),
    ground.outbox.list({ state: 'waiting', attempted: true, limit: 200 }),
  ]);
  const rows = [...failed, ...waiting];
  const title = say('undelivered', language);
  const body = html`${context.req.query('tried') === undefined ? nothing : notificationBannerTemplate({ type: 'success', text: say('trying-again', language), lang: language })}
    <h1 class="council-heading-l">${title}</h1>
    ${
      rows.length === 0
        ? html`<p class="council-body">${say('undelivered-none', language)}</p>`
        : html`<p class="council-body">${say('undelivered-intro', language)}</p>
            ${tableTemplate(reports, request, rows)}`
    }`;
  return staffPage(reports, request, title, body, { beforeContent: backToReports(reports, language) });
}

function tableTemplate({ ground }: Reports, request: StaffRequest, rows: readonly OutboxRow[]): TemplateResult {
  const language = request.context.get('language');
  const say = staffMessages.say;
  const { site } = ground;
  const title = say('undelivered', language);
  return html`<div class="council-table-scroll" tabindex="0" role="region" aria-label=${title}>
    <table class="council-table">
      <caption>
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('reference', language)}</th>
          <th scope="col">${say('attempts', language)}</th>
          <th scope="col">${say('reason', language)}</th>
          <th scope="col">${say('next-attempt', language)}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const payload = v.safeParse(payloadSchema, row.payload);
          const reference = payload.success ? payload.output.reference : '';
          return html`<tr>
            <th scope="row"><a class="council-link" href=${site.path(`/staff/reports/${reference}?lang=${language}`)}>${reference}</a></th>
            <td>${row.attempts}</td>
            <td>${row.reason}</td>
            <td>
              ${
                row.state === 'failed'
                  ? tagTemplate({ text: say('given-up', language), classes: 'council-tag--red' })
                  : html`<time datetime=${row.nextAttemptAt.toISOString()}
                      >${momentInWords(row.nextAttemptAt.toISOString(), language)}</time
                    >`
              }
            </td>
            <td>
              <form method="post" action=${site.path(`/staff/deliveries?lang=${language}`)}>
                <input type="hidden" name="token" value=${formToken(ground, request.officer, 'deliveries')} />
                <input type="hidden" name="id" value=${row.id} />
                ${buttonTemplate({
                  text: html`${say('try-again', language)}<span class="council-visually-hidden">: ${reference}</span>`,
                  classes: 'council-button--secondary',
                })}
              </form>
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
