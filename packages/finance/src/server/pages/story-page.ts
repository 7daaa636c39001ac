/** One payment: what is known of it, what can be done with it, and everything that happened, in plain words. */
import { inLanguage, momentInWords } from '@council-kit/core';
import {
  buttonGroupTemplate,
  buttonTemplate,
  notificationBannerTemplate,
  summaryListTemplate,
  type SummaryListRow,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { movesMoney } from '../finance-area.ts';
import { exact, formOf, hrefOf, stateTag } from './finance-page.ts';
import type { StaffRequest } from '@council-kit/gateway';
import type { Payment } from '@council-kit/payments';
import { pounds } from '@council-kit/payments/rules.js';
import {
  decisionsOn,
  failureInWords,
  leftToRefund,
  type PaymentRow,
  type PaymentStory,
  type RefundRequestRow,
  type StoryEntry,
} from '@council-kit/payments/server';
import type { Finance } from '../finance.ts';
import { financeMessages } from './finance.messages.ts';
import { storyMessages, toldKinds, toldSources } from './story.messages.ts';

const say = storyMessages.say;

/** What was just done, told above the page. */
export type News = 'read' | 'cancelled' | 'captured' | 'not-cancelled' | 'not-captured';
const news: readonly News[] = ['read', 'cancelled', 'captured', 'not-cancelled', 'not-captured'];
export const readNews = (text: string | undefined): News | undefined => news.find((each) => each === text);

/** Where a payment's page is. */
export const pathOf = ({ id }: Pick<PaymentRow, 'id'>): string => `/payments/${id}`;

/** `GET /staff/finance/payments/{id}`. */
export async function storyPage(
  finance: Finance,
  request: StaffRequest,
  row: PaymentRow,
  told: { readonly news?: News | undefined; readonly refund?: RefundRequestRow | undefined } = {},
): Promise<Response> {
  const { language } = request;
  const story = await finance.ledger.story(row);
  const title = say('title', language, { reference: row.reference });
  const body = html`${bannerTemplate(told.news, told.refund, story, language)}
    <h1 class="council-heading-l">${title}</h1>
    ${summaryListTemplate({ rows: rowsOf(finance, row, story, language), lang: language })} ${doingTemplate(finance, request, row)}
    ${refundsTemplate(story, language)}
    <h2 class="council-heading-m">${say('what-happened', language)}</h2>
    <ol class="council-finance-story council-body">
      ${story.entries.map((entry) => entryTemplate(entry, language))}
    </ol>`;
  const back = { text: financeMessages.say('all-payments', language), href: hrefOf(request, '') };
  return request.page({ title, body, back });
}

function bannerTemplate(
  what: News | undefined,
  refund: RefundRequestRow | undefined,
  { refunds }: PaymentStory,
  language: string,
): TemplateResult | typeof nothing {
  const good = { type: 'success', lang: language } as const;
  if (refund) {
    const places = { amount: pounds(refund.amount) };
    if (refunds.some(({ id, status }) => id === refund.refund && status === 'error'))
      return notificationBannerTemplate({ text: say('was-failed', language, places), lang: language });
    if (refund.outcome === 'made') return notificationBannerTemplate({ ...good, text: say('was-refunded', language, places) });
    if (refund.outcome === 'refused') return nothing;
    const text = say(refund.outcome === 'not-seen' ? 'was-not-seen' : 'was-unknown', language, places);
    return notificationBannerTemplate({ text, lang: language });
  }
  if (what === undefined) return nothing;
  const text = say(`was-${what}`, language);
  return what.startsWith('not-') ? notificationBannerTemplate({ text, lang: language }) : notificationBannerTemplate({ ...good, text });
}

function rowsOf(finance: Finance, row: PaymentRow, story: PaymentStory, language: 'en' | 'cy'): SummaryListRow[] {
  const shown = finance.ledger.present(row);
  const line = (key: string, content: unknown): SummaryListRow => ({ key: { text: key }, value: { text: html`${content}` } });
  const moment = (at: string): TemplateResult => html`<time datetime=${at}>${momentInWords(at, language)}</time>`;
  const why = row.pay_id === null || row.status === 'success' || !shown.state.finished ? undefined : failureInWords(shown, language);
  return [
    line(
      say('state', language),
      html`${stateTag(row, language)}${why === undefined ? nothing : html` <span class="council-hint">${why}</span>`}`,
    ),
    line(say('amount', language), pounds(row.amount)),
    ...(row.refunded > 0 ? [line(say('refunded', language), pounds(row.refunded))] : []),
    ...(row.status === 'success' ? [line(say('left', language), pounds(leftToRefund(row)))] : []),
    line(say('fund', language), inLanguage(shown.fundName, language)),
    line(inLanguage(shown.referenceName, language), exact(row.account)),
    line(say('begun', language), moment(shown.created)),
    ...(shown.paid === undefined ? [] : [line(say('paid-on', language), moment(shown.paid))]),
    line(say('number', language), exact(shown.number)),
    line(say('pay-id', language), row.pay_id === null ? say('pay-id-none', language) : exact(row.pay_id)),
    line(say('receipt', language), receiptTemplate(finance, shown, language)),
    ...(finance.ledger.tellsBilling && row.paid_at !== null ? [line(say('billing', language), billingInWords(story, language))] : []),
  ];
}

function billingInWords({ untold }: PaymentStory, language: string): string {
  if (untold.length === 0) return say('billing-told', language);
  const what = untold.map(({ kind, amount }) =>
    kind === 'paid' ? say('billing-payment', language) : say('billing-refund', language, { amount: pounds(Math.abs(amount)) }),
  );
  return say('billing-waits', language, { what: what.join(', ') });
}

function receiptTemplate({ ground: { site } }: Finance, { id, receipt }: Payment, language: string): TemplateResult {
  const sent = { sending: 'receipt-sending', sent: 'receipt-sent-already', 'not-sent': 'receipt-not-sent-yet' } as const;
  return html`<a class="council-link" href=${site.path(`/payments/${id}/return?lang=${language}`)}>${say('receipt-page', language)}</a
    >${receipt === undefined ? nothing : html`<br />${say(sent[receipt], language)}`}`;
}

/** Only what the officer may do and Pay allows at this moment, as far as we know. */
function doingTemplate(finance: Finance, request: StaffRequest, row: PaymentRow): TemplateResult | typeof nothing {
  if (row.pay_id === null) return nothing;
  const { language } = request;
  const may = request.may(movesMoney.role);
  const link = (path: string, text: string, classes?: string): TemplateResult =>
    buttonTemplate({ text, href: hrefOf(request, `${pathOf(row)}/${path}`), ...(classes === undefined ? {} : { classes }) });
  return buttonGroupTemplate(
    html`${may && leftToRefund(row) > 0 ? link('refund', say('refund-button', language)) : nothing}
    ${(may ? decisionsOn(row) : []).map((decision) =>
      link(decision, say(`${decision}-button`, language), decision === 'cancel' ? 'council-button--secondary' : undefined),
    )}
    ${formOf(
      request,
      `${pathOf(row)}/read`,
      {},
      buttonTemplate({ text: say('read-button', language), classes: 'council-button--secondary', preventDoubleClick: true }),
    )}`,
  );
}

function refundsTemplate({ refunds }: PaymentStory, language: string): TemplateResult | typeof nothing {
  if (refunds.length === 0) return nothing;
  return html`<h2 class="council-heading-m">${say('refunds', language)}</h2>
    ${summaryListTemplate({
      lang: language,
      rows: refunds.map(({ id, amount, status }) => ({
        key: {
          text: say(status === 'success' ? 'refund-success' : status === 'error' ? 'refund-error' : 'refund-submitted', language, {
            amount: pounds(amount),
          }),
        },
        value: { text: html`<span class="council-visually-hidden">${say('refund-id', language)}: </span>${exact(id)}` },
      })),
    })}`;
}

function entryTemplate(entry: StoryEntry, language: string): TemplateResult {
  const at = new Date(entry.at).toISOString();
  return html`<li>
    <time class="council-hint" datetime=${at}>${momentInWords(at, language)}</time>
    <p>${entryInWords(entry, language)}</p>
    <span class="council-hint">${say('brought-by', language, { source: sourceInWords(entry.source, language) })}</span>
  </li>`;
}

function entryInWords({ kind, amount, status, code, note }: StoryEntry, language: string): string {
  const told = toldKinds.find((each) => each === kind);
  if (told === undefined) return say('kind-other', language, { kind: [kind, note].filter(Boolean).join(': ') });
  const state = status === null ? '' : financeMessages.say(status as PaymentRow['status'], language);
  return say(`kind-${told}`, language, { amount: pounds(Math.abs(amount)), state, code: code ?? '', note: note ?? '' });
}

function sourceInWords(source: string, language: string): string {
  if (source.startsWith('staff:')) return say('source-officer', language, { id: source.slice('staff:'.length) });
  const told = toldSources.find((each) => each === source);
  return told === undefined ? source : say(`source-${told}`, language);
}
