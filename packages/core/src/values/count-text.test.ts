import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCharacters, countText, countWords, cutText, isLongerThan, type TextUnit } from './count-text.ts';

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

const units: readonly TextUnit[] = ['characters', 'code-points', 'code-units', 'bytes'];
const astronaut = '👩🏻‍🚀';

test('a limit of somebody else’s is counted as they count, of the text as it is kept', () => {
  assert.deepEqual(
    units.map((unit) => countText(`${astronaut}e\u0301\r\n`, unit)),
    [3, 6, 9, 18],
  );
  assert.equal(isLongerThan('a'.repeat(3999) + astronaut, 4000), false);
  assert.equal(isLongerThan('a'.repeat(3999) + astronaut, 4000, 'code-points'), true);
  assert.equal(isLongerThan('e\u0301'.repeat(500), 500, 'code-points'), false);
  assert.equal(isLongerThan('é'.repeat(500), 500, 'bytes'), true);
});

test('what is longer than a limit', () => {
  assert.equal(isLongerThan('👩‍👩‍👧‍👦'.repeat(10), 10), false);
  assert.equal(isLongerThan('👩‍👩‍👧‍👦'.repeat(11), 10), true);
  assert.equal(isLongerThan('e\u0301'.repeat(10), 10), false);
  assert.equal(isLongerThan(`a${'\u0301'.repeat(5_000)}`, 1), false);
  assert.equal(isLongerThan('', 0), false);
});

test('a cut text fits, is a beginning, and ends with a whole character', () => {
  const text = `Tŷ’r e\u0301cole ${astronaut} 🏴󠁧󠁢󠁷󠁬󠁳󠁿 𝕏 end`;
  const whole = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
  for (const unit of units)
    for (let most = 0; most <= 70; most++) {
      const cut = cutText(text, most, unit);
      assert.ok(text.startsWith(cut) && countText(cut, unit) <= most, `${unit} ${most}`);
      const count = [...new Intl.Segmenter().segment(cut)].length;
      assert.equal(cut, whole.slice(0, count).join(''), `${unit} ${most}`);
      const longer = whole.slice(0, count + 1).join('');
      assert.ok(cut === text || countText(longer, unit) > most, `${unit} ${most}: the next character would fit`);
    }
  assert.equal(cutText(`a${'\u0301'.repeat(5_000)}b`, 200, 'code-units'), '', 'one character of any size is left out');
});
