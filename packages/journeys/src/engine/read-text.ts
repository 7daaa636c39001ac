import { cleanIdentifier, cleanLine, readTelephone } from '@council-kit/core';
import type { TextQuestion } from '../definition.ts';
import { properPostcode } from '../rules/postcode.ts';

/** Rules of texts that identify something. Such a text is kept without anything that cannot be seen. */
const ofIdentifiers: readonly string[] = ['email', 'telephone', 'postcode', 'whole-number'];

/**
 * One line of text as it is kept: prose with all that people write; an email address, a number or a postcode as an identifier. A telephone
 * number and a postcode are kept as they are written properly, where they can be read.
 */
export function readText({ type, inputmode, rules = [] }: TextQuestion, typed: string): string {
  const has = (wanted: string): boolean => rules.some(({ rule }) => rule === wanted);
  if ((type ?? inputmode ?? 'text') === 'text' && !ofIdentifiers.some(has)) return cleanLine(typed);
  const clean = cleanIdentifier(typed);
  if (has('telephone')) return readTelephone(clean) ?? clean;
  return has('postcode') ? (properPostcode(clean) ?? clean) : clean;
}
