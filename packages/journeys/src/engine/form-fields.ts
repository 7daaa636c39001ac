/** What the forms of pages are made of: apart from what reads them, so that a first page can be shown before that is fetched. */
import type { Answers } from '../definition.ts';
import { entriesOf, noAnswers } from './answers.ts';
import { isQuestion, type StepPage } from './walk.ts';

/** Fields of the forms that are not questions. No question's name begins with an underscore. */
export const formFields = {
  /** Which button was pressed, where it was not the one that goes on. */
  action: '_action',
  /** The questions the page showed, where that depends on answers: others' answers are left as they are. */
  shown: '_shown',
  /** Set while an answer is changed from the check page. */
  changing: '_changing',
  /** The page showed errors, which are to be said again in another language. */
  wrong: '_wrong',
  /** Whether another entry is to be added. */
  another: '_another',
  /** The server's guard against forms of other sites. */
  token: '_token',
  language: '_language',
} as const;

/** The three controls' names of a date. */
export function datePartNames(name: string): readonly [string, string, string] {
  return [`${name}-day`, `${name}-month`, `${name}-year`];
}

/** The fields of a question that asks for files. */
export function fileFieldNames(question: string): { readonly taken: string; readonly about: string; readonly removeFile: string } {
  // The native input of new files has the question's own name.
  return { taken: `${question}-id`, about: `${question}-about`, removeFile: `_remove.${question}` };
}

/** The button that was pressed; empty for the one that goes on. */
export function actionOf(form: FormData): string {
  const action = form.get(formFields.action);
  if (typeof action === 'string') return action;
  for (const [field, value] of form)
    if (field.startsWith('_remove.')) return `remove-file:${field.slice('_remove.'.length)}:${String(value)}`;
  return '';
}

/** The answers that a page's questions are kept among: the whole journey's, or those of the entry it belongs to. */
export function givenOn(page: StepPage, answers: Answers): Answers {
  return page.entry === undefined ? answers : (entriesOf(page.entry.section.name, answers)[page.entry.index] ?? noAnswers());
}

/** Whether what a step asks depends on answers, so that its form has to say what it showed. */
export function isConditional(page: StepPage): boolean {
  return page.step.contents.some((content) => isQuestion(content) && content.when !== undefined);
}
