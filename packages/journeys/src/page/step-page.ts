import { inLanguage, type FieldError } from '@council-kit/core';
import { html, nothing } from 'lit';
import { specialKind } from '../engine/answers.ts';
import { backAddress } from '../engine/addresses.ts';
import { datePartNames, formFields, givenOn, isConditional } from '../engine/form-fields.ts';
import { isQuestion, type StepPage, type Walk } from '../engine/walk.ts';
import type { Answers } from '../definition.ts';
import { journeyMessages } from '../journey.messages.ts';
import { contactBelow } from './contact-below.ts';
import { aboveTemplate, formTemplate } from './form.template.ts';
import { informationTemplate, questionTemplate } from './question.template.ts';
import type { JourneyPage, PageView } from './view.ts';

/** What a page is called: its heading, or its one question. */
export function stepTitle(page: StepPage, view: Pick<PageView, 'journey' | 'language'>): string {
  const only = page.contents.find(isQuestion);
  return inLanguage(page.step.title ?? only?.label ?? view.journey.title, view.language);
}

/** The id of the control that an error's link leads to. */
function controlId(error: FieldError, page: StepPage, specials: PageView['specials']): string {
  const question = page.questions.find(({ name }) => name === error.field);
  if (question?.kind === 'date') return datePartNames(question.name)[0];
  for (const each of page.questions) {
    if (each.kind !== 'special' || !error.field.startsWith(each.name)) continue;
    return specialKind(each.special, specials).focusId?.(error.field, each) ?? error.field;
  }
  return error.field;
}

/** A page that asks. */
export function stepPage(page: StepPage, walk: Walk, answers: Answers, view: PageView): JourneyPage {
  const { language, specials, changing } = view;
  const title = stepTitle(page, view);
  const questions = page.contents.filter(isQuestion);
  const isHeading = page.step.title === undefined && questions.length === 1;
  const given = givenOn(page, answers);
  const fields = isConditional(page) ? ([[formFields.shown, questions.map(({ name }) => name).join(' ')]] as const) : undefined;
  const { caption } = view.journey;
  const content = html`${caption ? html`<p class="council-caption">${inLanguage(caption, language)}</p>` : nothing}${isHeading ? nothing : html`<h1 class="council-heading-l">${title}</h1>`}${page.contents.map(
    (content) =>
      isQuestion(content)
        ? questionTemplate({ question: content, given, answers: page.answers, heading: isHeading }, view)
        : informationTemplate(content, language),
  )}`;
  const back = backAddress(walk, page.address, changing);
  return {
    title,
    back: back === undefined ? undefined : view.href(back),
    body: html`${aboveTemplate(view, (error) => `#${controlId(error, page, specials)}`)}${formTemplate(
      view,
      content,
      page.step.button ? inLanguage(page.step.button, language) : journeyMessages.say('continue', language),
      fields,
    )}${contactBelow(view)}`,
  };
}
