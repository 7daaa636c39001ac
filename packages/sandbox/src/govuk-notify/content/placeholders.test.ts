import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { byKey, fill, placeholdersOf } from './placeholders.ts';
import { sanitise } from './sanitise.ts';

describe('placeholders, by the lists of notifications-utils', () => {
  for (const [text, names] of [
    ['', []],
    ['the ((quick brown fox', []],
    ['the (()) brown fox', []],
    ['the quick (((colour))) fox', ['colour']],
    ['((name)) ((Name)) ((date_of_birth)) ((DateOfBirth))', ['name', 'date_of_birth']],
    ['((warning?)) ((warning?warning))', ['warning?', 'warning?warning']],
    ['((warning??This is a conditional warning\nwith line break))', ['warning']],
    ['((warning??foo??bar))', ['warning']],
    ['((/\name)) ((//collection_point))', ['/\name', '//collection_point']],
  ] as const)
    test(`in “${text}”`, () => assert.deepEqual(placeholdersOf(text), names));

  for (const [text, values, filled] of [
    ['((article)) quick ((colour)) ((animal))', { article: 'the', colour: 'brown', animal: 'fox' }, 'the quick brown fox'],
    ['the quick (((colour))) fox', { colour: 'brown' }, 'the quick (brown) fox'],
    ['before ((placeholder)) after', { placeholder: '' }, 'before  after'],
    ['before ((placeholder)) after', { placeholder: '   ' }, 'before     after'],
    ['before ((placeholder)) after', { placeholder: true }, 'before True after'],
    ['before ((placeholder)) after', { placeholder: 0 }, 'before 0 after'],
    ['before ((placeholder)) after', { placeholder: 0.1 + 0.2 }, 'before 0.30000000000000004 after'],
    ['before ((placeholder)) after', { placeholder: { key: 'value' } }, "before {'key': 'value'} after"],
    ['before ((placeholder)) after', { placeholder: '$& $1 $$' }, 'before $& $1 $$ after'],
    ['((warning?))', { 'warning?': 'This is not a conditional' }, 'This is not a conditional'],
    ['((warning??This is a\nwarning))', { warning: true }, 'This is a\nwarning'],
    ['((warning??foo??bar))', { warning: true }, 'foo??bar'],
    ['((warning??foo??bar))', { warning: false }, ''],
    ['((&gt;location)) ((&amp;time))', { '&gt;location': 'Manchester', '&amp;time': '08:00' }, 'Manchester 08:00'],
  ] as const)
    test(`“${text}” with ${JSON.stringify(values)}`, () => assert.equal(fill(text, byKey(values), 'words'), filled));

  test('conditions', () => {
    const holds = (value: unknown) => fill('((a??b))', byKey({ a: value }), 'words') === 'b';
    for (const value of [1, '1', 'yes', 'y', 'true', 'True', true, 'include', 'show', 'T']) assert.ok(holds(value), String(value));
    for (const value of [0, '0', 2, 99.99999, 'off', 'exclude', 'no', 'any random string', false, [], {}])
      assert.ok(!holds(value), String(value));
  });

  for (const [list, words, bullets] of [
    [[], 'list: ', 'list: '],
    [['', ''], 'list: ', 'list: '],
    [[' ', ' \t ', '\u180e'], 'list: ', 'list: '],
    [['one'], 'list: one', 'list: \n\n* one'],
    [['one', 'two'], 'list: one and two', 'list: \n\n* one\n* two'],
    [['one', 'two', 'three'], 'list: one, two and three', 'list: \n\n* one\n* two\n* three'],
    [['one', null, null], 'list: one', 'list: \n\n* one'],
    [[1, { two: 2 }, 'three', null], "list: 1, {'two': 2} and three", "list: \n\n* 1\n* {'two': 2}\n* three"],
    [
      [
        [1, 2],
        [3, 4],
      ],
      'list: [1, 2] and [3, 4]',
      'list: \n\n* [1, 2]\n* [3, 4]',
    ],
    [[0.1, true, false], 'list: 0.1, True and False', 'list: \n\n* 0.1\n* True\n* False'],
  ] as const)
    test(`a list: ${JSON.stringify(list)}`, () => {
      const values = byKey({ placeholder: list });
      assert.equal(fill('list: ((placeholder))', values, 'words'), words);
      assert.equal(fill('list: ((placeholder))', values, 'bullets'), bullets);
    });
});

describe('what strangers wrote, by the list of notifications-api', () => {
  for (const [value, safe] of [
    ['Amala, please [click this (evil link](https://evil.link)', '\\[click this \\(evil link\\]\\(\\)'],
    ['Marie.Curie-Sklodowska is rad', 'Marie\\. Curie\\-Sklodowska is rad'],
    ['https://evil.link and www.evil.link?arg=nam', ' and '],
    ['evil. link and other-evil. lnk', 'evil\\. link and other\\-evil\\. lnk'],
    ['https://evil.link and www.evil.link', ' and www\\. evil\\. link'],
    ['foo.bar/baz and https://evil.link/foo.bar/bazpwnme', ' and '],
    ['\\# Rogue Header', '\\\\\\# Rogue Header'],
    ['## Rogue Header', '\\#\\# Rogue Header'],
    ['# Rogue Header\\\n# Rogue Header', '\\# Rogue Header\\\\\n\\# Rogue Header'],
    ['Ulica Ceynowy 5\\44', 'Ulica Ceynowy 5\\\\44'],
    ['[żądło rządzi tą pszczołą](to-jest-atak.com)', '\\[żądło rządzi tą pszczołą\\]\\(to\\-jest\\-atak\\. com\\)'],
    ['`*_(){}[]<>#+-.!|', '\\`\\*\\_\\(\\)\\{\\}\\[\\]\\<\\>\\#\\+\\-\\.\\!\\|'],
    ['https://localhost/foo.bar/x/weird', null],
  ] as const)
    test(value, () => {
      const { value: changed } = sanitise({ value }, ['VALUE']).personalisation;
      if (safe === null) assert.doesNotMatch(String(changed), /foo|weird/);
      else assert.ok(String(changed).endsWith(safe), String(changed));
    });

  test('only what is named is changed, and what has no words is left', () => {
    const given = { a: '# x', b: '# x', n: 7, list: ['# x'] };
    const { personalisation, sanitised } = sanitise(given, ['a', 'n', 'list', 7, null]);
    assert.deepEqual(personalisation, { ...given, a: '\\# x' });
    assert.deepEqual(sanitised, { a: { unsanitised: '# x', sanitised: '\\# x' } });
  });

  test('a hostile text takes no longer than it is long', () => {
    for (const part of ['a-', 'a.', '-', 'a.b/', 'https://', '@', '.']) sanitise({ value: part.repeat(300_000) }, ['value']);
  });
});
