/** Each way in which a payment ends, and the ways in which it does not yet: what the return page says without a script, in both languages, and what it asks. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { borough, type Borough } from './testing/borough.fixture.ts';

const nothingTaken = { en: /Nothing has been taken/, cy: /Nid oes dim wedi’i gymryd/ };

interface End {
  readonly name: string;
  readonly code: string | undefined;
  readonly end: (council: Borough, id: string, payId: string) => unknown;
  readonly en: RegExp;
  readonly cy: RegExp;
  readonly paid?: true;
}

const card =
  (number: string): End['end'] =>
  ({ govukPay }, _id, payId) =>
    govukPay.pay(payId, number);
const declined = { code: 'P0010', en: /card provider declined the payment/, cy: /Gwrthododd eich banc neu ddarparwr eich cerdyn/ };

const ends: readonly End[] = [
  { name: 'paid', code: undefined, end: card('4242424242424242'), en: /Payment received/, cy: /Taliad wedi’i dderbyn/, paid: true },
  {
    name: 'paid with 3-D Secure',
    code: undefined,
    end: card('4000002500003155'),
    en: /Payment received/,
    cy: /Taliad wedi’i dderbyn/,
    paid: true,
  },
  { name: 'declined', ...declined, end: card('4000000000000002') },
  { name: 'the card has expired', ...declined, end: card('4000000000000069') },
  { name: 'the security code is wrong', ...declined, end: card('4000000000000127') },
  { name: 'a technical problem', code: 'P0050', end: card('4000000000000119'), en: /technical problem/, cy: /problem dechnegol/ },
  {
    name: 'cancelled by the payer',
    code: 'P0030',
    end: ({ govukPay }, _id, payId) => govukPay.leave(payId),
    en: /You cancelled the payment/,
    cy: /Gwnaethoch ganslo’r taliad/,
  },
  {
    name: 'cancelled by the council',
    code: 'P0040',
    end: (council, id) => council.post(`/payments/${id}/cancel`, {}),
    en: /The payment was cancelled/,
    cy: /Cafodd y taliad ei ganslo/,
  },
  {
    name: 'expired after 90 minutes',
    code: 'P0020',
    end: ({ govukPay }) => govukPay.advance(90 * 60 + 1),
    en: /More than 90 minutes/,
    cy: /mwy na 90 munud/,
  },
];

test('each end: in words, in both languages, with the way on; the API says the same', async () => {
  await using council = await borough({
    payments: { contact: { text: { en: 'Call us on 01632 960 100', cy: 'Ffoniwch ni ar 01632 960 100' } } },
  });
  let amount = 1_000;
  for (const { name, code, end, en, cy, paid } of ends) {
    amount += 1;
    const { body } = await council.begin({ amount });
    await end(council, body.id, council.govukPay.payments.at(-1)?.payment_id ?? '');
    for (const [language, words] of [
      ['en', en],
      ['cy', cy],
    ] as const) {
      const page = await council.fetch(`/payments/${body.id}/return?lang=${language}`, { headers: { accept: 'text/html' } });
      const html = await page.text();
      assert.equal(page.status, 200, name);
      assert.match(html, words, name);
      assert.match(html, new RegExp(`<html lang="?${language}`), name);
      // Who keeps this page has all that the council can be asked by.
      assert.match(html, new RegExp(`£10\\.${String(amount % 100).padStart(2, '0')}[\\s\\S]*${body.number}`), name);
      // It is over: nothing is asked again.
      assert.equal(page.headers.get('refresh'), null, name);
      if (paid) assert.doesNotMatch(html, nothingTaken[language], name);
      else {
        assert.match(html, nothingTaken[language], name);
        assert.match(html, /href="[^"]*\/pay\/council-tax"/, name);
        assert.match(html, /01632 960 100/, name);
      }
    }
    const known = await council.read(body.id);
    assert.deepEqual([known.state.code, known.state.finished, known.next, known.unanswered], [code, true, null, false], name);
  }
});

test('90 minutes less a minute: it can still be paid, and is', async () => {
  await using council = await borough();
  const { body } = await council.begin();
  await council.govukPay.advance(89 * 60);
  assert.match(await (await council.fetch(`/payments/${body.id}/return`)).text(), /You have not finished paying/);
  const onward = (await council.fetch(`/payments/${body.id}/pay`)).headers.get('location') ?? '';
  assert.match(onward, /\/secure\//);
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  assert.match(await (await council.fetch(`/payments/${body.id}/return`)).text(), /Payment received/);
});

test('cancelled a second time, and once it is paid: what it is, is the answer', async () => {
  await using council = await borough();
  const { body } = await council.begin();
  for (let time = 0; time < 2; time += 1)
    assert.equal(
      ((await (await council.post(`/payments/${body.id}/cancel`, {})).json()) as { state: { code: string } }).state.code,
      'P0040',
    );
  const other = await council.begin({ amount: 200 });
  council.govukPay.pay(council.govukPay.payments.at(-1)?.payment_id ?? '');
  const late = await council.post(`/payments/${other.body.id}/cancel`, {});
  assert.deepEqual([late.status, ((await late.json()) as { state: { status: string } }).state.status], [200, 'success']);
});

describe('still being confirmed, without a script', () => {
  const refreshOf = (page: Response): { seconds: number; url: string } => {
    const [, seconds, url = ''] = /^(\d+); url=(\S+)$/.exec(page.headers.get('refresh') ?? '') ?? [];
    return { seconds: Number(seconds), url };
  };

  test('the page asks by itself, less and less often, says what to do when it takes long, and stops in the end', async () => {
    await using council = await borough({ pay: { confirmSeconds: 3_600 } });
    const { body } = await council.begin();
    council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
    const waits: number[] = [];
    let url = `/payments/${body.id}/return?lang=cy`;
    let long: number | undefined;
    for (let visit = 0; visit < 60; visit += 1) {
      const page = await council.fetch(url, { headers: { accept: 'text/html' } });
      const html = await page.text();
      assert.match(html, /Mae eich taliad yn cael ei gadarnhau/);
      assert.match(html, /Peidiwch â thalu eto/);
      if (html.includes('mwy o amser nag arfer')) long ??= visit;
      if (!page.headers.has('refresh')) break;
      const next = refreshOf(page);
      waits.push(next.seconds);
      url = next.url;
    }
    assert.ok(
      waits.every((seconds, index) => seconds >= (waits[index - 1] ?? 5)),
      waits.join(),
    );
    assert.equal(waits[0], 5);
    const minutes = waits.reduce((sum, seconds) => sum + seconds, 0) / 60;
    assert.ok(minutes > 10 && minutes < 20, `${minutes} minutes`);
    assert.ok(long !== undefined && long > 5 && long < 12, `takes long after ${long}`);
    // Whoever looks later sees the truth of then.
    await council.govukPay.advance(3_601);
    assert.match(await (await council.fetch(url)).text(), /Taliad wedi’i dderbyn/);
  });

  test('who took five minutes to find their card is not told that it takes long', async () => {
    await using council = await borough({ pay: { confirmSeconds: 60 } });
    const { body } = await council.begin();
    await council.govukPay.advance(300);
    council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
    const html = await (await council.fetch(`/payments/${body.id}/return`)).text();
    assert.match(html, /usually takes less than a minute/);
    assert.doesNotMatch(html, /longer than usual/);
  });

  test('what anybody writes into the address is no more than a number', async () => {
    await using council = await borough({ pay: { confirmSeconds: 60 } });
    const { body } = await council.begin();
    council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
    for (const asked of ['-1', '1e9', '9'.repeat(400), '<script>', '%0d%0aSet-Cookie:a=b', 'NaN', ''])
      assert.equal((await council.fetch(`/payments/${body.id}/return?lang=en&asked=${asked}`)).status, 200, asked);
  });
});
