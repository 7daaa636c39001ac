/** What is looked for among the payments. */
import { cutText, dayInLondon, inLanguage } from '@council-kit/core';
import { buttonTemplate, detailsTemplate, selectTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { asTyped, beginningOf, endOf, readDay } from '../period.ts';
import { formOf, hrefOf } from './finance-page.ts';
import type { StaffRequest } from '@council-kit/gateway';
import { outcomes, type PaymentFilter } from '@council-kit/payments/server';
import type { Finance } from '../finance.ts';
import { listMessages } from './list.messages.ts';
import { sealSought, unsealSought } from './sought.ts';

const say = listMessages.say;

/** What the form holds, as it was typed. */
export interface Asked {
  readonly words: string;
  readonly outcome: string;
  readonly fund: string;
  readonly from: string;
  readonly to: string;
}

const narrowing = ['outcome', 'fund', 'from', 'to'] as const;

export interface FieldFault {
  readonly field: 'from' | 'to';
  readonly message: string;
}

/** From the list's address. */
export function askedOf({ ground }: Finance, query: (name: string) => string | undefined): Asked {
  const typed = (name: (typeof narrowing)[number]): string => cutText(query(name) ?? '', 200, 'code-units');
  return {
    words: unsealSought(ground, query('sought')),
    outcome: typed('outcome'),
    fund: typed('fund'),
    from: typed('from'),
    to: typed('to'),
  };
}

/** For the list's address: what a resident could be known by is sealed. */
export function queryOfAsked({ ground }: Finance, asked: Asked): Record<string, string> {
  return {
    ...(asked.words.trim() === '' ? {} : { sought: sealSought(ground, asked.words) }),
    ...Object.fromEntries(narrowing.flatMap((name) => (asked[name] === '' ? [] : [[name, asked[name]]]))),
  };
}

/** What to look for, or what is wrong with it. */
export function readAsked(finance: Finance, asked: Asked, language: string): { filter: PaymentFilter; faults: FieldFault[] } {
  const [from, to] = [readDay(asked.from), readDay(asked.to)];
  const example = exampleDay(finance);
  const faults: FieldFault[] = [];
  if (asked.from.trim() !== '' && from === undefined)
    faults.push({ field: 'from', message: say('from-unreadable', language, { day: example }) });
  if (asked.to.trim() !== '' && to === undefined) faults.push({ field: 'to', message: say('to-unreadable', language, { day: example }) });
  if (from !== undefined && to !== undefined && to < from) faults.push({ field: 'to', message: say('order', language) });
  const outcome = outcomes.find((each) => each === asked.outcome);
  const filter = {
    ...(asked.words.trim() ? { words: asked.words } : {}),
    ...(outcome ? { outcome } : {}),
    ...(asked.fund ? { fund: asked.fund } : {}),
    ...(from === undefined ? {} : { from: beginningOf(from) }),
    ...(to === undefined ? {} : { to: endOf(to) }),
  };
  return { filter, faults };
}

/** Today: a day that everybody can tell the order of the numbers by would be another. */
const exampleDay = ({ ground }: Finance): string => asTyped(dayInLondon(ground.clock.now()));

export function listFormTemplate(finance: Finance, request: StaffRequest, asked: Asked, faults: readonly FieldFault[]): TemplateResult {
  const { language } = request;
  const any = { value: '', text: say('any', language) };
  const day = (name: 'from' | 'to'): TemplateResult => {
    const message = faults.find(({ field }) => field === name)?.message;
    return textInputTemplate({
      name,
      label: { text: say(name, language) },
      hint: { text: say('day-hint', language, { day: exampleDay(finance) }) },
      value: asked[name],
      width: 10,
      ...(message === undefined ? {} : { errorMessage: { text: message } }),
      lang: language,
    });
  };
  const narrowed = narrowing.some((name) => asked[name] !== '');
  const fields = html`${textInputTemplate({
    name: 'words',
    label: { text: say('words', language) },
    hint: { text: say('words-hint', language) },
    value: asked.words,
    width: 30,
    spellcheck: false,
    autocomplete: 'off',
    lang: language,
  })}
  ${detailsTemplate({
    summaryText: say('narrow', language),
    open: narrowed,
    text: html`<div class="council-finance-fields">
      ${selectTemplate({
        name: 'outcome',
        label: { text: say('state', language) },
        value: asked.outcome,
        items: [any, ...outcomes.map((each) => ({ value: each, text: say(`outcome-${each}`, language) }))],
      })}
      ${selectTemplate({
        name: 'fund',
        label: { text: say('fund', language) },
        value: asked.fund,
        items: [any, ...finance.ledger.funds.map(({ id, name }) => ({ value: id, text: inLanguage(name, language) }))],
      })}
      ${day('from')}${day('to')}
    </div>`,
  })}
  ${buttonTemplate({ text: say('find', language) })}`;
  return html`<div role="search">${formOf(request, '', {}, fields)}</div>
    ${
      narrowed || asked.words !== ''
        ? html`<p class="council-body"><a class="council-link" href=${hrefOf(request, '')}>${say('clear', language)}</a></p>`
        : nothing
    }`;
}
