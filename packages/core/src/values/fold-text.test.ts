import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldText, partedAnyhow } from './fold-text.ts';

const apostrophes = "'’‘`´ʼʹ′＇Ꞌꞌʻ‛";

test('case, accents and letters of other alphabets of ours', () => {
  assert.equal(foldText('TŶ GWYN'), 'ty gwyn');
  assert.equal(foldText('Llŷn, Siân, Zoë'), 'llyn sian zoe');
  assert.equal(foldText('Straße Æther Œuvre Møller Łódź Đorđe Þór'), 'strasse aether oeuvre moller lodz dorde thor');
  assert.equal(foldText('ＭＩＬＬ ﬁeld'), 'mill field');
  assert.equal(foldText('Lly\u0302n'), 'llyn');
});

test('every apostrophe vanishes', () => {
  for (const sign of apostrophes) {
    assert.equal(foldText(`Someone else${sign}s rubbish`), 'someone elses rubbish', sign);
    assert.equal(foldText(`St. Mary${sign}s`), 'st marys', sign);
    assert.equal(foldText(`wedi${sign}u`), 'wediu', sign);
    assert.equal(foldText(`O${sign}Brien`), 'obrien', sign);
  }
});

test('full stops vanish from short forms and part what is written without a space', () => {
  assert.equal(foldText('St. Mary'), 'st mary');
  assert.equal(foldText('St.Marys'), 'st marys');
  assert.equal(foldText('R.A.F. Club'), 'raf club');
  assert.equal(foldText('P.O.Box 12'), 'po box 12');
  assert.equal(foldText('No.12'), 'no 12');
});

test('other signs part words', () => {
  assert.equal(foldText('Pen-y-bryn'), 'pen y bryn');
  assert.equal(foldText('Bins, boxes & sacks (all)'), 'bins boxes and sacks all');
  assert.equal(foldText('fly\u2011tipping – “dumped”'), 'fly tipping dumped');
  assert.equal(foldText('  '), '');
  assert.equal(foldText('soft\u00adhyphen zero\u200bwidth'), 'softhyphen zerowidth');
});

test('folding twice is folding once', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...apostrophes, '.', '&', 'a', 'É', 'ᴬ', 'İ', 'Σ', '´', 'ŉ', '1', ' ', 'ß') }),
      ),
      (text) => {
        assert.equal(foldText(foldText(text)), foldText(text));
      },
    ),
    { numRuns: 500 },
  );
});

test('words are found however they are parted', () => {
  for (const shown of ['Fly-tipping', 'Fly tipping', 'Flytipping', 'Report fly‑tipping here'])
    for (const typed of ['flytipping', 'fly tipping', 'fly-tipping', 'FlyTip'])
      assert.match(foldText(shown), partedAnyhow(foldText(typed)) ?? /^never/, `${typed} in ${shown}`);
  assert.match(foldText("O'Brien"), partedAnyhow(foldText('o brien')) ?? /^never/);
  // Only from the beginning of a word, and never by running numbers together.
  assert.doesNotMatch(foldText('Bathe Millpond'), partedAnyhow(foldText('the mill')) ?? /^always/);
  assert.doesNotMatch(foldText('12 Mill Lane'), partedAnyhow(foldText('1 2 Mill')) ?? /^always/);
  assert.equal(partedAnyhow('ab'), undefined);
  assert.equal(partedAnyhow(''), undefined);
});
