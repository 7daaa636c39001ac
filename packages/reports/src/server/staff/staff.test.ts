/** The staff's pages, without a script. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { flyTippingReport, startForwarding } from '../testing/back-office.ts';
import { Browser } from '../testing/browser.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { start, type Started } from '../testing/gateway.ts';
import type { ReportsSettingsInput } from '../index.ts';

const signedIn: ReportsSettingsInput = {
  staff: { authorise: (request) => (request.headers.has('x-nobody') ? undefined : { id: 'o-1', name: 'Sam Officer' }) },
};

const report = async (gateway: Started, change: Record<string, unknown> = {}): Promise<string> => {
  const answer = await gateway.post('/reports', { ...flyTippingReport, ...change });
  return ((await answer.json()) as { reference: string }).reference;
};

test('there are no staff pages unless the council brings its sign-in, and then only for its staff', async () => {
  await using closed = await start();
  assert.equal((await closed.fetch('/staff/reports')).status, 404);
  await using gateway = await start({ reports: signedIn });
  assert.equal((await gateway.fetch('/staff/reports', { headers: { 'x-nobody': '1' } })).status, 403);
  assert.equal((await gateway.fetch('/staff/reports')).headers.get('cache-control'), 'no-store');
});

test('an officer finds a report, publishes an update, and the resident sees it', async () => {
  await using gateway = await start({ reports: signedIn });
  const reference = await report(gateway, {
    contact: { name: 'Ann Planted', email: 'planted@example.org' },
    description: 'By the <gate> & the wall',
  });
  await report(gateway, { service_code: 'dog-fouling', attributes: { place: 'park', often: 'once' } });
  const browser = await new Browser(gateway).open('/staff/reports');
  assert.equal(browser.heading, 'Reports');
  assert.equal((browser.html.match(/href="\/staff\/reports\/[0-9A-Z]{5}-/g) ?? []).length, 2);
  await browser.open('/staff/reports?kind=fly-tipping&status=open&ward=Northgate&words=GATE%20wall');
  assert.equal((browser.html.match(/href="\/staff\/reports\/[0-9A-Z]{5}-/g) ?? []).length, 1);
  await browser.open('/staff/reports?words=%25');
  assert.match(browser.html, /No reports match/);
  await browser.open(`/staff/reports/${reference}`);
  assert.equal(browser.heading, `Report ${reference}`);
  assert.match(browser.html, /planted@example\.org/);
  assert.match(browser.html, /By the &lt;gate&gt; &amp; the wall/);
  assert.match(browser.html, /Furniture or mattresses/);
  await browser.send([
    ['status', 'in_progress'],
    ['description', ' '],
  ]);
  assert.deepEqual([browser.status, browser.errors], [422, ['Enter what you want to tell the person who reported it']]);
  assert.match(browser.html, /value="in_progress" selected/);
  await browser.send([
    ['status', 'in_progress'],
    ['description', 'A crew is on its way.'],
  ]);
  assert.match(browser.html, /The update is published/);
  const followed = (await gateway.json(`/reports/${reference}`)) as { status: string; updates: { description: string }[] };
  assert.equal(followed.status, 'in_progress');
  assert.deepEqual(
    followed.updates.map(({ description }) => description),
    ['A crew is on its way.'],
  );
  assert.doesNotMatch(gateway.logged(), /planted|crew/i);
});

test('a form that is not from this page, or another officer’s, changes nothing and loses nothing', async () => {
  await using gateway = await start({ reports: signedIn });
  const reference = await report(gateway);
  const browser = await new Browser(gateway).open(`/staff/reports/${reference}`);
  await browser.send([
    ['token', 'guess'],
    ['status', 'fixed'],
    ['description', 'Typed with care'],
  ]);
  assert.equal(browser.status, 403);
  assert.match(browser.html, /nothing was changed/);
  assert.match(browser.html, /Typed with care/);
  assert.equal(((await gateway.json(`/reports/${reference}`)) as { status: string }).status, 'open');
  const foreign = await gateway.form(
    `/staff/reports/${reference}`,
    [
      ['status', 'fixed'],
      ['description', 'x'],
    ],
    { origin: 'https://elsewhere.example' },
  );
  assert.equal(foreign.status, 403);
});

test('a form sent twice publishes once', async () => {
  await using gateway = await start({ reports: signedIn });
  const reference = await report(gateway);
  const browser = await new Browser(gateway).open(`/staff/reports/${reference}`);
  const page = browser.html;
  for (let count = 0; count < 2; count++) {
    browser.html = page;
    await browser.send([
      ['status', 'fixed'],
      ['description', 'Cleared.'],
    ]);
  }
  assert.equal(((await gateway.json(`/reports/${reference}`)) as { updates: unknown[] }).updates.length, 1);
});

test('pages of a long list', async () => {
  const clock = new ManualClock();
  await using gateway = await start({ clock, reports: signedIn });
  for (let count = 0; count < 60; count++) {
    await report(gateway);
    clock.advance(1000);
  }
  const browser = await new Browser(gateway).open('/staff/reports');
  const seen = new Set<string>();
  for (let page = 1; page <= 3; page++) {
    for (const [, reference = ''] of browser.html.matchAll(/href="\/staff\/reports\/([0-9A-Z-]{11})/g)) seen.add(reference);
    const next = /href="([^"]*)" rel="next"/.exec(browser.html)?.[1];
    if (next) await browser.open(next.replaceAll('&amp;', '&'));
    else assert.equal(page, 3);
  }
  assert.equal(seen.size, 60);
});

test('what was not delivered is seen with its reason, and tried again on a press', async () => {
  await using forwarding = await startForwarding({
    upstream: { serviceCodes: { 'fly-tipping': 'unknown-there' } },
    reports: signedIn,
    office: { dialect: 'mysociety' },
  });
  const reference = await forwarding.report();
  await forwarding.attempts(1);
  const browser = await new Browser(forwarding.gateway).open('/staff/deliveries');
  assert.match(browser.html, new RegExp(reference));
  assert.match(browser.html, /The server answered 400: Bad request/);
  assert.match(browser.html, /Given up/);
  await browser.send([]);
  assert.match(browser.html, /It is being tried again/);
  await forwarding.attempts(2);
});
