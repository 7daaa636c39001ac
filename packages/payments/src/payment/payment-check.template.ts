/** The check, and what may stand in the way of a payment. */
import { inLanguage } from '@council-kit/core';
import { buttonTemplate, summaryListTemplate, type SummaryListRow } from '@council-kit/elements/templates.js';
import type { Answers, Question, Step } from '@council-kit/journeys';
import { html, nothing, type TemplateResult } from 'lit';
import type { NewPayment } from '../contract/payment.ts';
import { pounds } from '../rules/pence.ts';
import { intentionOf, paymentSpecials } from './payment-answers.ts';
import { paymentCheckMessages } from './payment-check.messages.ts';
import { paymentJourney, type PaymentSetUp } from './payment.journey.ts';

const say = paymentCheckMessages.say;

/** What stands in the way of a payment, and what can be done about it. */
export type Obstacle =
  | { readonly kind: 'not-begun' | 'refused' | 'paid-already'; readonly message?: string }
  /** Another payment of the same is on its way: the gateway’s own heading says so. */
  | { readonly kind: 'being-confirmed'; readonly title: string; readonly message: string };

const obstacleTitles = { 'not-begun': 'not-begun-title', refused: 'refused-title', 'paid-already': 'paid-already-title' } as const;

/** It was not begun, and the way on. The buttons' values say what they do. */
export function obstacleTemplate(obstacle: Obstacle, { amount }: NewPayment, again: string, language: string): TemplateResult {
  const { kind, message } = obstacle;
  const act = (value: string, text: string): TemplateResult => buttonTemplate({ type: 'button', name: 'act', value, text });
  return html`<h1 class="council-heading-l">${kind === 'being-confirmed' ? obstacle.title : say(obstacleTitles[kind], language)}</h1>
    <p class="council-body">${message ?? say('not-begun', language)}</p>
    ${kind === 'not-begun' || kind === 'being-confirmed' ? act('pay', again) : nothing}
    ${kind === 'paid-already' ? act('once-more', say('pay-again', language, { amount: pounds(amount) })) : nothing}`;
}

/** What the check shows. */
export interface CheckView {
  readonly language: string;
  /** On the way to GOV.UK Pay; or stopped on that way. */
  readonly progress?: 'busy' | 'stopped' | undefined;
  /** The link that changes an answer. */
  href(step: string): string;
}

/** Everything that is about to be paid, before it is. */
export function checkTemplate(answers: Answers, setUp: PaymentSetUp, { language, progress, href }: CheckView): TemplateResult {
  const { fund, reference } = setUp;
  const journey = paymentJourney(setUp);
  const busy = progress === 'busy';
  const amount = pounds(intentionOf(answers, setUp)?.amount ?? 0);
  const row = (key: string, text: string | TemplateResult): SummaryListRow => ({ key: { text: key }, value: { text } });
  const asked = (step: Step): SummaryListRow => {
    const question = step.contents[0] as Question;
    const key = inLanguage(question.summaryLabel ?? question.label, language);
    return {
      ...row(key, answerInWords(question, answers, setUp, language)),
      actions: { items: [{ text: say('change', language), href: href(step.id), visuallyHiddenText: key.toLowerCase() }] },
    };
  };
  return html`<h1 class="council-heading-l">${inLanguage(journey.check.title, language)}</h1>
    <form data-step="check" novalidate>
      ${summaryListTemplate({
        lang: language,
        rows: [
          row(say('what', language), inLanguage(fund.name, language)),
          reference !== undefined && row(inLanguage(fund.reference.name, language), html`<span translate="no">${reference}</span>`),
          fund.price !== undefined && row(say('amount', language), amount),
          ...(journey.steps as readonly Step[]).map(asked),
        ],
      })}
      <p class="council-body">${inLanguage(journey.check.declaration ?? journey.title, language)}</p>
      ${buttonTemplate({ text: say(busy ? 'going' : 'pay-button', language, { amount }), preventDoubleClick: true })}
      ${busy ? buttonTemplate({ type: 'button', name: 'act', value: 'stop', text: say('stop', language), classes: 'council-button--secondary' }) : nothing}
      <p class=${progress === 'stopped' ? 'council-body' : 'council-visually-hidden'} role="status">
        ${busy ? say('going', language) : progress === 'stopped' ? say('stopped', language) : ''}
      </p>
    </form>`;
}

function answerInWords(question: Question, answers: Answers, setUp: PaymentSetUp, language: string): string | TemplateResult {
  const answer = answers[question.name];
  if (question.kind !== 'special') return typeof answer === 'string' && answer !== '' ? answer : say('none', language);
  const kind = paymentSpecials(setUp)[question.special];
  return kind && answer ? kind.summary(answer as Record<string, unknown>, { question, answers, language }) : say('none', language);
}
