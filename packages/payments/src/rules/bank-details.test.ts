import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  maskAccountNumber,
  maskSortCode,
  readAccountName,
  readAccountNumber,
  readBankDetails,
  readSortCode,
  type ReadPart,
} from './bank-details.ts';

const said = (read: ReadPart): string => (read.kind === 'value' ? read.value : read.message.en);

test('sort codes as people type them', () => {
  for (const typed of [
    '309430',
    '30-94-30',
    '30 94 30',
    '30–94–30',
    ' 30.94.30 ',
    '30/94/30',
    '３０９４３０',
    '30\u201194\u201130',
    '30−94−30',
    '\u200e30\u200b9430\u2060',
    '30\u00ad9430',
  ])
    assert.equal(said(readSortCode(typed)), '309430', typed);
  for (const typed of ['30943', '3094300', '30-94-3O', 'GB29', '٣٠٩٤٣٠', '-309430-1'])
    assert.equal(said(readSortCode(typed)), 'The sort code must have 6 numbers, like 30 94 30', typed);
  assert.equal(said(readSortCode(' ')), 'Enter the sort code');
});

test('account numbers of six and seven digits get noughts in front', () => {
  assert.equal(said(readAccountNumber('733445')), '00733445');
  assert.equal(said(readAccountNumber('0 733 445')), '00733445');
  assert.equal(said(readAccountNumber('00733445')), '00733445');
  assert.equal(said(readAccountNumber('\u200b0\u2011073−3445\ufeff')), '00733445');
  for (const typed of ['12345', '123456789', '00000000', '1234567a', 'GB29NWBK60161331926819'])
    assert.equal(said(readAccountNumber(typed)), 'The account number must have between 6 and 8 numbers, like 00733445', typed);
  assert.equal(said(readAccountNumber('')), 'Enter the account number');
});

test('a number in the box for the name is told, a name with a number in it is taken', () => {
  assert.equal(said(readAccountName('  Ann  Jones ')), 'Ann Jones');
  assert.equal(said(readAccountName('Flat 3 Ltd 2004')), 'Flat 3 Ltd 2004');
  assert.equal(said(readAccountName('Siân Ŵyn-O’Neill')), 'Siân Ŵyn-O’Neill');
  assert.equal(said(readAccountName('Ann\u200bJones')), 'AnnJones');
  assert.equal(said(readAccountName('\u202eAnn Jones\u200e')), 'Ann Jones');
  assert.equal(said(readAccountName('Ann\u00a0Jones\u00ad\u2060')), 'Ann Jones');
  assert.equal(said(readAccountName('12345678')), 'Enter the name on the account, not its number');
  assert.equal(said(readAccountName('A 30-94-30 12345678')), 'Enter the name on the account, not its number');
  assert.equal(said(readAccountName('')), 'Enter the name on the account');
  assert.equal(said(readAccountName('x'.repeat(71))), 'The name on the account must be 70 characters or less');
});

test('both at once, each error at its field', () => {
  const read = readBankDetails({ sortCode: '1', accountNumber: '' });
  assert.deepEqual(read.kind === 'errors' && read.errors.map(({ field, message }) => [field, message.en]), [
    ['sortCode', 'The sort code must have 6 numbers, like 30 94 30'],
    ['accountNumber', 'Enter the account number'],
  ]);
});

test('what is shown again is the end of it', () => {
  assert.equal(maskAccountNumber('00733445'), '•••• 3445');
  assert.equal(maskSortCode('309430'), '•• •• 30');
});

test('always: a value of digits or a sentence in both languages, whatever is typed', () => {
  const typed = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom(...'0123456789-– ./') }));
  fc.assert(
    fc.property(typed, (text) => {
      const [sort, number] = [readSortCode(text), readAccountNumber(text)];
      if (sort.kind === 'value') assert.match(sort.value, /^\d{6}$/);
      if (number.kind === 'value') assert.match(number.value, /^\d{8}$/);
      for (const read of [sort, number, readAccountName(text)]) if (read.kind === 'error') assert.ok(read.message.en && read.message.cy);
    }),
    { numRuns: 3000 },
  );
});
