import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionOf } from './typed-question.ts';

const told = (typed: string): string => {
  const question = questionOf(typed);
  if (question.kind === 'postcode') return `${question.postcode.text}|${question.narrow}`;
  if (question.kind === 'unlisted') return `${question.kind} ${question.postcode.text}`;
  return question.kind === 'words' ? `words ${question.words}` : question.kind;
};

test('one field understands postcodes in any shape, with a house before or after, and words', () => {
  for (const [typed, meant] of [
    ['', 'nothing'],
    ['  ', 'nothing'],
    ['12', 'nothing'],
    ['SW1A2AA', 'SW1A 2AA|'],
    ['sw1a-2aa.', 'SW1A 2AA|'],
    ['(s w 1 a 2 a a)', 'SW1A 2AA|'],
    ['W6 OJU', 'W6 0JU|'],
    ['AM1A 1JT 12', 'AM1A 1JT|12'],
    ['12, am1a1jt', 'AM1A 1JT|12'],
    ['Flat 3 Heron Court, AM1A 1JT', 'AM1A 1JT|Flat 3 Heron Court'],
    ['AM1A', 'incomplete'],
    ['AM1A 1', 'incomplete'],
    ['AM1A 1J', 'incomplete'],
    ['QQ1 1AA', 'not-a-postcode'],
    ['W6 9IU', 'not-a-postcode'],
    ['12 mill la', 'words 12 mill la'],
    ['BFPO 61', 'unlisted BFPO 61'],
    ['gir 0aa', 'unlisted GIR 0AA'],
    ['FIQQ 1ZZ', 'unlisted FIQQ 1ZZ'],
    ['Glan-yr-afon', 'words Glan-yr-afon'],
  ] as const)
    assert.equal(told(typed), meant, typed);
});

test('text of any length is understood at once', () => {
  const before = performance.now();
  for (const character of ['a', '1', ' a1', 'AM1A 1JT ']) questionOf(character.repeat(10_000));
  assert.ok(performance.now() - before < 500);
  const long = questionOf('x'.repeat(10_000));
  assert.ok(long.kind === 'words' && long.words.length <= 200);
});
