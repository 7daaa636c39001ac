/** What has not reached the billing system (or whoever else is told of money): to be seen, and tried again. */
import { momentInWords } from '@council-kit/core';
import { buttonTemplate, notificationBannerTemplate, tagTemplate } from '@council-kit/elements/templates.js';
import type { OutboxRow, Routes } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import * as v from 'valibot';
import { pounds } from '../../../rules/pence.ts';
import type { Payments } from '../../payments.ts';
import type { PaymentsTables } from '../../records/tables.ts';
import { retryAll, undelivered } from '../undelivered.ts';
import { deliveriesMessages } from './deliveries.messages.ts';
import { doingForm, financePage, hrefOf, root } from './finance-page.ts';
import { textOf, type FinanceGround, type FinanceRequest } from './finance-request.ts';

const say = deliveriesMessages.say;
const path = '/deliveries';

/** Of whatever kind: what of it says which payment it is about. */
const payloadSchema = v.object({
  payment: v.optional(v.string()),
  payId: v.optional(v.string()),
  refund: v.optional(v.string()),
  amount: v.optional(v.number()),
});
type Payload = v.InferOutput<typeof payloadSchema>;

export function addDeliveriesPages({ hono }: Routes, payments: Payments, { signedIn, sent }: FinanceGround): void {
  hono.get(root + path, async (context) => deliveriesPage(payments, await signedIn(context)));

  hono.post(root + path, async (context) => {
    const { request, fields, fits } = await sent(context, path);
    const id = textOf(fields, 'id');
    const to = (query: Readonly<Record<string, string>>): Response => context.redirect(hrefOf(payments, request, path, query), 303);
    if (!fits) return to({});
    if (id === 'all') return to({ all: String(await retryAll(payments)) });
    return to({ tried: (await payments.ground.outbox.retryNow(id)) ? 'yes' : 'gone' });
  });
}

async function deliveriesPage(payments: Payments, request: FinanceRequest): Promise<Response> {
  const { context } = request;
  const language = context.get('language');
  const { failed, waiting } = await undelivered(payments);
  const rows = [...failed, ...waiting];
  const title = say('title', language);
  const [tried, all] = [context.req.query('tried'), Number(context.req.query('all') ?? 0)];
  const news =
    tried === undefined
      ? Number.isSafeInteger(all) && all > 0
        ? say('tried-all', language, { count: all })
        : undefined
      : say(tried === 'yes' ? 'tried' : 'gone', language);
  return financePage(payments, request, {
    title,
    here: 'deliveries',
    body: html`${news === undefined ? nothing : notificationBannerTemplate({ type: 'success', text: news, lang: language })}
      <h1 class="council-heading-l">${title}</h1>
      ${
        rows.length === 0
          ? html`<p class="council-body">${say('none', language)}</p>`
          : html`<p class="council-body">${say('intro', language)}</p>
              ${await tableTemplate(payments, request, rows)}
              ${
                rows.length > 1
                  ? doingForm(
                      payments,
                      request,
                      path,
                      { id: 'all' },
                      buttonTemplate({ text: say('try-all', language), classes: 'council-button--secondary' }),
                    )
                  : nothing
              }`
      }`,
  });
}

async function tableTemplate(payments: Payments, request: FinanceRequest, rows: readonly OutboxRow[]): Promise<TemplateResult> {
  const language = request.context.get('language');
  const title = say('title', language);
  const read = rows.map((row) => {
    const payload = v.safeParse(payloadSchema, row.payload);
    return { row, payload: payload.success ? payload.output : {} };
  });
  const references = await referencesOf(
    payments,
    read.map(({ payload }) => payload),
  );
  return html`<div class="council-table-scroll" tabindex="0" role="region" aria-label=${title}>
    <table class="council-table">
      <caption class="council-visually-hidden">
        ${title}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say('what', language)}</th>
          <th scope="col">${say('which', language)}</th>
          <th scope="col">${say('reason', language)}</th>
          <th scope="col" class="council-table-cell--numeric">${say('attempts', language)}</th>
          <th scope="col">${say('next', language)}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${read.map(({ row, payload }) => {
          const payment = references.get(payload.payment ?? payload.payId ?? '');
          const next = row.nextAttemptAt.toISOString();
          const what = kindInWords(row.kind, payload, language);
          return html`<tr>
            <th scope="row" class="council-finance-words">${what}</th>
            <td class="council-finance-one-line">
              ${
                payment
                  ? html`<a class="council-link" translate="no" href=${hrefOf(payments, request, `/payments/${payment.id}`)}
                      >${payment.reference}</a
                    >`
                  : nothing
              }
            </td>
            <td class="council-finance-words">${row.reason}</td>
            <td class="council-table-cell--numeric">${row.attempts}</td>
            <td class="council-finance-words">
              ${
                row.state === 'failed'
                  ? tagTemplate({ text: say('given-up', language), classes: 'council-tag--red' })
                  : html`<time datetime=${next}>${momentInWords(next, language)}</time>`
              }
            </td>
            <td class="council-finance-one-line">
              ${doingForm(
                payments,
                request,
                path,
                { id: row.id },
                buttonTemplate({
                  text: html`${say('try-again', language)}<span class="council-visually-hidden"
                      >: ${what} ${payment?.reference ?? ''}</span
                    >`,
                  classes: 'council-button--secondary',
                }),
              )}
            </td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function kindInWords(kind: string, { refund, amount = 0 }: Payload, language: string): string {
  const places = { amount: pounds(Math.abs(amount)), kind };
  if (kind === 'post-payment') {
    if (refund === undefined) return say('kind-payment', language);
    return say(amount < 0 ? 'kind-refund' : 'kind-refund-failed', language, places);
  }
  if (kind === 'read-payment' || kind === 'hand-on-mandate' || kind === 'email-receipt') return say(`kind-${kind}`, language);
  return say('kind-other', language, places);
}

/** By our id and by Pay's: which payments they are about. */
async function referencesOf({ ground }: Payments, payloads: readonly Payload[]): Promise<Map<string, { id: string; reference: string }>> {
  const ids = payloads.flatMap(({ payment }) => payment ?? []);
  const payIds = payloads.flatMap(({ payId }) => payId ?? []);
  const rows = await ground.store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .select(['id', 'reference', 'pay_id'])
    .where((eb) => eb.or([eb('id', 'in', [...ids, '']), eb('pay_id', 'in', [...payIds, ''])]))
    .execute();
  const found = new Map<string, { id: string; reference: string }>();
  for (const { id, reference, pay_id: payId } of rows)
    for (const key of [id, payId ?? '']) if (key !== '') found.set(key, { id, reference });
  return found;
}
