/** The list: what is looked for is found, whatever is typed; pages stay as they are while payments come in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { borough, fill } from './testing/borough.fixture.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';
import { paid } from './testing/pay.fixture.ts';

test('by our reference, the payment’s number, Pay’s and the resident’s; what nobody has is not found', async () => {
  await using council = await borough();
  const account = council.billing.households.at(3).account;
  const one = await paid(council, { amount: 1_000, reference: account });
  const other = await paid(council, { amount: 2_000, fund: 'parking', reference: 'AL12345678' });
  const officer = new OfficerBrowser(council);
  const found = async (query: Record<string, string>): Promise<string[]> => {
    await officer.open('/staff/finance');
    await officer.send(query);
    assert.equal(officer.status, 200, JSON.stringify(query));
    const { words = '' } = query;
    if (words.length > 3) assert.ok(![words, encodeURIComponent(words)].some((each) => officer.path.includes(each)), officer.path);
    return officer.references;
  };
  assert.deepEqual(await found({}), [other.reference, one.reference]);
  for (const words of [
    one.reference,
    one.reference.toLowerCase().replace('-', ' '),
    one.id,
    one.payId,
    account,
    ` ${account.slice(0, 4)} ${account.slice(4)} `,
  ])
    assert.deepEqual(await found({ words }), [one.reference], words);
  for (const words of ['al 1234 5678', 'AL-12345678']) assert.deepEqual(await found({ words }), [other.reference], words);
  assert.deepEqual(await found({ fund: 'parking' }), [other.reference]);
  for (const words of [
    '%',
    '_',
    '*',
    `${one.reference.slice(0, -1)}_`,
    one.reference.slice(0, 5),
    "' or 1=1 --",
    "'; drop table payments_payment; --",
    '" or ""="',
    '<script>alert(1)</script>',
    '\u202e\u0000x',
    '🦡'.repeat(300),
    '${7*7}',
    'x'.repeat(10_000),
  ]) {
    assert.deepEqual(await found({ words: words.replaceAll('\0', '') }), [], words);
    assert.match(officer.text, /No payments match/);
    assert.doesNotMatch(officer.html, /<script>alert/);
  }
  for (const place of ['older.1.x', "older.1.' or 1=1", 'newer..', 'x', 'older.9999999999999999999.aaaaaaaaaaaaaaaaaaaaaa'])
    assert.equal((await officer.open(`/staff/finance?place=${encodeURIComponent(place)}`)).references.length, 2, place);
  for (const odd of [{ outcome: 'x' }, { outcome: '__proto__' }]) assert.equal((await found(odd)).length, 2);
  assert.deepEqual(await found({ fund: "x' or 'a'='a" }), []);
  assert.equal((await found({})).length, 2, 'all of it is still there');
  // What is looked for is in no address that anybody else could read, and not to be made up.
  await found({ words: account, fund: 'council-tax' });
  const { path } = officer;
  assert.deepEqual((await officer.open(path)).references, [one.reference]);
  await officer.open(path.replace(/sought=(.)/, (_, first: string) => `sought=${first === 'A' ? 'B' : 'A'}`));
  assert.deepEqual([officer.status, officer.references.length], [200, 1], 'the fund is left');
  await officer.open('/staff/finance?sought=%27%20or%201=1&words=AL12345678');
  assert.equal(officer.references.length, 2);
  assert.ok(!council.logged().includes(account), 'nor in the log');
});

test('states, days and totals; nobody has paid yet', async () => {
  const clock = new ManualClock('2026-05-31T22:30:00Z');
  await using council = await borough({ clock, pay: { now: () => clock.now().getTime() } });
  const officer = await new OfficerBrowser(council).open('/staff/finance');
  assert.match(officer.text, /Nobody has paid anything yet/);
  // 11:30pm on 31 May in summer time, and 00:30 on 1 June: both are 31 May in UTC.
  const may = await paid(council, { amount: 10_000 });
  clock.advance(3_600_000);
  const june = await paid(council, { amount: 25_050 });
  await council.staff(`/staff/payments/${june.id}/refunds`, { amount: 50, amountAvailable: 25_050 });
  const { body: open } = await council.begin({ amount: 300 });
  const on = async (query: string): Promise<string> => (await officer.open(`/staff/finance?${query}`)).text;
  assert.match(await on('from=31/5/2026&to=31/5/2026'), /Payments found 1 Paid £100\.00 in 1 payment Refunded £0\.00/);
  assert.deepEqual(officer.references, [may.reference]);
  assert.match(await on('from=1+June+2026'), /Payments found 2 Paid £250\.50 in 1 payment Refunded £0\.50 Paid less refunds £250\.00/);
  assert.match(await on(''), /Payments found 3 Paid £350\.50 in 2 payments/);
  assert.match(await on('lang=cy'), /Talwyd £350\.50 mewn 2 daliad/);
  for (const [outcome, count] of [
    ['paid', 2],
    ['refunded', 1],
    ['open', 1],
    ['capturable', 0],
    ['unpaid', 0],
  ] as const) {
    await on(`outcome=${outcome}`);
    assert.equal(officer.references.length, count, outcome);
  }
  assert.ok(open.id);
  await officer.send({ words: 'kept', from: '31/2/2026', to: 'yesterday' });
  assert.equal(officer.status, 422);
  assert.deepEqual(officer.errors, ['The first day must be a real day, like 1/6/2026', 'The last day must be a real day, like 1/6/2026']);
  assert.match(officer.html, /value="kept"/);
  await on('from=2/6/2026&to=1/6/2026');
  assert.deepEqual(officer.errors, ['The last day must be the same as or after the first day']);
  const search = (filter: object) => council.staff<{ payments: unknown[]; totals: { paid: number } }>('/staff/payments/search', filter);
  const { body } = await search({ from: '2026-06-01', to: '2026-06-01' });
  assert.deepEqual([body.payments.length, body.totals.paid], [2, 25_050]);
  assert.equal((await search({ from: '2026-02-31' })).status, 422);
});

test('pages: each payment once, forth and back, while new ones come in; many of one moment too', async () => {
  await using council = await borough();
  // 10 of each second: a page ends in the middle of one.
  fill(council, 234, (index) => ({ created_at: Date.parse('2026-01-01T00:00:00Z') + Math.floor(index / 10) * 1_000 }));
  const officer = await new OfficerBrowser(council).open('/staff/finance');
  const pages: string[][] = [officer.references];
  while (/Older payments/.test(officer.text)) {
    await paid(council, { amount: 5_000 + pages.length });
    await officer.click(/Older payments/);
    pages.push(officer.references);
  }
  assert.deepEqual(
    pages.map((page) => page.length),
    [50, 50, 50, 50, 34],
  );
  assert.equal(new Set(pages.flat()).size, 234);
  for (const page of pages.slice(0, -1).reverse()) {
    await officer.click(/Newer payments/);
    assert.deepEqual(officer.references, page);
  }
  await officer.click(/Newer payments/);
  assert.equal(officer.references.length, 4, 'those that came in meanwhile');
  assert.doesNotMatch(officer.text, /Newer payments/);
});

test('more than 10,000 payments are not counted to the end, nor added up; fewer are', async () => {
  await using council = await borough();
  fill(council, 10_001, (index) => ({ fund: index === 0 ? 'parking' : 'council-tax' }));
  const officer = await new OfficerBrowser(council).open('/staff/finance');
  assert.match(officer.text, /Payments found More than 10,000 To see what they add up to, narrow the list to 10,000 payments or fewer\./);
  assert.doesNotMatch(officer.text, /Paid less refunds/);
  assert.match((await officer.open('/staff/finance?lang=cy')).text, /Mwy na 10,000/);
  await officer.open('/staff/finance?fund=council-tax');
  assert.match(officer.text, /Payments found 10,000 Paid £100,000\.00 in 10,000 payments/);
  const { body } = await council.staff<{ totals: unknown }>('/staff/payments/search', {});
  assert.deepEqual(body.totals, { more: true, count: 10_000 });
});
