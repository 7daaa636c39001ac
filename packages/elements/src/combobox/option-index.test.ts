import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OptionIndex } from './option-index.ts';

const texts = [
  "St. Mary's",
  'Fly-tipping',
  'Flytipping (private land)',
  'Fly tipping, repeated',
  "O'Brien’s yard",
  'Tŷ Gwyn',
  'Straße',
  'Gŵyl wedi’u gohirio',
  'Bathe Millpond',
];
const found = (typed: string): string[] => new OptionIndex(texts.map((text) => ({ text }))).narrow(typed).map(({ text }) => text);

test('finds words whichever apostrophe, accent, full stop or hyphen they are written with', () => {
  const cases: Record<string, string[]> = {
    'st marys': ["St. Mary's"],
    'mary’s': ["St. Mary's"],
    "st mary's": ["St. Mary's"],
    'st. maryʼs': ["St. Mary's"],
    'o`brien': ["O'Brien’s yard"],
    'o brien': ["O'Brien’s yard"],
    oʼbriens: ["O'Brien’s yard"],
    'ty gwyn': ['Tŷ Gwyn'],
    strasse: ['Straße'],
    "wedi'u": ['Gŵyl wedi’u gohirio'],
    'the mill': [],
  };
  for (const [typed, expected] of Object.entries(cases)) assert.deepEqual(found(typed), expected, typed);
  for (const typed of ['flytipping', 'fly tipping', 'fly-tipping', 'fly‑tipp'])
    assert.deepEqual(found(typed), ['Fly-tipping', 'Flytipping (private land)', 'Fly tipping, repeated'], typed);
});

test('typing key by key, and taking back, finds what typing at once finds', () => {
  const asTyped = new OptionIndex(texts.map((text) => ({ text })));
  for (const text of ['flytipping', 'fly tipping rep', "st. mary's", 'o brien', 'fly']) {
    for (let end = 0; end <= text.length; end += 1)
      assert.deepEqual(
        asTyped.narrow(text.slice(0, end)).map((item) => item.text),
        found(text.slice(0, end)),
        text.slice(0, end),
      );
  }
});

test('a text written out whole is that item, however it is written', () => {
  const index = new OptionIndex(texts.map((text) => ({ text, value: text })));
  assert.equal(index.exact('ST MARY’S')?.value, "St. Mary's");
  assert.equal(index.exact('fly tipping repeated')?.value, 'Fly tipping, repeated');
  assert.equal(index.exact('st'), undefined);
});
