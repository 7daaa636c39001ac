/** What must hold on either database, over HTTP. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { testedStores } from '@council-kit/testing/stores.js';
import { until } from '@council-kit/testing/until.js';
import { main } from './command.ts';
import { borough, councilTax } from './testing/borough.fixture.ts';

for (const store of await testedStores()) {
  test(`${store.name}: one payment for a key and for what is paid; lost answers found; webhooks once; refunds; the books agree; mandates; lock-out`, async () => {
    const gateway = await store.fresh();
    const clock = new ManualClock(new Date().toISOString());
    await using council = await borough({
      gateway,
      clock,
      pay: { idempotency: 'ignored' },
      payments: {
        councilTax: { refusalMs: 0 },
        directDebit: { creditor: 'C', reference: councilTax.reference, days: [1] },
      },
    });
    const same = await Promise.all(Array.from({ length: 8 }, () => council.begin({ amount: 1_000 }, 'one')));
    assert.deepEqual([new Set(same.map(({ body }) => body.id)).size, council.govukPay.payments.length], [1, 1]);
    // Eight tabs at once, each with a key of its own: in the end one can be paid.
    const tabs = await Promise.all(Array.from({ length: 8 }, () => council.begin({ amount: 2_000 })));
    const open = council.govukPay.payments.filter(({ amount, state }) => amount === 2_000 && !state.finished);
    assert.equal(open.length, 1);
    assert.ok(tabs.every(({ status }) => status === 201));
    await council.platforms.govukPay.faults.add({ fault: 'lost-answer', times: 1, method: 'POST' });
    const found = await council.begin({ amount: 3_000 });
    assert.equal(found.status, 201);

    for (const { payment_id: id, state } of council.govukPay.payments) if (!state.finished) council.govukPay.pay(id);
    await council.govukPay.advance(3_600);
    await Promise.all(council.govukPay.messages.flatMap(({ id }) => Array.from({ length: 5 }, () => council.govukPay.deliver(id))));
    await until(() => council.billing.payments.length === 3, 'three are with the billing system');
    assert.equal((await council.begin({ amount: 3_000 })).body.code, 'paid_already');
    const available = 3_000;
    const refunds = await Promise.all(
      [1, 2, 3].map(() => council.staff(`/staff/payments/${found.body.id}/refunds`, { amount: 400, amountAvailable: available })),
    );
    assert.deepEqual(refunds.map(({ status }) => status).sort(), [202, 412, 412]);
    const days = `from=${new Date(Date.now() - 86_400_000).toISOString().slice(0, 10)}&to=${new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)}`;
    const books = (await council.staff<{ here: object; there: object; differences: unknown[] }>(`/staff/payments/reconciliation?${days}`))
      .body;
    assert.deepEqual(books.here, { count: 3, paid: 6_000, refunded: 400 });
    assert.deepEqual([books.there, books.differences], [books.here, []]);
    const csv = await (await council.fetch(`/staff/payments.csv?${days}`, { headers: { 'x-officer': 'sam' } })).text();
    assert.equal(csv.trimEnd().split('\r\n').length, 5);

    // The nightly file, beside the gateway that runs: twice, the second in the place of the first.
    const file = join(council.folder, 'accounts.csv');
    await writeFile(file, [...council.billing.csv()].join(''));
    const environment = gateway.databaseUrl === undefined ? { DATA_FOLDER: council.folder } : { DATABASE_URL: gateway.databaseUrl };
    for (let night = 0; night < 2; night += 1) {
      let said = '';
      const tell = (text: string): void => void (said += text);
      assert.equal(await main(['import', file], environment, { out: tell, error: tell }, new AbortController().signal), 0, said);
      assert.match(said, /1,000 accounts\. Bills come from this file now/);
    }

    const { account, postcode } = council.billing.households.at(5);
    const wish = { account, accountName: 'A Payer', sortCode: '123456', accountNumber: '98765432', day: 1, authorised: true };
    const mandates = await Promise.all([1, 2, 3].map(() => council.post('/direct-debits', wish, { 'idempotency-key': 'm' })));
    assert.deepEqual(
      mandates.map(({ status }) => status),
      [201, 201, 201],
    );
    await until(() => council.billing.mandates.length === 1, 'the mandate is with the council’s system');
    for (let time = 0; time < 5; time += 1) await council.post('/council-tax/bill', { account, postcode: 'SW1A 2AA' });
    assert.equal((await council.post('/council-tax/bill', { account, postcode })).status, 429);
    clock.advance(16 * 60_000);
    assert.equal((await council.post('/council-tax/bill', { account, postcode })).status, 200);
  });
}
