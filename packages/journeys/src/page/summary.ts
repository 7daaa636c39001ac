import { dayInWords, inLanguage } from '@council-kit/core';
import type { Content } from '@council-kit/elements/templates.js';
import { html } from 'lit';
import type { Answers, Question, UploadedFile } from '../definition.ts';
import { answerOf, asSpecial, specialKind } from '../engine/answers.ts';
import { choicesOf, picks } from '../engine/walk.ts';
import { furtherMessages } from './further.messages.ts';
import type { PageView } from './view.ts';

/** Lines, one under the other. */
function lines(texts: readonly string[]): Content {
  return texts.length === 1 ? (texts[0] ?? '') : html`${texts.map((text, index) => (index === 0 ? text : html`<br />${text}`))}`;
}

/** How an answer reads where answers are checked. */
export function answerSummary(
  question: Question,
  answers: Answers,
  { specials, language }: Pick<PageView, 'specials' | 'language'>,
): Content {
  const answer = answerOf(question, answers, specials);
  if (answer === undefined) return furtherMessages.say('not-provided', language);
  switch (question.kind) {
    case 'special':
      return specialKind(question.special, specials).summary(asSpecial(answer) ?? {}, { question, answers, language });
    case 'files':
      return lines((answer as readonly UploadedFile[]).map(({ name }) => name));
    case 'date':
      return typeof answer === 'string' ? dayInWords(answer, language) : (answer as readonly string[]).join(' ');
    case 'text':
    case 'textarea':
      return lines(String(answer).split('\n'));
    default:
      return lines(
        choicesOf(question)
          .filter((choice) => picks(answer, choice))
          .map(({ text }) => inLanguage(text, language)),
      );
  }
}
