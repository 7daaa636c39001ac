/** What must hold of the finance team's part on either database. */
import { dayInLondon } from '@council-kit/core';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import { until } from '@council-kit/testing/until.js';
import { borough } from './testing/borough.fixture.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';
import { paid } from './testing/pay.fixture.ts';

for (const store of await testedStores()) {
  test(`${store.name}: pages and totals; search; one refund for three presses and two officers; comparisons; deliveries`, async () => {
    const gateway = await store.fresh();
    await using council = await borough({ gateway });
    const begun = await Promise.all(Array.from({ length: 119 }, (_, index) => council.begin({ amount: 1_000 + index })));
    assert.ok(begun.every(({ status }) => status === 201));
    const one = await paid(council, { amount: 50_000 });
    const officer = await new OfficerBrowser(council).open('/staff/finance');
    assert.match(officer.text, /Payments found 120 Paid £500\.00 in 1 payment /);
    const seen = [...officer.references];
    await council.begin({ amount: 9_999 });
    while (/Older payments/.test(officer.text)) seen.push(...(await officer.click(/Older payments/)).references);
    assert.deepEqual([seen.length, new Set(seen).size], [120, 120]);
    while (/Newer payments/.test(officer.text)) await officer.click(/Newer payments/);
    assert.equal(officer.references.length, 1);
    for (const words of [one.reference, one.id, one.payId]) {
      await officer.open('/staff/finance');
      await officer.send({ words, outcome: 'paid', fund: 'council-tax', from: '1/1/2026' });
      assert.deepEqual(officer.references, [one.reference]);
    }
    for (const words of ["' or 1=1 --", '%', '\\', '€🦡']) {
      await officer.send({ words });
      assert.match(officer.text, /No payments match/);
    }

    const pages = await Promise.all(
      [0, 1].map(async () => (await new OfficerBrowser(council).open(`/staff/finance/payments/${one.id}/refund`)).send({ amount: '300' })),
    );
    const presses = pages.flatMap((page) => [0, 1, 2].map(() => Object.assign(new OfficerBrowser(council), { html: page.html })));
    await Promise.all(presses.map((press) => press.send()));
    const done = presses.map(({ text }) => /£300\.00 is refunded/.test(text));
    assert.deepEqual([...done].sort(), [false, false, false, true, true, true]);
    assert.deepEqual([new Set(done.slice(0, 3)).size, new Set(done.slice(3)).size], [1, 1], 'each officer is told one thing');
    assert.deepEqual(
      council.govukPay.payments.flatMap(({ refunds }) => refunds.map(({ amount }) => amount)),
      [30_000],
    );
    await until(() => council.billing.payments.length === 2, 'the billing system has both');

    await officer.open('/staff/finance/reconciliation');
    await officer.send({ do: 'compare' }, /Compare with/);
    assert.match(officer.text, /The books agree.*Refunded £300\.00 £300\.00 £0\.00 Paid less refunds £200\.00 £200\.00/);
    await council.platforms.billing.faults.add({ fault: 'unavailable', path: '/payments' });
    const waiting = await paid(council, { amount: 60_000 });
    await until(async () => (await officer.open('/staff/finance/deliveries')).references.includes(waiting.reference), 'it waits');
    await council.platforms.billing.faults.clear();
    await officer.send({}, new RegExp(waiting.reference));
    await until(() => council.billing.payments.length === 3, 'it arrived');
    const csv = await (
      await council.fetch(`/staff/payments.csv?from=${dayInLondon(new Date(Date.now() - 86_400_000))}&to=${dayInLondon(new Date())}`, {
        headers: { 'x-officer': 'sam' },
      })
    ).text();
    assert.deepEqual(
      csv
        .trimEnd()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[6]),
      ['500.00', '-300.00', '600.00'],
    );
  });
}
