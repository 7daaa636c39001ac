/** The order in which people look for an address: 1, 1A, 2, 10; the flats of a building together; then names. */
import type { Premises } from './premises.ts';

/** Compares two addresses of one postcode or street. For `Array.sort`. */
export function inNaturalOrder(one: Premises, other: Premises): number {
  return (
    naturally(one.street, other.street) ||
    naturally(one.dependentStreet, other.dependentStreet) ||
    naturally(one.locality, other.locality) ||
    naturally(one.town, other.town) ||
    byHouse(one.number, other.number) ||
    naturally(bareName(one.name), bareName(other.name)) ||
    byNumber(one.unit, other.unit) ||
    naturally(one.organisation, other.organisation) ||
    naturally(one.department, other.department)
  );
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base', ignorePunctuation: true });

/** Text with the numbers in it as numbers. What is not there comes first. */
export function naturally(one = '', other = ''): number {
  if (one === other) return 0;
  if (one === '' || other === '') return one === '' ? -1 : 1;
  return collator.compare(one, other);
}

/** "The Old Mill" stands under O. */
const bareName = (name: string | undefined): string | undefined => name?.replace(/^(the|y|yr) (?=\S)/i, '');

/** The houses of a street by number; those that have only a name after them. */
function byHouse(one: string | undefined, other: string | undefined): number {
  return Number(!one) - Number(!other) || byNumber(one, other);
}

/**
 * "1", "1A", "1-3", "2", "Flat 10": by the first number in it, then the letter, then the end of the range. Nothing comes before something: a building
 * before its flats. "Flat 2" and "Studio 1" are two rows of doors.
 */
function byNumber(one = '', other = ''): number {
  if (one === other) return 0;
  const a = numbersOf(one);
  const b = numbersOf(other);
  return naturally(a.before, b.before) || a.number - b.number || naturally(a.suffix, b.suffix) || a.end - b.end || naturally(one, other);
}

function numbersOf(text: string): { before: string; number: number; suffix: string; end: number } {
  const found = /^(\D*?)\s*(\d{1,9})\s*([A-Z]{0,2})(?![A-Z])(?:\s*[-–]\s*(\d{1,9}))?/i.exec(text);
  if (!found) return { before: text, number: 0, suffix: '', end: 0 };
  const [, before = '', number = '', suffix = '', end] = found;
  return { before: before.trim(), number: Number(number), suffix, end: Number(end ?? 0) };
}
