import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isEmail } from './contact.ts';
import { hasMoreWords } from './count.ts';
import { dateFrom, today } from './date.ts';

describe('isEmail', () => {
  for (const good of [
    'ann@example.org',
    "o'neill+council@mail.example.co.uk",
    'a@b.cymru',
    'x_y.z-1@a-b.example',
    'ann@bücher.example',
    `${'a'.repeat(64)}@example.org`,
  ]) {
    test(`takes ${good.slice(0, 40)}`, () => assert.equal(isEmail(good), true));
  }
  for (const bad of [
    'ann',
    'ann@',
    '@example.org',
    'ann@example',
    'ann@@example.org',
    'ann example@example.org',
    'ann@example..org',
    '.ann@example.org',
    'ann.@example.org',
    'an..n@example.org',
    'ann@-example.org',
    'ann@example.org, bob@example.org',
    'Ann <ann@example.org>',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(250)}.org`,
    'ann@example.org\n',
    '\u200bann@example.org',
    'ann@exam\u00adple.org',
    'ann@example.org\u200e',
  ]) {
    test(`does not take ${JSON.stringify(bad).slice(0, 40)}`, () => assert.equal(isEmail(bad), false));
  }
});

describe('dateFrom', () => {
  for (const [parts, date] of [
    [['27', '3', '2027'], '2027-03-27'],
    [['1', 'Jan', '2026'], '2026-01-01'],
    [['01', 'january', '2026'], '2026-01-01'],
    [['29', '2', '2028'], '2028-02-29'],
    [['5', 'Mehefin', '2026'], '2026-06-05'],
    [['5', 'tach', '2026'], '2026-11-05'],
    [['31', '12', '0099'], '0099-12-31'],
  ] as [[string, string, string], string][]) {
    test(`understands ${parts.join(' ')}`, () => assert.equal(dateFrom(...parts), date));
  }
  for (const parts of [
    ['29', '2', '2027'],
    ['31', '4', '2027'],
    ['0', '1', '2027'],
    ['1', '13', '2027'],
    ['1', 'ma', '2027'],
    ['1', 'xyz', '2027'],
    ['1', '1', '27'],
    ['', '', ''],
    ['1e1', '1', '2027'],
    ['1', '1', '0000'],
  ] as [string, string, string][]) {
    test(`does not understand ${parts.join(' ')}`, () => assert.equal(dateFrom(...parts), undefined));
  }
  test('every day there is comes back as it went in', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        assert.equal(dateFrom(day, month, year), iso);
      }),
    );
  });
  test('today is the day in London', () => {
    assert.equal(today(new Date('2026-07-01T23:30:00Z')), '2026-07-02');
    assert.equal(today(new Date('2026-01-01T23:30:00Z')), '2026-01-01');
  });
});

describe('counting', () => {
  test('counts words', () => {
    assert.equal(hasMoreWords(' one  two\nthree ', 3), false);
    assert.equal(hasMoreWords('one two three four', 3), true);
  });
});
