import { parseBy } from '@council-kit/core';
import * as v from 'valibot';
import type { Answer, Answers, Question, SpecialAnswer, UploadedFile } from '../definition.ts';
import type { SpecialKinds } from '../special.ts';

/** The answer under a name. Names such as `constructor` and `__proto__` are names like any other. */
export function answerTo(answers: Answers, name: string): Answer | undefined {
  return Object.hasOwn(answers, name) ? answers[name] : undefined;
}

/** A copy of answers with one changed; undefined takes it away. It has no prototype, so that no name means anything else. */
export function withAnswer(answers: Answers, name: string, answer: Answer | undefined): Answers {
  const copy = Object.assign(Object.create(null) as Record<string, Answer>, answers);
  if (answer === undefined) Reflect.deleteProperty(copy, name);
  else copy[name] = answer;
  return copy;
}

/** Answers to nothing. */
export function noAnswers(): Answers {
  return Object.create(null) as Answers;
}

const uploadedFiles: v.GenericSchema<unknown, UploadedFile[]> = v.array(
  v.object({ id: v.string(), name: v.string(), size: v.number(), type: v.string() }),
);

/** Files as they are kept, from anywhere; undefined where one of them is none. */
export function filesFrom(value: unknown): readonly UploadedFile[] | undefined {
  const parsed = parseBy(uploadedFiles, value);
  return parsed.success ? parsed.output : undefined;
}

function isStrings(answer: unknown): answer is readonly string[] {
  return Array.isArray(answer) && answer.every((part) => typeof part === 'string');
}

/** The values of a question's choices. */
export function choiceValues(question: Extract<Question, { choices: unknown }>): string[] {
  const none = question.kind === 'checkboxes' && question.none ? [question.none.value] : [];
  return [...question.choices.map(({ value }) => value), ...none];
}

/**
 * What a question was answered with, if that is an answer to it: a draft may be older than the definition or have been tampered with,
 * and a special question's value has to fit its schema. Nothing typed, nothing picked and an empty list are not answers.
 */
export function answerOf(question: Question, answers: Answers, specials: SpecialKinds): Answer | undefined {
  const answer = answerTo(answers, question.name);
  if (answer === undefined) return undefined;
  switch (question.kind) {
    case 'text':
    case 'textarea':
      return typeof answer === 'string' && answer !== '' ? answer : undefined;
    case 'radios':
    case 'select':
      return typeof answer === 'string' && choiceValues(question).includes(answer) ? answer : undefined;
    case 'checkboxes': {
      const known = isStrings(answer) ? choiceValues(question).filter((value) => answer.includes(value)) : [];
      return known.length > 0 ? known : undefined;
    }
    case 'date':
      return (typeof answer === 'string' && /^\d{4}-\d\d-\d\d$/.test(answer)) || (isStrings(answer) && answer.length === 3)
        ? answer
        : undefined;
    case 'files': {
      const files = filesFrom(answer);
      return files && files.length > 0 ? files : undefined;
    }
    case 'special': {
      const kind = specialKind(question.special, specials);
      const parsed = parseBy(kind.schema, answer);
      return parsed.success ? parsed.output : undefined;
    }
  }
}

/**
 * The kind of a special question.
 *
 * @throws RangeError where the runner was not given it: a mistake of the service, not of the resident
 */
export function specialKind(name: string, specials: SpecialKinds): SpecialKinds[string] {
  const kind = Object.hasOwn(specials, name) ? specials[name] : undefined;
  if (kind === undefined) throw new RangeError(`The definition has a special question “${name}”, which the runner was not given.`);
  return kind;
}

/** An answer to a special question, typed for its kind. */
export function asSpecial(answer: Answer | undefined): SpecialAnswer | undefined {
  return answer as SpecialAnswer | undefined;
}

/** The entries of a repeated section: at least one, which may be empty. */
export function entriesOf(name: string, answers: Answers): readonly Answers[] {
  const entries = answerTo(answers, name);
  const sound = Array.isArray(entries)
    ? entries.filter((entry): entry is Answers => typeof entry === 'object' && entry !== null && !Array.isArray(entry))
    : [];
  return sound.length > 0 ? sound : [noAnswers()];
}
