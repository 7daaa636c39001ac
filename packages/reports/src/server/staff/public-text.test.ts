/** An officer reads what a resident wrote, and decides what others may read: without a script. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Ground } from '@council-kit/gateway';
import { testedStores } from '@council-kit/testing/stores.js';
import { flyTippingReport } from '../testing/back-office.ts';
import { Browser } from '../testing/browser.ts';
import { start, type Started } from '../testing/gateway.ts';
import type { ReportsTables } from '../records/tables.ts';
import type { ReportsSettingsInput } from '../index.ts';

const signedIn: ReportsSettingsInput = {
  staff: {
    authorise: (request) => (request.headers.has('x-nobody') ? undefined : { id: 'o-1', name: 'Sam Officer' }),
  },
};

interface Held extends AsyncDisposable {
  readonly gateway: Started;
  readonly references: readonly string[];
  shown(reference: string): Promise<{ description: string; place: string }>;
}

/** Reports whose contact is gone, as the version before left them. */
async function startWithHeld(descriptions: readonly string[], settings = {}, reports: ReportsSettingsInput = {}): Promise<Held> {
  let ground: Ground | undefined;
  const gateway = await start({
    gateway: settings,
    reports: { ...signedIn, ...reports },
    also: [{ name: 'looker', setUp: (given) => ((ground = given), {}) }],
  });
  const references: string[] = [];
  for (const description of descriptions) {
    const answer = await gateway.post('/reports', { ...flyTippingReport, description, address_string: 'by Siân’s gate' });
    references.push(((await answer.json()) as { reference: string }).reference);
  }
  await ground?.store.transaction<ReportsTables, unknown>((trx) =>
    trx.updateTable('reports_report').set({ publication: 'held', public_description: '', public_address: '' }).execute(),
  );
  return {
    gateway,
    references,
    shown: async (reference) => {
      const { description, place } = (await gateway.json(`/reports/${reference}`)) as { description: string; place: string };
      return { description, place };
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}

const known = 'Mill Lane, Northgate';

for (const store of await testedStores()) {
  test(`${store.name}: hidden reports are listed, released and kept hidden, several at once`, async () => {
    await using held = await startWithHeld(['Ask Siân, 07700 900982', 'A broken lamp', 'A sofa'], await store.fresh());
    const [first = '', second = '', third = ''] = held.references;
    const browser = await new Browser(held.gateway).open('/staff/reports');
    assert.match(browser.html, /Reports with hidden text<\/a>\s*(<!--[^>]*-->)*\s*<strong[^>]*>3</);
    await browser.open('/staff/hidden-text');
    assert.equal(browser.heading, 'Reports with hidden text');
    assert.match(browser.html, /Ask Siân, 07700 900982/);
    assert.match(browser.html, /Ask Siân, █████/);

    await browser.send([], ['decision', 'released']);
    assert.deepEqual([browser.status, browser.errors], [422, ['Select at least one report']]);
    assert.deepEqual(await held.shown(second), { description: '', place: known });

    await browser.send(
      [
        ['reference', second],
        ['reference', third],
      ],
      ['decision', 'released'],
    );
    assert.match(browser.html, /Others can now read the text of 2 reports\./);
    assert.deepEqual(await held.shown(second), { description: 'A broken lamp', place: `by Siân’s gate (${known})` });
    assert.deepEqual(await held.shown(first), { description: '', place: known });
    assert.ok(browser.html.includes(first) && !browser.html.includes(second));

    await browser.send([['all', first]], ['decision', 'withheld']);
    assert.match(browser.html, /The text of 1 report stays hidden\./);
    assert.match(browser.html, /No reports are waiting for a decision\./);
    assert.deepEqual(await held.shown(first), { description: '', place: known });
    await browser.open('/staff/hidden-text?state=withheld&lang=cy');
    assert.equal(browser.heading, 'Adroddiadau â thestun cudd');
    assert.match(browser.html, new RegExp(first));
    assert.doesNotMatch(held.gateway.logged(), /siân|900982|lamp/i);
  });

  test(`${store.name}: an officer edits the text of one report; the page says who decided and when`, async () => {
    await using held = await startWithHeld(['Ask Siân Probert <here>'], await store.fresh());
    const [reference = ''] = held.references;
    const browser = await new Browser(held.gateway).open(`/staff/reports/${reference}`);
    assert.match(browser.html, /Others can read it when an officer releases it/);
    const send = (description: string, place: string, decision: string) =>
      sendForm(browser, 'public-text', [
        ['public-description', description],
        ['public-place', place],
        ['decision', decision],
      ]);
    await send('x'.repeat(10_001), 'by the gate', 'released');
    assert.deepEqual([browser.status, browser.errors], [422, ['Public description must be 10,000 characters or less']]);
    assert.match(browser.html, /href="#public-description"/);
    await send('Ask the neighbour <here>', 'by the gate', 'released');
    assert.match(browser.html, /Your decision is saved\./);
    assert.match(browser.html, /Released by (<!--[^>]*-->)*Sam Officer/);
    assert.match(browser.html, /<time datetime="\d{4}-/);
    // The officer still sees what the resident wrote.
    assert.match(browser.html, /Ask Siân Probert &lt;here&gt;/);
    assert.deepEqual(await held.shown(reference), { description: 'Ask the neighbour <here>', place: `by the gate (${known})` });
    await send('', '', 'withheld');
    assert.match(browser.html, /Kept hidden by (<!--[^>]*-->)*Sam Officer/);
    assert.match(browser.html, /Released by (<!--[^>]*-->)*Sam Officer/);
    assert.deepEqual(await held.shown(reference), { description: '', place: known });
  });
}

/** Sends the form whose action ends so: the page has two. */
async function sendForm(browser: Browser, action: string, fields: readonly (readonly [string, string])[]): Promise<void> {
  const from = browser.html.search(new RegExp(`<form[^>]*action="[^"]*/${action}\\?`));
  assert.ok(from >= 0);
  browser.html = browser.html.slice(from);
  await browser.send(fields);
}

test('a form that is not from this page, or that another officer’s decision overtook, changes nothing', async () => {
  await using held = await startWithHeld(['One', 'Two']);
  const [first = '', second = ''] = held.references;
  const browser = await new Browser(held.gateway).open('/staff/hidden-text');
  const page = browser.html;
  await browser.send(
    [
      ['token', 'guess'],
      ['reference', first],
    ],
    ['decision', 'released'],
  );
  assert.equal(browser.status, 403);
  assert.match(browser.html, /nothing was changed/);
  assert.equal((await held.shown(first)).description, '');
  browser.html = page;
  await browser.send([['reference', first]], ['decision', 'withheld']);
  browser.html = page;
  await browser.send([['all', `${first} ${second} 00000-00000`]], ['decision', 'released']);
  assert.match(browser.html, /Others can now read the text of 1 report\./);
  assert.equal((await held.shown(first)).description, '');
  assert.equal((await held.shown(second)).description, 'Two');
  for (const path of ['/staff/hidden-text', `/staff/reports/${first}`])
    assert.equal((await held.gateway.fetch(path, { headers: { 'x-nobody': '1' } })).status, 403);
  for (const path of ['/staff/hidden-text', `/staff/reports/${first}/public-text`])
    assert.equal((await held.gateway.form(path, [['decision', 'released']], { 'x-nobody': '1' })).status, 403);
});

test('with descriptions private the page says so, and a release shows only the place', async () => {
  await using held = await startWithHeld(['A sofa'], {}, { publicDescriptions: false });
  const [reference = ''] = held.references;
  const browser = await new Browser(held.gateway).open('/staff/hidden-text');
  assert.match(browser.html, /Your settings hide all descriptions/);
  await browser.send([['reference', reference]], ['decision', 'released']);
  assert.deepEqual(await held.shown(reference), { description: '', place: `by Siân’s gate (${known})` });
});

test('an officer’s text does not name a contact that is kept', async () => {
  await using gateway = await start({ reports: signedIn });
  const answer = await gateway.post('/reports', { ...flyTippingReport, contact: { name: 'Siân Probert' } });
  const { reference } = (await answer.json()) as { reference: string };
  const browser = await new Browser(gateway).open(`/staff/reports/${reference}`);
  assert.match(browser.html, /removed automatically/);
  await sendForm(browser, 'public-text', [
    ['public-description', 'Mrs Probert says: two sofas'],
    ['public-place', ''],
    ['decision', 'released'],
  ]);
  assert.equal(((await gateway.json(`/reports/${reference}`)) as { description: string }).description, 'Mrs █████ says: two sofas');
});

test('a long list goes on to older reports', async () => {
  await using held = await startWithHeld(Array.from({ length: 45 }, (_, index) => `Report number ${index}`));
  const browser = await new Browser(held.gateway).open('/staff/hidden-text');
  const seen = new Set<string>();
  for (let page = 1; page <= 3; page++) {
    for (const [, reference = ''] of browser.html.matchAll(/id="report-([0-9A-Z-]{11})"/g)) seen.add(reference);
    const next = /href="([^"]*)" rel="next"/.exec(browser.html)?.[1];
    if (next) await browser.open(next.replaceAll('&amp;', '&'));
    else assert.equal(page, 3);
  }
  assert.equal(seen.size, 45);
});
