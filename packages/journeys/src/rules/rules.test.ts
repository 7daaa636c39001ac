import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { cleanLine, cleanLines } from './clean-text.ts';
import { isEmail, isTelephone, postcodeFrom } from './contact.ts';
import { hasMoreCharacters, hasMoreWords } from './count.ts';
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
  ]) {
    test(`does not take ${JSON.stringify(bad).slice(0, 40)}`, () => assert.equal(isEmail(bad), false));
  }
});

describe('isTelephone', () => {
  // Numbers for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
  for (const good of [
    '01632 960 001',
    '(01632) 960-001',
    '07700 900 982',
    '+44 808 157 0192',
    '+44 (0)20 7946 0991',
    '0044 1632 960001',
    '01632 960001 ext 12',
    '+1 212 555 0100',
    '028-9649-6001',
  ]) {
    test(`takes ${good}`, () => assert.equal(isTelephone(good), true));
  }
  for (const bad of [
    '960 001',
    '1632 960 001',
    '01632 960',
    '016329600011234',
    'ring me',
    '+44',
    '+12345678901234567',
    '01632 960 001 or 07700 900 982',
    '0'.repeat(50_000),
  ]) {
    test(`does not take ${bad.slice(0, 40)}`, () => assert.equal(isTelephone(bad), false));
  }
});

describe('postcodeFrom', () => {
  for (const [typed, postcode] of [
    ['sw1a1aa', 'SW1A 1AA'],
    [' SW1A 1AA ', 'SW1A 1AA'],
    ['M1-1AE', 'M1 1AE'],
    ['b33.8th', 'B33 8TH'],
    ['cr2 6xh', 'CR2 6XH'],
    ['DN551PT', 'DN55 1PT'],
    ['ec1a 1bb', 'EC1A 1BB'],
    ['W1A 0AX', 'W1A 0AX'],
    ['gir 0aa', 'GIR 0AA'],
  ] as const) {
    test(`understands ${typed}`, () => assert.equal(postcodeFrom(typed), postcode));
  }
  for (const bad of ['', 'SW1A', '12345', 'SW1A 1A', 'QQ1 1AA', 'SW1A 1CI', 'A'.repeat(100)]) {
    test(`does not understand ${bad.slice(0, 20)}`, () => assert.equal(postcodeFrom(bad), undefined));
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

describe('clean text', () => {
  test('keeps what people write', () => {
    for (const kept of ['Tŷ Gwyn, 12 Heol y Felin', '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿', 'a\tb', 'עברית', 'line one\n\nline two', '<b> & "c"', 'क्‍ष'])
      assert.equal(cleanLines(kept), kept);
  });
  test('takes out what does harm', () => {
    assert.equal(cleanLines('\u0000a\u202eb\u2066c\ufeff\u0085\u007f'), 'abc');
    assert.equal(cleanLines('a\r\nb\rc\u2028d'), 'a\nb\nc\nd');
    assert.equal(cleanLine('a\r\nb\tc'), 'a b c');
    assert.equal(cleanLines('e\u0301'), 'é');
    assert.equal(cleanLines('  a  '), 'a');
    assert.equal(cleanLines('a\ud800b'), 'a\ufffdb');
  });
  test('cleaning twice is cleaning once', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(cleanLines(cleanLines(text)), cleanLines(text));
        assert.equal(cleanLine(cleanLine(text)), cleanLine(text));
      }),
    );
  });
});

describe('counting', () => {
  test('counts characters as people do', () => {
    assert.equal(hasMoreCharacters('👩‍👩‍👧‍👦'.repeat(10), 10), false);
    assert.equal(hasMoreCharacters('👩‍👩‍👧‍👦'.repeat(11), 10), true);
    assert.equal(hasMoreCharacters('e\u0301'.repeat(10), 10), false);
    assert.equal(hasMoreCharacters(`a${'\u0301'.repeat(5_000)}`, 1), false);
    assert.equal(hasMoreCharacters('', 0), false);
  });
  test('agrees with counting everything', () => {
    const segmenter = new Intl.Segmenter();
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat({ max: 30 }), (text, limit) => {
        assert.equal(hasMoreCharacters(text, limit), [...segmenter.segment(text)].length > limit);
      }),
    );
  });
  test('counts words', () => {
    assert.equal(hasMoreWords(' one  two\nthree ', 3), false);
    assert.equal(hasMoreWords('one two three four', 3), true);
  });
});
