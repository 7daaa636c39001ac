import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAmount } from './amount.ts';
import { pounds } from './pence.ts';

const said = (typed: string, limits?: Parameters<typeof readAmount>[1]): string | number => {
  const read = readAmount(typed, limits);
  return read.kind === 'amount' ? read.pence : read.message.en;
};

test('what was pasted with an amount is no part of it', () => {
  for (const typed of ['\u200b20', '20\u200e', '\ufeff£20', '£\u00a020', '£\u206020.00', '２０', '￡20', '£2\u00ad0', '\u200f20 '])
    assert.deepEqual(readAmount(typed), { kind: 'amount', pence: 2000 }, typed);
  for (const typed of ['1\u00a0234.50', '1\u202f234.50', '1\u2009234.50'])
    assert.deepEqual(readAmount(typed), { kind: 'amount', pence: 123_450 }, typed);
  for (const minus of '-−–‐‑﹣－') assert.equal(readAmount(`${minus}20`).kind, 'error', minus);
  assert.equal(readAmount('20²').kind, 'error');
});

test('amounts as people type them', () => {
  const typed = {
    '£1,234.50': 123_450,
    '1234.5': 123_450,
    '1 234.50': 123_450,
    '1\u00a0234.50': 123_450,
    ' £ 12 ': 1200,
    '180.23': 18_023,
    '5.': 500,
    '.50': 50,
    '£.05': 5,
    '50p': 50,
    '250 P': 250,
    '0012.00': 1200,
    '100,000': 10_000_000,
    '1,234,567.00': 'The amount must be £100,000 or less',
  };
  for (const [text, pence] of Object.entries(typed)) assert.equal(said(text), pence, text);
});

test('what cannot be taken gets a sentence that says what to type', () => {
  const unreadable = 'The amount must be in pounds and pence, like 120 or 120.50';
  const comma = 'Use a full stop before the pence, like 1234.50';
  const typed = {
    '': 'Enter the amount you want to pay',
    '  ': 'Enter the amount you want to pay',
    '1 234,50': comma,
    '1234,50': comma,
    '12,5': comma,
    '1.234,50': comma,
    '-5': 'The amount must be more than £0, without a minus sign',
    '−5.00': 'The amount must be more than £0, without a minus sign',
    '-£5': 'The amount must be more than £0, without a minus sign',
    '£-5': 'The amount must be more than £0, without a minus sign',
    '(5)': 'The amount must be more than £0, without a minus sign',
    '0': 'The amount must be more than £0',
    '£0.00': 'The amount must be more than £0',
    $20: 'Enter the amount in pounds, like 120.50',
    '20 €': 'Enter the amount in pounds, like 120.50',
    'EUR 20': 'Enter the amount in pounds, like 120.50',
    '1.234': 'The amount must have no more than 2 numbers after the full stop, like 120.50',
    '1e3': unreadable,
    '1E+2': unreadable,
    '0x10': unreadable,
    Infinity: unreadable,
    '١٢٣': unreadable,
    '1,23,456': unreadable,
    '1,234 567': unreadable,
    '12 34': unreadable,
    '££5': unreadable,
    '.': unreadable,
    '£': unreadable,
    twenty: unreadable,
    '5 or 6': unreadable,
    '1.2.3': unreadable,
    [`1${'0'.repeat(29)}`]: unreadable,
    [`1${'0'.repeat(20)}`]: 'The amount must be £100,000 or less',
    '<script>': unreadable,
  };
  for (const [text, message] of Object.entries(typed)) assert.equal(said(text), message, JSON.stringify(text));
});

test('the council’s limits', () => {
  assert.equal(said('4.99', { least: 500 }), 'The amount must be £5 or more');
  assert.equal(said('5', { least: 500 }), 500);
  assert.equal(said('60.01', { most: 6000 }), 'The amount must be £60 or less');
});

test('always: what we write we read again, and nothing throws', () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 10_000_000 }), (pence) => said(pounds(pence)) === pence));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,£-p e') })), (typed) => {
      const read = readAmount(typed);
      if (read.kind === 'amount') assert.ok(Number.isSafeInteger(read.pence) && read.pence > 0 && read.pence <= 10_000_000);
    }),
    { numRuns: 5000 },
  );
});
