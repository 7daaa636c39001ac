import { cleanIdentifier } from './clean-text.ts';

/** A number, and an extension behind it: in Welsh "estyniad". */
const shape = /^(?:tel:)?([+\d\s()[\]./\\_·•~-]{7,50}?)(?:[,;]?\s*(est|ext|x|#)[a-z]*[.:]?\s*(\d{1,6}))?$/i;

/**
 * A telephone number as it is typed or pasted, in a form that a person can dial: groups parted by one space, `+` before a country code, the
 * extension behind it ("07700 900982", "+44 7700 900982", "01632 960001 ext 12"). Undefined where it cannot be one.
 *
 * British: 10 or 11 digits from 0; 44, with or without `+` or `00` before it and "(0)" after it, and 9 or 10 digits; a mobile number without
 * its 0. From elsewhere: 7 to 15 digits after `+` or `00` (https://www.itu.int/rec/T-REC-E.164).
 */
export function readTelephone(typed: string): string | undefined {
  const [, number, word, extension] = shape.exec(cleanIdentifier(typed.slice(0, 200))) ?? [];
  const dialled = number && dialledAs(number.replace(/[^+\d]+/g, ' ').trim());
  return dialled && extension ? `${dialled} ${/est/i.test(word ?? '') ? 'est' : 'ext'} ${extension}` : dialled || undefined;
}

function dialledAs(typed: string): string | undefined {
  const plain = typed.replace(/^\+? ?00 ?(?=[1-9])|^\+ ?/, '+');
  const british = /^\+?44 ?(?:0 ?)?([1-9](?: ?\d){8,9})$/.exec(plain);
  if (british) return `+44 ${british[1] ?? ''}`;
  // No country's code begins with 0, and after North America's come ten digits, the first of them 2 to 9.
  if (/^\+(?:1 ?[2-9](?: ?\d){9}|(?!4 ?4)[2-9](?: ?\d){6,14})$/.test(plain)) return plain.replace(/^(\+\d{1,3}) 0 /, '$1 ');
  if (/^0 ?[1-9](?: ?\d){8,9}$/.test(plain)) return plain.replace(/^0 /, '0');
  return /^7 ?[1-9](?: ?\d){8}$/.test(plain) ? `0${plain}` : undefined;
}
