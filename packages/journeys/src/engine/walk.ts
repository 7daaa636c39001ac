import type { Answer, Answers, Choice, Information, Journey, Question, RepeatedSection, Step } from '../definition.ts';
import type { SpecialKinds } from '../special.ts';
import { answerOf, answerTo, entriesOf, withAnswer } from './answers.ts';
import { holds } from './conditions.ts';

/** One entry of a repeated section. */
export interface EntryPlace {
  readonly section: RepeatedSection;
  readonly index: number;
}

/** A page that asks. */
export interface StepPage {
  readonly kind: 'step';
  /** The step's id; within an entry `vehicles/2/owner`. */
  readonly address: string;
  readonly step: Step;
  readonly entry?: EntryPlace;
  /** What of the step's contents is asked and said. */
  readonly contents: readonly (Question | Information)[];
  /** Every question asked, those that a picked choice reveals directly after theirs. */
  readonly questions: readonly Question[];
  /** Answers to all questions asked up to the end of this page; in an entry, with the entry's own over them. */
  readonly answers: Answers;
}

/** The list of a repeated section's entries, which asks for another. */
export interface EntriesPage {
  readonly kind: 'entries';
  readonly address: string;
  readonly section: RepeatedSection;
  readonly entries: readonly Answers[];
}

export type Page = StepPage | EntriesPage;

/** A journey gone through with given answers. */
export interface Walk {
  readonly pages: readonly Page[];
  /** What is submitted: answers to questions that are asked. Others are remembered in the draft only. */
  readonly answers: Answers;
}

export function isQuestion(content: Question | Information): content is Question {
  return content.kind !== 'information';
}

/** The choices of a question, "none of these" among them. */
export function choicesOf(question: Question): readonly Choice[] {
  if (!('choices' in question)) return [];
  return question.kind === 'checkboxes' && question.none ? [...question.choices, question.none] : question.choices;
}

/** A question and all that its choices could reveal, in order. */
export function withRevealed(question: Question): readonly Question[] {
  return [question, ...choicesOf(question).flatMap((choice) => choice.questions ?? [])];
}

/** Whether a choice is picked by an answer. */
export function picks(answer: Answer | undefined, choice: Choice): boolean {
  return answer === choice.value || (Array.isArray(answer) && (answer as readonly unknown[]).includes(choice.value));
}

/**
 * The pages that these answers lead through. A condition sees only answers to questions asked before it, so an answer
 * that is remembered from a branch since left decides nothing.
 */
export function walk(journey: Journey, answers: Answers, specials: SpecialKinds): Walk {
  const pages: Page[] = [];
  let asked = answersInto(undefined);

  /** Goes through one step and gives the asked answers after it. */
  function ask(step: Step, given: Answers, before: Answers, outer: Answers | undefined, address: string, entry?: EntryPlace): Answers {
    let after = before;
    const answer = (name: string): Answer | undefined => answerTo(after, name) ?? (outer && answerTo(outer, name));
    if (!holds(step.when, answer)) return before;
    const contents: (Question | Information)[] = [];
    const questions: Question[] = [];
    const add = (question: Question): Answer | undefined => {
      questions.push(question);
      const own = answerOf(question, given, specials);
      if (own !== undefined) after = withAnswer(after, question.name, own);
      return own;
    };
    for (const content of step.contents) {
      if (!holds(content.when, answer)) continue;
      contents.push(content);
      if (!isQuestion(content)) continue;
      const own = add(content);
      for (const choice of choicesOf(content)) {
        if (picks(own, choice)) for (const revealed of choice.questions ?? []) if (holds(revealed.when, answer)) add(revealed);
      }
    }
    if (contents.length > 0) {
      pages.push({
        kind: 'step',
        address,
        step,
        entry,
        contents,
        questions,
        answers: outer ? Object.assign(answersInto(outer), after) : after,
      });
    }
    return after;
  }

  for (const part of journey.steps) {
    if (!('steps' in part)) {
      asked = ask(part, answers, asked, undefined, part.id);
      continue;
    }
    if (!holds(part.when, (name) => answerTo(asked, name))) continue;
    const entries = entriesOf(part.name, answers).slice(0, part.max);
    const askedEntries = entries.map((given, index) =>
      part.steps.reduce<Answers>(
        (before, step) => ask(step, given, before, asked, `${part.id}/${String(index + 1)}/${step.id}`, { section: part, index }),
        answersInto(undefined),
      ),
    );
    pages.push({ kind: 'entries', address: part.id, section: part, entries: askedEntries });
    asked = withAnswer(asked, part.name, askedEntries);
  }
  return { pages, answers: asked };
}

function answersInto(answers: Answers | undefined): Answers {
  return Object.assign(Object.create(null) as Record<string, Answer>, answers);
}
