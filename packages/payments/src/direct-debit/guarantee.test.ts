import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guaranteePoints, guaranteeTitle } from './guarantee.ts';

/** The Guarantee on Charnwood Borough Council's form for council tax, as the scheme has it: one line a point, a dash before what is below one. */
const published = `This Guarantee is offered by all banks and building societies that accept instructions to pay Direct Debits.
If there are any changes to the amount, date or frequency of your Direct Debit Charnwood Borough Council will notify you 10 working days in advance of your account being debited or as otherwise agreed. If you request Charnwood Borough Council to collect a payment, confirmation of the amount and date will be given to you at the time of the request.
If an error is made in the payment of your Direct Debit, by Charnwood Borough Council or your bank or building society, you are entitled to a full and immediate refund of the amount paid from your bank or building society.
- If you receive a refund you are not entitled to, you must pay it back when Charnwood Borough Council asks you to.
You can cancel a Direct Debit at any time by simply contacting your bank or building society. Written confirmation may be required. Please also notify us.`;

test('the Guarantee is the scheme’s, word for word, with the two blanks filled in', () => {
  const points = guaranteePoints({ creditor: 'Charnwood Borough Council', noticeWorkingDays: 10 });
  assert.equal(guaranteeTitle.en, 'The Direct Debit Guarantee');
  assert.equal(points.flatMap(({ text, below }) => (below ? [text.en, `- ${below.en}`] : [text.en])).join('\n'), published);
});

test('in Welsh it has the same points and the same blanks', () => {
  const blanks = { creditor: 'CYNGOR Y DREF', noticeWorkingDays: 5 };
  const shape = (language: 'en' | 'cy') =>
    guaranteePoints(blanks).map(({ text, below }) =>
      [text, below].map((part) => [
        part?.[language] !== undefined,
        part?.[language].split(blanks.creditor).length,
        / 5 /.test(part?.[language] ?? ''),
      ]),
    );
  assert.deepEqual(shape('cy'), shape('en'));
});
