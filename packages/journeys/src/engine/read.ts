import { cleanIdentifier, cleanLine, cleanLines, cutText } from '@council-kit/core';
import type { Answer, Answers, Question, SpecialAnswer, UploadedFile } from '../definition.ts';
import { dateFrom } from '../rules/date.ts';
import type { SpecialKinds } from '../special.ts';
import { answerOf, choiceValues, entriesOf, filesFrom, specialKind, withAnswer } from './answers.ts';
import { readText } from './read-text.ts';
import { datePartNames, fileFieldNames, formFields, givenOn, isConditional } from './form-fields.ts';
import { isQuestion, withRevealed, type StepPage } from './walk.ts';

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string');
}

/** A file as the value of a hidden input. */
export function fileToValue({ id, name, size, type }: UploadedFile): string {
  return JSON.stringify({ id, name: cutText(name, 200, 'code-units'), size, type });
}

/** A file from the value of a hidden input; undefined where that is not one. */
function fileFromValue(value: string): UploadedFile | undefined {
  try {
    const [file] = filesFrom([JSON.parse(value) as unknown]) ?? [];
    return file && { ...file, name: cleanLine(file.name) };
  } catch {
    return undefined;
  }
}

/**
 * What a form says to one question. Undefined where nothing was given.
 *
 * @param before what it was answered with: files are told by their ids, and known from there; special kinds keep of it what they do not show again
 */
export function readAnswer(question: Question, form: FormData, specials: SpecialKinds, before?: Answer): Answer | undefined {
  const { name } = question;
  const [first = ''] = texts(form, name);
  switch (question.kind) {
    case 'text':
      return readText(question, first) || undefined;
    case 'textarea':
      return cleanLines(first) || undefined;
    case 'radios':
    case 'select':
      return choiceValues(question).find((value) => value === first);
    case 'checkboxes': {
      const given = texts(form, name);
      const picked = choiceValues(question).filter((value) => given.includes(value));
      return picked.length > 0 ? picked : undefined;
    }
    case 'date': {
      const parts = datePartNames(name).map((part) => cleanIdentifier(texts(form, part)[0] ?? ''));
      const [day = '', month = '', year = ''] = parts;
      return parts.some((part) => part !== '') ? (dateFrom(day, month, year) ?? parts) : undefined;
    }
    case 'files': {
      const { taken, about } = fileFieldNames(name);
      const known = [...((before ?? []) as readonly UploadedFile[]), ...texts(form, about).flatMap((value) => fileFromValue(value) ?? [])];
      const files = [...new Set(texts(form, taken))].flatMap((id) => known.find((file) => file.id === id) ?? []);
      return files.length > 0 ? files : undefined;
    }
    case 'special':
      // Read by its own schema before it comes here.
      return specialKind(question.special, specials).parse(form, question, before as SpecialAnswer | undefined);
  }
}

/** All answers with some of a page's replaced. */
export function withGivenOn(page: StepPage, answers: Answers, given: Answers): Answers {
  if (page.entry === undefined) return given;
  const { section, index } = page.entry;
  return withAnswer(
    answers,
    section.name,
    entriesOf(section.name, answers).map((entry, at) => (at === index ? given : entry)),
  );
}

/** The questions of a page that its form showed, those not revealed by a choice. */
function shownQuestions(page: StepPage, form: FormData): readonly Question[] {
  const [listed] = isConditional(page) ? texts(form, formFields.shown) : [];
  if (listed === undefined) return page.contents.filter(isQuestion);
  const names = listed.split(' ');
  return page.step.contents.filter(isQuestion).filter(({ name }) => names.includes(name));
}

/** All answers after a page's form was read: what it showed is replaced, right or wrong, and the rest left as it was. */
export function readPage(page: StepPage, form: FormData, answers: Answers, specials: SpecialKinds): Answers {
  let given = givenOn(page, answers);
  for (const question of shownQuestions(page, form).flatMap(withRevealed)) {
    given = withAnswer(given, question.name, readAnswer(question, form, specials, answerOf(question, given, specials)));
  }
  return withGivenOn(page, answers, given);
}

/** Whether a form showed a question. */
export function wasShown(question: Question, page: StepPage, form: FormData): boolean {
  return shownQuestions(page, form).some((shown) => withRevealed(shown).includes(question));
}
