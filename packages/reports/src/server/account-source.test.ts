/** What other services of the gateway see of reports: through the port, and without importing them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFinal } from '@council-kit/core';
import { accountItemSchema, accountSource, type AccountItem, type AccountLink, type Ports } from '@council-kit/gateway';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import * as v from 'valibot';
import { serviceStatusOf } from '../contract/service-status.ts';
import { isClosed, statuses } from '../contract/status.ts';
import { flyTippingReport } from './testing/back-office.ts';
import { Browser } from './testing/browser.ts';
import { start } from './testing/gateway.ts';

test('a report is on the account of whoever follows it, with its status and since when', async () => {
  const clock = new ManualClock();
  let ports: Ports | undefined;
  await using gateway = await start({
    clock,
    reports: { staff: { authorise: () => ({ id: 'o-1', name: 'Sam Officer' }) } },
    also: [{ name: 'account', setUp: (context) => ((ports = context.ports), {}) }],
  });
  const itemsOf = async (...links: AccountLink[]): Promise<readonly AccountItem[]> => {
    const [source] = ports?.all(accountSource) ?? [];
    assert.ok(source);
    return v.parse(v.array(accountItemSchema), await source.items(links, AbortSignal.timeout(5_000)));
  };
  const sent = clock.now();
  const answer = await gateway.post('/reports', { ...flyTippingReport, contact: { name: 'Ann Planted', email: 'planted@example.org' } });
  const { reference } = (await answer.json()) as { reference: string };
  const link = { kind: 'report', ref: reference };
  const [received, ...others] = await itemsOf(link, { kind: 'report', ref: '00000-00000' }, { kind: 'payment', ref: reference });
  assert.deepEqual(others, []);
  assert.deepEqual([received?.status, received?.since], ['received', sent.toISOString()]);
  assert.equal(received?.title.en, 'Fly-tipping, Mill Lane, Northgate');
  assert.equal(received.title.cy, 'Tipio anghyfreithlon, Lôn y Felin, Porth y Gogledd');
  assert.doesNotMatch(JSON.stringify(received), /Planted/i);
  const page = await gateway.fetch(received.href, { headers: { accept: 'text/html' } });
  assert.equal(page.status, 200);

  const say = async (status: string): Promise<Date> => {
    clock.advance(3_600_000);
    const browser = await new Browser(gateway).open(`/staff/reports/${reference}`);
    await browser.send([
      ['status', status],
      ['description', 'We are on it.'],
    ]);
    return clock.now();
  };
  const checking = await say('for_triage');
  await say('investigating');
  assert.deepEqual(
    (await itemsOf(link)).map(({ status, since }) => [status, since]),
    [['checking', checking.toISOString()]],
    'the time when it came to this status, not of the last word',
  );
  const fixed = await say('fixed');
  assert.deepEqual(
    (await itemsOf(link)).map(({ status, since }) => [status, since]),
    [['done', fixed.toISOString()]],
  );
});

test('every status of Open311’s extended set has one, and exactly the closed ones are final', () => {
  for (const status of statuses) assert.equal(isFinal(serviceStatusOf[status]), isClosed(status), status);
});
