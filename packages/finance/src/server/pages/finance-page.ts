/** What every page of the finance team has in common. */
import { buttonTemplate, tagTemplate } from '@council-kit/elements/templates.js';
import type { StaffPage, StaffRequest } from '@council-kit/gateway';
import { html, nothing, type TemplateResult } from 'lit';
import { finishedRank, PayRefusal, PaySilence, type PaymentRow } from '@council-kit/payments/server';
import { root } from '../finance-area.ts';
import { financeMessages } from './finance.messages.ts';

const say = financeMessages.say;

/** The address of a page of the finance team, in the language that is read. */
export const hrefOf = (request: StaffRequest, path: string, query: Readonly<Record<string, string>> = {}): string =>
  request.href(`${root}${path}`, query);

/** Leads on to a page of the finance team. */
export const to = (request: StaffRequest, path: string, query: Readonly<Record<string, string>> = {}): Response =>
  request.redirect(`${root}${path}`, query);

/** A form of these pages that changes something. */
export const formOf = (
  request: StaffRequest,
  path: string,
  fields: Readonly<Record<string, string>>,
  content: TemplateResult,
): TemplateResult => request.form(`${root}${path}`, content, fields);

/** The outcome of a payment, in a word. */
export function stateTag(
  { status, rank, amount, refunded }: Pick<PaymentRow, 'status' | 'rank' | 'amount' | 'refunded'>,
  language: string,
): TemplateResult {
  if (status === 'success' && refunded > 0)
    return tagTemplate({ text: say(refunded >= amount ? 'refunded' : 'part-refunded', language), classes: 'council-tag--purple' });
  const colour = status === 'success' ? 'green' : status === 'capturable' ? 'yellow' : rank < finishedRank ? 'blue' : 'grey';
  return tagTemplate({ text: say(status, language), classes: `council-tag--${colour}` });
}

/** Characters that mean something only as they stand: not translated, broken anywhere. */
export const exact = (text: string): TemplateResult => html`<span class="council-finance-exact" translate="no">${text}</span>`;

/** GOV.UK Pay cannot be asked: what that means, and the way on. */
export function payAwayPage(
  request: StaffRequest,
  problem: PayRefusal | PaySilence,
  back: NonNullable<StaffPage['back']>,
  again?: string,
): Response {
  const { language } = request;
  const title = say('away-title', language);
  const { details } = problem;
  request.context.get('log').warn({ err: problem }, 'GOV.UK Pay could not be asked for the finance team');
  return request.page({
    title,
    status: details.status >= 500 ? details.status : 502,
    back,
    body: html`<h1 class="council-heading-l">${title}</h1>
      <p class="council-body">${say('away', language)}</p>
      <p class="council-hint">${say('away-code', language, { code: details.upstream?.code ?? details.code })}</p>
      ${again === undefined ? nothing : html`<p>${buttonTemplate({ href: again, text: say('try-again', language) })}</p>`}`,
  });
}
