import { inLanguage, isLongerThan, readPostcode, type FieldError, type Text } from '@council-kit/core';
import { tidyLine } from '../rules/tidy-line.ts';
import type { AddressAnswer } from './address-answer.ts';
import { fieldName, lineParts, searchFieldNames, type AddressPart, type FieldNames } from './address-fields.ts';
import { addressTexts as texts } from './address-question.messages.ts';

/** Characters of one line, as people count them: the longest of AddressBase's own are under 110. */
export const longestLine = 120;

/**
 * What is wrong with an answer, in the order of its fields. The same in the browser and on the server, and without asking anybody:
 * whether there is such a postcode is told where it is looked up.
 */
export function checkAddress(answer: AddressAnswer, question: string, language: string, names?: FieldNames): readonly FieldError[] {
  const { stage, address, search } = answer;
  const looking = searchFieldNames(question);
  const error = (field: string, message: Text): FieldError => ({ field, message: inLanguage(message, language) });
  if (stage === 'search') return [error(looking.search, search === undefined ? texts.searchMissing : texts.chooseMissing)];
  if (stage === 'choose') return [error(looking.picked, texts.chooseMissing)];
  if (stage === 'chosen' && address?.uprn !== undefined) return [];

  const { lines, town, postcode, country = '' } = address ?? { lines: [], town: '', postcode: '' };
  const at = (part: AddressPart, message: Text): FieldError => error(fieldName(question, part, names), message);
  const errors: FieldError[] = [];
  if (tidyLine(lines[0] ?? '') === '') errors.push(at('line-1', texts.line1Missing));
  lineParts.forEach((part, index) => {
    if (isLongerThan(tidyLine(lines[index] ?? ''), longestLine)) errors.push(at(part, texts.lineTooLong(longestLine)));
  });
  if (tidyLine(town) === '') errors.push(at('town', texts.townMissing));
  else if (isLongerThan(tidyLine(town), longestLine)) errors.push(at('town', texts.lineTooLong(longestLine)));
  // Other countries write theirs in ways of their own, or have none.
  const abroad = tidyLine(country) !== '';
  if (!abroad && tidyLine(postcode) === '') errors.push(at('postcode', texts.postcodeMissing));
  else if (!abroad && !readPostcode(postcode)) errors.push(at('postcode', texts.postcodeUnreadable));
  else if (abroad && isLongerThan(tidyLine(postcode), longestLine)) errors.push(at('postcode', texts.lineTooLong(longestLine)));
  if (isLongerThan(tidyLine(country), longestLine)) errors.push(at('country', texts.lineTooLong(longestLine)));
  return errors;
}
