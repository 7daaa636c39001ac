import type { Text } from '@council-kit/core';
import type { Question } from '@council-kit/journeys';

/** What is wrong with an address, wherever it is read. */
export const emailUnreadable = {
  en: 'Enter an email address in the correct format, like name@example.com',
  cy: 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com',
} as const satisfies Text;

/** An email address, which may be left empty. */
export function emailQuestion(words: Readonly<Record<'label' | 'summaryLabel' | 'hint', Text>>): Question {
  return {
    kind: 'text',
    name: 'email',
    type: 'email',
    autocomplete: 'email',
    spellcheck: false,
    ...words,
    rules: [{ rule: 'email', message: emailUnreadable }],
  };
}
