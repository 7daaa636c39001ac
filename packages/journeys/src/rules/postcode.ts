import type { readPostcode } from '@council-kit/core';

let reader: typeof readPostcode | undefined;

/**
 * Gives journeys what reads a postcode, for questions with the rule `postcode`. The reader is large and few widgets ask for a postcode, so a
 * widget that does brings it: `usePostcodes(readPostcode)`, with `readPostcode` of `@council-kit/core`. `<council-journey>` and the pages of
 * the server have done so.
 */
export function usePostcodes(read: typeof readPostcode): void {
  reader = read;
}

/**
 * A postcode as it is written properly; undefined where it cannot be one.
 *
 * @throws RangeError where nobody called {@link usePostcodes}: a mistake of the widget, not of the resident
 */
export function properPostcode(typed: string): string | undefined {
  if (reader === undefined) throw new RangeError('A question has the rule “postcode”, and nobody called usePostcodes(readPostcode).');
  return reader(typed)?.text;
}
