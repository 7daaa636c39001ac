import { addressOf } from './address-answer.ts';

/** The address as it reads where answers are checked, a line each. */
export function addressSummaryLines(answer: unknown): readonly string[] {
  const { lines = [], town = '', postcode = '', country = '' } = addressOf(answer) ?? {};
  return [...lines, town, postcode, country].filter((line) => line !== '');
}
