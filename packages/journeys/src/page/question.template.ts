import { errorFor, inLanguage, safeUrl, type Text } from '@council-kit/core';
import {
  checkboxesTemplate,
  insetTextTemplate,
  radiosTemplate,
  textInputTemplate,
  warningTextTemplate,
  type ChoiceGroup,
  type ChoiceItem,
  type HintOptions,
  type LabelOptions,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Answer, Answers, Choice, Information, Question } from '../definition.ts';
import { answerOf, asSpecial, specialKind } from '../engine/answers.ts';
import { picks } from '../engine/walk.ts';
import { journeyMessages } from '../journey.messages.ts';
import { furtherOf, type PageView } from './view.ts';

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

/** What a picked choice reveals: what the council can and cannot do, and further questions. */
function revealedTemplate(choice: Choice, shown: ShownQuestion, view: PageView): TemplateResult | undefined {
  const { notice, questions = [] } = choice;
  if (notice === undefined && questions.length === 0) return undefined;
  return html`${notice ? informationTemplate({ look: 'inset', ...notice }, view.language) : nothing}${questions.map((question) =>
    questionTemplate({ ...shown, question, heading: false }, view),
  )}`;
}

/** Choices under their headings, in the order in which the headings first appear. */
function grouped(choices: readonly Choice[], item: (choice: Choice) => ChoiceItem, language: string): (ChoiceItem | ChoiceGroup)[] {
  const groups = new Map<string, ChoiceItem[]>();
  const all: (ChoiceItem | ChoiceGroup)[] = [];
  for (const choice of choices) {
    if (choice.group === undefined) {
      all.push(item(choice));
      continue;
    }
    const heading = inLanguage(choice.group, language);
    let items = groups.get(heading);
    if (items === undefined) {
      groups.set(heading, (items = []));
      all.push({ heading, items });
    }
    items.push(item(choice));
  }
  return all;
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
  const item = (choice: Choice): ChoiceItem => {
    const revealed = revealedTemplate(choice, shown, view);
    return {
      value: choice.value,
      text: text(choice.text),
      hint: choice.hint && { text: text(choice.hint) },
      keywords: choice.keywords && text(choice.keywords),
      checked: picks(answer, choice),
      conditional: revealed && { text: revealed },
    };
  };
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
      return html`<council-radios
        >${radiosTemplate({
          ...common,
          fieldset: { legend: label('fieldset-legend') },
          items: grouped(question.choices, item, language),
          searchable: question.searchable,
        })}</council-radios
      >`;
    case 'checkboxes':
      return html`<council-checkboxes
        >${checkboxesTemplate({
          ...common,
          fieldset: { legend: label('fieldset-legend') },
          items: [
            ...grouped(question.choices, item, language),
            ...(question.none
              ? [{ divider: journeyMessages.say('or', language) }, { ...item(question.none), behaviour: 'exclusive' as const }]
              : []),
          ],
        })}</council-checkboxes
      >`;
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
