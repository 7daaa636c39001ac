import type { Text } from '@council-kit/core';

const english: Readonly<Record<number, string>> = { 1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd' };
// https://techiaith.cymru/ : 1af, 2il, 3ydd, 4ydd, 5ed, 6ed, 7fed … 11eg, 21ain …
const welsh = [
  'af',
  'il',
  'ydd',
  'ydd',
  'ed',
  'ed',
  'fed',
  'fed',
  'fed',
  'fed',
  'eg',
  'fed',
  'eg',
  'eg',
  'fed',
  'eg',
  'eg',
  'fed',
  'eg',
  'fed',
];

/** A day of a month, 1 to 28: "1st", "1af". */
export function ordinalDay(day: number): Text {
  return { en: `${String(day)}${english[day] ?? 'th'}`, cy: `${String(day)}${welsh[day - 1] ?? 'ain'}` };
}
