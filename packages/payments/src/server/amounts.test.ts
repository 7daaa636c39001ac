/** An amount as people type it, wherever it is taken: the same words on the plain page and over the API as in the rules, and nothing begun. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAmount } from '../rules/amount.ts';
import { borough, parking } from './testing/borough.fixture.ts';
import { PlainBrowser } from './testing/browser.fixture.ts';

/** What nobody can pay, for a fund of £1 to £200. */
const typed = [
  '-5',
  '−5.00',
  '(5)',
  '0',
  '£0.00',
  '0.99',
  '200.01',
  '100001',
  '1e2',
  '1E+2',
  '٣٥',
  '३५',
  '$35',
  '35 €',
  '35 EUR',
  '¥35',
  '££35',
  '1 234,50',
  '1234,50',
  '1.234,50',
  '1.234',
  '12.345',
  '1'.repeat(30),
  `${'1'.repeat(27)}.50`,
  'thirty five',
  'NaN',
  'Infinity',
  '0x23',
  '35; DROP TABLE payments_payment',
  '<script>alert(1)</script>',
];

for (const language of ['en', 'cy'] as const)
  test(`on the plain page, in ${language}: at the field and in the summary, and what was typed stays`, async () => {
    await using council = await borough();
    const browser = await new PlainBrowser(council.url).open(`/pay/parking?lang=${language}`);
    await browser.send({ reference: 'AL12345678' });
    const title = browser.heading;
    for (const text of typed) {
      const read = readAmount(text, parking.limits);
      assert.equal(read.kind, 'error', text);
      await browser.send({ 'amount-other': text });
      assert.equal(browser.status, 422, text);
      assert.equal(browser.heading, title, text);
      const said = read.kind === 'error' ? read.message[language] : '';
      assert.deepEqual(browser.errors, [said], text);
      assert.equal(browser.html.split(said.replaceAll('&', '&amp;')).length - 1, 2, `${text}: in the summary and at the field`);
      assert.equal(browser.value('amount-other'), text);
    }
    await browser.send({ 'amount-other': '£ 35' });
    assert.match(browser.html, /£35\.00/);
    assert.equal(council.govukPay.payments.length, 0);
  });

test('over the API: whole pence in the same words, and nothing else is a number of pence', async () => {
  await using council = await borough();
  const begin = async (amount: unknown, language: string) => {
    const answer = await council.post(
      '/payments',
      { fund: 'parking', reference: 'AL12345678', amount },
      { 'idempotency-key': `a-${Math.random()}`, 'accept-language': language },
    );
    return { status: answer.status, errors: ((await answer.json()) as { errors?: { field: string; message: string }[] }).errors ?? [] };
  };
  for (const language of ['en', 'cy'] as const) {
    for (const [pence, written] of [
      [-500, '-5.00'],
      [0, '0'],
      [99, '0.99'],
      [20_001, '200.01'],
      [10_000_001, '100000.01'],
    ] as const) {
      const read = readAmount(written, parking.limits);
      assert.deepEqual(
        await begin(pence, language),
        { status: 422, errors: [{ field: 'amount', message: read.kind === 'error' ? read.message[language] : '' }] },
        written,
      );
    }
    for (const amount of [1.5, '3500', '£35', null, true, [], {}, 1e21, Number.MAX_SAFE_INTEGER + 1, -1.5, undefined]) {
      const { status, errors } = await begin(amount, language);
      assert.deepEqual([status, errors.map(({ field }) => field)], [422, ['amount']], String(amount));
      assert.notEqual(errors[0]?.message, '');
      assert.doesNotMatch(errors[0]?.message ?? '', /invalid|please|sorry|expected|NaN/i);
    }
  }
  assert.equal(council.govukPay.payments.length, 0);
});
