import { inLanguage, type Text } from '@council-kit/core';
import {
  checkboxesTemplate,
  radiosTemplate,
  type ChoiceGroup,
  type ChoiceItem,
  type ErrorMessageOptions,
  type FieldsetOptions,
  type HintOptions,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, CheckboxesQuestion, Choice, RadiosQuestion } from '../definition.ts';
import { picks } from '../engine/walk.ts';
import { journeyMessages } from '../journey.messages.ts';
import { informationTemplate, questionTemplate, type ShownQuestion } from './question.template.ts';
import type { PageView } from './view.ts';

/** What the native HTML of choices is made from. */
interface ChoicesOptions {
  readonly name: string;
  readonly hint?: HintOptions;
  readonly errorMessage?: ErrorMessageOptions;
  readonly lang: string;
  readonly fieldset: FieldsetOptions;
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
 * A question that asks for choices. A widget whose first page has one gives it to its controller; others fetch it with the pages that need it.
 */
export function choicesTemplate(
  question: RadiosQuestion | CheckboxesQuestion,
  answer: Answer | undefined,
  options: ChoicesOptions,
  shown: ShownQuestion,
  view: PageView,
): TemplateResult {
  const { language } = view;
  const text = (words: Text): string => inLanguage(words, language);
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
  switch (question.kind) {
    case 'radios':
      return html`<council-radios
        >${radiosTemplate({
          ...options,
          items: grouped(question.choices, item, language),
          searchable: question.searchable,
        })}</council-radios
      >`;
    case 'checkboxes':
      return html`<council-checkboxes
        >${checkboxesTemplate({
          ...options,
          items: [
            ...grouped(question.choices, item, language),
            ...(question.none
              ? [{ divider: journeyMessages.say('or', language) }, { ...item(question.none), behaviour: 'exclusive' as const }]
              : []),
          ],
        })}</council-checkboxes
      >`;
  }
}
