import { inLanguage, isLongerThan, readTelephone, type FieldError } from '@council-kit/core';
import { runningMessages } from '../running.messages.ts';
import type { Answer, Question, Rule } from '../definition.ts';
import { isEmail } from '../rules/contact.ts';
import { hasMoreWords } from '../rules/count.ts';
import { today } from '../rules/date.ts';
import { properPostcode } from '../rules/postcode.ts';
import type { SpecialKinds } from '../special.ts';
import { answerTo, asSpecial, specialKind } from './answers.ts';
import { picks, type Page } from './walk.ts';

/** What checking needs to know besides the answers. */
export interface CheckContext {
  readonly specials: SpecialKinds;
  /** Of the messages. */
  readonly language: string;
}

/**
 * What any text may be at most where the definition does not say, in code units. An answer beyond it is told so without a rule
 * being run on it, so no pattern ever meets a long text.
 */
const longest = { text: 1_000, textarea: 20_000 } as const;

function keeps(rule: Rule, answer: Answer): boolean {
  const text = typeof answer === 'string' ? answer : '';
  switch (rule.rule) {
    case 'required':
      return true;
    case 'max-characters':
      return !isLongerThan(text, rule.characters, rule.unit);
    case 'max-words':
      return !hasMoreWords(text, rule.words);
    case 'pattern':
      return new RegExp(`^(?:${rule.pattern})$`, 'u').test(text);
    case 'email':
      return isEmail(text);
    case 'telephone':
      return readTelephone(text) !== undefined;
    case 'postcode':
      return properPostcode(text) !== undefined;
    case 'real-date':
      return text !== '';
    case 'past-date':
      return text === '' || text <= today();
    case 'whole-number':
      return /^\d+$/.test(text.replace(/[\s,]/g, ''));
    case 'max-items':
      return !Array.isArray(answer) || answer.length <= rule.items;
  }
}

/** What is wrong with one answer: the message of the first rule it breaks, the definition's rules before those that every kind has. */
export function checkQuestion(question: Question, answer: Answer | undefined, language: string): string | undefined {
  const rules = question.rules ?? [];
  if (answer === undefined) {
    const required = rules.find(({ rule }) => rule === 'required');
    return required && inLanguage(required.message, language);
  }
  const limit = question.kind === 'text' || question.kind === 'textarea' ? longest[question.kind] : Infinity;
  const { maxCharacters = limit, characterUnit } = question.kind === 'textarea' ? question : {};
  const tooLong = typeof answer === 'string' && isLongerThan(answer, limit);
  const broken = rules.find((rule) => (tooLong ? rule.rule === 'max-characters' || rule.rule === 'max-words' : !keeps(rule, answer)));
  if (broken) return inLanguage(broken.message, language);
  if (typeof answer === 'string' && isLongerThan(answer, maxCharacters, characterUnit)) {
    return runningMessages.say('too-long', language, { limit: new Intl.NumberFormat(language).format(maxCharacters) });
  }
  if (question.kind === 'date' && typeof answer !== 'string') return runningMessages.say('not-a-date', language);
  if (question.kind === 'files' && Array.isArray(answer) && answer.length > question.maxFiles) {
    return runningMessages.say('too-many-files', language, { count: question.maxFiles });
  }
  if (question.kind === 'checkboxes' && question.none && Array.isArray(answer) && answer.length > 1 && picks(answer, question.none)) {
    return question.noneMessage
      ? inLanguage(question.noneMessage, language)
      : runningMessages.say('none-and-others', language, { none: inLanguage(question.none.text, language) });
  }
  return undefined;
}

/** What the definition's rules have to say about a page, in the order of its questions. Special questions' own checks are not in it. */
export function checkPage(page: Page, { language }: CheckContext): readonly FieldError[] {
  if (page.kind !== 'step') return [];
  return page.questions.flatMap((question) => {
    const message = checkQuestion(question, answerTo(page.answers, question.name), language);
    return message === undefined ? [] : [{ field: question.name, message }];
  });
}

/** What is wrong with a page, special questions' own checks included, in the order of its questions. */
export async function checkPageWhole(
  page: Page,
  context: CheckContext & { readonly signal?: AbortSignal },
): Promise<readonly FieldError[]> {
  const errors = checkPage(page, context);
  if (page.kind !== 'step') return errors;
  const byQuestion = await Promise.all(
    page.questions.map(async (question) => {
      const own = errors.filter(({ field }) => field === question.name);
      if (own.length > 0 || question.kind !== 'special') return own;
      const kind = specialKind(question.special, context.specials);
      const answer = asSpecial(answerTo(page.answers, question.name));
      if (answer === undefined || kind.check === undefined) return own;
      return kind.check(answer, { question, answers: page.answers, language: context.language, signal: context.signal });
    }),
  );
  return byQuestion.flat();
}
