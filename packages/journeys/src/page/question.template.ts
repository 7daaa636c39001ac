import { errorFor, inLanguage, safeUrl, type Text } from '@council-kit/core';
import {
  insetTextTemplate,
  textInputTemplate,
  warningTextTemplate,
  type HintOptions,
  type LabelOptions,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Answer, Answers, Information, Question } from '../definition.ts';
import { answerOf, asSpecial, specialKind } from '../engine/answers.ts';
import { choicesOf, furtherOf, type PageView } from './view.ts';

/** One question as it is shown: with what was answered, and as the page's heading where it is the page's only one. */
export interface ShownQuestion {
  readonly question: Question;
  /** The answers its own is kept among. */
  readonly given: Answers;
  /** All asked answers up to its page. */
  readonly answers: Answers;
  readonly heading: boolean;
}

function linkTemplate(link: { readonly text: Text; readonly href: string }, language: string): TemplateResult {
  return html` <a class="council-link" href=${safeUrl(link.href) ?? '#'}>${inLanguage(link.text, language)}</a>`;
}

/** Words between the questions. */
export function informationTemplate({ look, text, link }: Omit<Information, 'kind' | 'when'>, language: string): TemplateResult {
  const content = html`${inLanguage(text, language)}${link ? linkTemplate(link, language) : nothing}`;
  if (look === 'inset') return insetTextTemplate({ text: content });
  if (look === 'warning') return warningTextTemplate({ text: content, lang: language });
  return html`<p class="council-body">${content}</p>`;
}

/**
 * One question with its label, hint, error and what was answered, as native HTML; in its host tag where that adds a behaviour. With an error it is another HTML, so the
 * host starts afresh; special questions and files hold more than answers (a map, photos under way) and stay.
 */
export function questionTemplate(shown: ShownQuestion, view: PageView): unknown {
  const { kind, name } = shown.question;
  const html = nativeTemplate(shown, view);
  return kind === 'special' || kind === 'files' ? html : keyed(errorFor(view.errors, name), html);
}

function nativeTemplate(shown: ShownQuestion, view: PageView): TemplateResult {
  const { question, given, heading } = shown;
  const { language, errors, specials } = view;
  const text = (words: Text): string => inLanguage(words, language);
  const answer: Answer | undefined = answerOf(question, given, specials);
  const message = errorFor(errors, question.name);
  const { name } = question;
  const hint: HintOptions | undefined = question.hint && { text: text(question.hint) };
  const label = (block: string): LabelOptions => ({
    text: text(question.label),
    isPageHeading: heading,
    classes: heading ? `council-${block}--l` : undefined,
  });
  const common = { name, hint, errorMessage: message === undefined ? undefined : { text: message }, lang: language };
  const value = typeof answer === 'string' ? answer : undefined;

  switch (question.kind) {
    case 'text':
      return textInputTemplate({
        ...common,
        label: label('label'),
        value,
        type: question.type,
        inputmode: question.inputmode,
        autocomplete: question.autocomplete,
        spellcheck: question.spellcheck,
        width: question.width,
      });
    case 'radios':
    case 'checkboxes':
      return choicesOf(view)(question, answer, { ...common, fieldset: { legend: label('fieldset-legend') } }, shown, view);
    case 'special':
      return specialKind(question.special, specials).template({
        question,
        answers: shown.answers,
        answer: asSpecial(answer),
        language,
        errors: errors.filter(({ field }) => field === name || field.startsWith(`${name}-`) || field.startsWith(`${name}.`)),
        label: label('fieldset-legend'),
        hint,
        data: Object.hasOwn(view.data, name) ? view.data[name] : undefined,
        enhanced: view.enhanced,
      });
    default:
      return furtherOf(view).furtherQuestionTemplate(
        question,
        answer,
        { ...common, label: label('label') },
        label('fieldset-legend'),
        view,
      );
  }
}
