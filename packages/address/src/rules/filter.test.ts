import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressFilter, onlyFitting } from './filter.ts';

const rise = [
  '1 Priory Rise, Aldermere, AM1A 1EE',
  '10 Priory Rise, Aldermere, AM1A 1EE',
  '12 Priory Rise, Aldermere, AM1A 1EE',
  '12A Priory Rise, Aldermere, AM1A 1EE',
  '12B Priory Rise, Aldermere, AM1A 1EE',
  '13 Priory Rise, Aldermere, AM1A 1EE',
  '16-18 Priory Rise, Aldermere, AM1A 1EE',
  'Flat A, 20 Priory Rise, Aldermere, AM1A 1EE',
  'Flat 2, 20 Priory Rise, Aldermere, AM1A 1EE',
  'Flat 20, 2 Priory Rise, Aldermere, AM1A 1EE',
  'Flat 2/1, 30 Priory Rise, Aldermere, AM1A 1EE',
  'St Mary’s House, Priory Rise, Aldermere, AM1A 1EE',
  "O'Brien’s Yard, Priory Rise, Aldermere, AM1A 1EE",
].map((singleLine) => ({ singleLine }));
const premises = ({ singleLine }: { singleLine: string }): string => singleLine.replace(/,? (?:Priory|Saint).*/, '');
const found = (typed: string): string[] => addressFilter(rise)(typed).map(premises);
const only = (typed: string): string | undefined => {
  const one = onlyFitting(rise, typed);
  return one && premises(one);
};

test('a number and its letter are one, parted or not, and never the number alone', () => {
  for (const typed of [
    '12 A',
    '12 a',
    '12a',
    '12A',
    '12-a'.replace('-', ' '),
    '12 A,',
    '12A, Priory Rise',
    '12 a priory ri',
    '12A, Priory Rise, Aldermere',
    'Priory Rise 12 A',
    '12\u00a0A',
    '12\u200bA',
    'no. 12A',
    'number 12 a',
    'No 12a',
    '12A, Priory Rise, Aldermere, UK',
    '12A Priory Rise, Aldermere, Wales, United Kingdom',
  ]) {
    assert.deepEqual(found(`${typed} `), ['12A'], typed);
    assert.equal(only(typed), '12A', typed);
  }
  // While it is typed, it may be the beginning of a street too: the house comes first.
  assert.deepEqual(found('12 a'), ['12A', '12']);
  // There is no 12C: nothing is chosen in its place.
  assert.deepEqual([found('12 C '), only('12 C'), only('12C')], [[], undefined, undefined]);
});

test('a number is that number', () => {
  for (const typed of ['12', 'no. 12', 'no 12', 'number 12', '12 priory rise', '12, Priory Rise, UK'])
    assert.equal(only(typed), '12', typed);
  assert.deepEqual(found('1'), ['1', '10', '12', '12A', '12B', '13', '16-18', 'Flat 2/1, 30']);
});

test('ranges, flats and tenements', () => {
  for (const typed of ['16-18', '16 - 18', '16–18', '16/18', '16 to 18', '16', '18 Priory Rise']) assert.equal(only(typed), '16-18', typed);
  assert.equal(only('17'), undefined);
  for (const typed of ['flat 2 20', 'Flat 2, 20', 'flat2, 20', 'flt 2 20 priory rise', 'apt 2 20', '20 flat 2'])
    assert.equal(only(typed), 'Flat 2, 20', typed);
  for (const typed of ['flat 20 2', '2 priory rise flat 20']) assert.equal(only(typed), 'Flat 20, 2', typed);
  for (const typed of ['2/1, 30', 'flat 2/1', '2/1 30 priory rise']) assert.equal(only(typed), 'Flat 2/1, 30', typed);
  for (const typed of ['flat a', 'Flat A, 20', '20 flat a']) assert.equal(only(typed), 'Flat A, 20', typed);
  assert.equal(only('20 priory rise'), undefined, 'two flats there, and one elsewhere');
});

test('short forms, apostrophes and names that are parted', () => {
  for (const typed of ['saint marys', 'st marys', "St. Mary's house", 'st mary’s hse', 'saint maryʼs', 'stmarys', 'ST MARY`S HO'])
    assert.deepEqual(found(typed), ['St Mary’s House'], typed);
  for (const typed of ['o brien', 'obrien', "o'brien", 'oʼbriens yard', 'o´brien', 'O Briens'])
    assert.deepEqual(found(typed), ["O'Brien’s Yard"], typed);
  for (const typed of ['12 priory rse', '12 priory ri', '12 prio rise']) assert.equal(only(typed), '12', typed);
  const saint = [{ singleLine: "1 Saint Mary's Road, Stowe, AM1 1AA" }, { singleLine: "1 Saint David's Street, Stowe, AM1 1AA" }];
  for (const typed of ['1 st marys rd', '1 saint marys', '1 st. mary’s road', '1 st marys'])
    assert.deepEqual(addressFilter(saint)(typed), [saint[0]], typed);
  assert.deepEqual(addressFilter(saint)('1 st davids st '), [saint[1]]);
});

test('digits that were parted are found, and left to be chosen', () => {
  assert.deepEqual(found('1 2 a '), ['12A']);
  assert.equal(only('1 2 a'), undefined);
});

test('words that say nothing are looked past', () => {
  assert.equal(found('UK ').length, rise.length);
  assert.equal(found('the ').length, rise.length);
  assert.equal(only('UK'), undefined);
});
