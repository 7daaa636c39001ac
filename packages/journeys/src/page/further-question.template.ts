import { inLanguage } from '@council-kit/core';
import {
  dateInputTemplate,
  selectTemplate,
  textareaTemplate,
  type ErrorMessageOptions,
  type HintOptions,
  type LabelOptions,
} from '@council-kit/elements/templates.js';
import { html, type TemplateResult } from 'lit';
import type { Answer, DateQuestion, FilesQuestion, SelectQuestion, TextareaQuestion } from '../definition.ts';
import { picks } from '../engine/walk.ts';
import { furtherMessages } from './further.messages.ts';
import { filesTemplate } from './files.template.ts';
import type { PageView } from './view.ts';

/** What the native HTML of every question is made from. */
interface CommonOptions {
  readonly name: string;
  readonly label: LabelOptions;
  readonly hint?: HintOptions;
  readonly errorMessage?: ErrorMessageOptions;
  readonly lang: string;
}

/** The parts of a date as they are typed: without leading noughts where it was understood. */
function dateValues(answer: Answer | undefined): Readonly<Record<'day' | 'month' | 'year', string | undefined>> {
  const [year, month, day] = typeof answer === 'string' ? answer.split('-') : [...((answer ?? []) as readonly string[])].reverse();
  const typed = (part: string | undefined): string | undefined => (typeof answer === 'string' ? part?.replace(/^0+/, '') : part);
  return { day: typed(day), month: typed(month), year: typed(year) };
}

/** A question that is more than a line or a choice, as native HTML. `legend` is its label where it has several controls. */
export function furtherQuestionTemplate(
  question: TextareaQuestion | SelectQuestion | DateQuestion | FilesQuestion,
  answer: Answer | undefined,
  options: CommonOptions,
  legend: LabelOptions,
  view: PageView,
): TemplateResult {
  const { language } = view;
  const { label: _, ...common } = options;
  switch (question.kind) {
    case 'textarea': {
      const value = typeof answer === 'string' ? answer : undefined;
      return html`<council-textarea
        >${textareaTemplate({ ...options, value, rows: question.rows, maxlength: question.maxCharacters, characterUnit: question.characterUnit })}</council-textarea
      >`;
    }
    case 'select':
      return selectTemplate({
        ...options,
        items: [
          { value: '', text: furtherMessages.say('choose', language) },
          ...question.choices.map((choice) => ({
            value: choice.value,
            text: inLanguage(choice.text, language),
            selected: picks(answer, choice),
          })),
        ],
      });
    case 'date':
      return dateInputTemplate({
        ...common,
        id: question.name,
        namePrefix: question.name,
        fieldset: { legend },
        values: dateValues(answer),
      });
    case 'files':
      return filesTemplate({ question, answer, ...options }, view);
  }
}
