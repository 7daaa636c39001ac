/** What has not reached another system: officers see why, and try again. One page for the outbox of every service. */
import { momentInWords, type Language } from '@council-kit/core';
import { buttonTemplate, notificationBannerTemplate, tagTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Outbox, OutboxRow } from '../service.ts';
import { staffMessages } from './staff.messages.ts';
import type { StaffRoutes } from './staff.ts';
import type { StaffPage, StaffRequest, Words } from './staff-request.ts';
import { retryAll, undelivered } from './undelivered.ts';

/** How a service shows its deliveries. */
export interface DeliveriesPage {
  readonly path: string;
  readonly title: Words;
  /** The heading above what the deliveries are about: "Payment". */
  readonly about: Words;
  /** Says what the rows are, in their order. */
  describe(rows: readonly OutboxRow[], language: Language): readonly DeliveryInWords[] | Promise<readonly DeliveryInWords[]>;
  /** The link above the page. Without it the page has the navigation. */
  readonly back?: (request: StaffRequest) => StaffPage['back'];
  /** Another service's outbox, if the deliveries are not the service's own. Asked for at each request. */
  readonly outbox?: () => Outbox;
}

/** A delivery in words. */
export interface DeliveryInWords {
  /** What is sent, and where: "Payment, to the billing system". */
  readonly what: string;
  /** The reference of what it is about, and the path of its page. */
  readonly about?: { readonly text: string; readonly path: string } | undefined;
}

const say = staffMessages.say;

export function addDeliveriesPage(routes: StaffRoutes, own: Outbox, page: DeliveriesPage): void {
  const { path, outbox = () => own } = page;

  routes.get(path, async (request) => request.page(await pageOf(page, outbox(), request)));

  routes.post(path, async (request, form) => {
    const id = form.text('id');
    if (!form.fits) return request.redirect(path);
    if (id === 'all') return request.redirect(path, { all: String(await retryAll(outbox())) });
    return request.redirect(path, { tried: (await outbox().retryNow(id)) ? 'yes' : 'gone' });
  });
}

async function pageOf(page: DeliveriesPage, outbox: Outbox, request: StaffRequest): Promise<StaffPage> {
  const { language } = request;
  const { path } = page;
  const { failed, waiting } = await undelivered(outbox);
  const rows = [...failed, ...waiting];
  const title = page.title(language);
  const news = newsOf(request);
  const back = page.back?.(request);
  return {
    title,
    here: path,
    ...(back ? { back } : {}),
    body: html`${news === undefined ? nothing : notificationBannerTemplate({ type: 'success', text: news, lang: language })}
      <h1 class="council-heading-l">${title}</h1>
      ${
        rows.length === 0
          ? html`<p class="council-body">${say('deliveries-none', language)}</p>`
          : html`<p class="council-body">${say('deliveries-intro', language)}</p>
              ${tableTemplate(page, request, rows, await page.describe(rows, language))}
              ${
                rows.length > 1
                  ? request.form(path, buttonTemplate({ text: say('try-all', language), classes: 'council-button--secondary' }), {
                      id: 'all',
                    })
                  : nothing
              }`
      }`,
  };
}

/** What a form that was just sent did. */
function newsOf({ context, language }: StaffRequest): string | undefined {
  const tried = context.req.query('tried');
  if (tried !== undefined) return say(tried === 'yes' ? 'tried' : 'gone', language);
  const count = Number(context.req.query('all') ?? 0);
  return Number.isSafeInteger(count) && count > 0 ? say('tried-all', language, { count }) : undefined;
}

function tableTemplate(
  { path, title, about }: DeliveriesPage,
  request: StaffRequest,
  rows: readonly OutboxRow[],
  words: readonly DeliveryInWords[],
): TemplateResult {
  const { language } = request;
  return html`<div class="council-table-scroll" tabindex="0" role="region" aria-label=${title(language)}>
    <table class="council-table">
      <caption class="council-visually-hidden">
        ${title(language)}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('what', language)}</th>
          <th scope="col">${about(language)}</th>
          <th scope="col">${say('reason', language)}</th>
          <th scope="col" class="council-table-cell--numeric">${say('attempts', language)}</th>
          <th scope="col">${say('next', language)}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row, index) => rowTemplate(path, request, row, words[index] ?? { what: row.kind }))}
      </tbody>
    </table>
  </div>`;
}

function rowTemplate(path: string, request: StaffRequest, row: OutboxRow, { what, about }: DeliveryInWords): TemplateResult {
  const { language } = request;
  const next = row.nextAttemptAt.toISOString();
  return html`<tr>
    <th scope="row" class="council-staff-words">${what}</th>
    <td class="council-staff-one-line">
      ${about ? html`<a class="council-link" translate="no" href=${request.href(about.path)}>${about.text}</a>` : nothing}
    </td>
    <td class="council-staff-words">${row.reason}</td>
    <td class="council-table-cell--numeric">${row.attempts}</td>
    <td class="council-staff-words">
      ${
        row.state === 'failed'
          ? tagTemplate({ text: say('given-up', language), classes: 'council-tag--red' })
          : html`<time datetime=${next}>${momentInWords(next, language)}</time>`
      }
    </td>
    <td class="council-staff-one-line">
      ${request.form(
        path,
        buttonTemplate({
          text: html`${say('try-again', language)}<span class="council-visually-hidden">: ${what} ${about?.text ?? ''}</span>`,
          classes: 'council-button--secondary',
        }),
        { id: row.id },
      )}
    </td>
  </tr>`;
}
