import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCharacters, countWords } from './count-text.ts';

test('characters are counted as people count them', () => {
  assert.equal(countCharacters(''), 0);
  assert.equal(countCharacters('Mill Lane'), 9);
  assert.equal(countCharacters('Llŷn'), 4);
  assert.equal(countCharacters('Lly\u0302n'), 4, 'a circumflex of its own belongs to its letter');
  assert.equal(countCharacters('👨‍👩‍👧‍👦!'), 2);
  assert.equal(countCharacters('🏴󠁧󠁢󠁷󠁬󠁳󠁿 Cymru'), 7);
  assert.equal(countCharacters('a\r\nb\nc'), 5, 'a form sends line breaks as two characters');
});

test('plain and composed runs add up as the segmenter would count the whole', () => {
  const text = 'Rubbish — “sofas” by the Tŷ’r e\u0301cole 🚮🚮 gate\n'.repeat(40);
  assert.equal(countCharacters(text), [...new Intl.Segmenter().segment(text)].length);
});

test('words are what stands between blanks', () => {
  assert.equal(countWords(''), 0);
  assert.equal(countWords('  one  two\nthree—four '), 3);
});
