/** What others may read stays what it was when the contact is deleted, on both databases. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { createGateway, createLog, type GatewaySettingsInput, type Ground } from '@council-kit/gateway';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { testedStores } from '@council-kit/testing/stores.js';
import { until } from '@council-kit/testing/until.js';
import { publicTextVersion } from '../../rules/public-text.ts';
import { flyTippingReport, startForwarding } from '../testing/back-office.ts';
import { start, type Started } from '../testing/gateway.ts';
import { millLane } from '../testing/map.ts';
import { spreadReports } from '../testing/spread-reports.ts';
import { migrations } from './migrations.ts';
import { blottedOut, rewriteOldTexts } from './public-texts.ts';
import type { ReportsTables } from './tables.ts';

const day = 86_400_000;
const contact = { name: 'Siân Probert', email: 'sian@example.org', phone: '+353 86 123 4567' };
const told = {
  description: 'Ask Siân Probert at number 3, or +353 86 123 4567',
  address_string: 'Mill Lane, outside Mrs Probert’s',
  contact,
};

/** Everything that anybody can ask about reports, as one text. */
async function everythingPublic(gateway: Started, reference: string): Promise<string> {
  const since = 'start_date=2020-01-01T00:00:00Z';
  const answers = await Promise.all([
    gateway.fetch(`/reports/${reference}`),
    gateway.fetch(`/reports/${reference}`, { headers: { accept: 'text/html' } }),
    gateway.fetch(`/reports/nearby?lat=${millLane.lat}&long=${millLane.long}&service_code=fly-tipping`),
    gateway.post('/reports/nearby', { address_string: 'Mill Lane', service_code: 'fly-tipping' }),
    ...['json', 'xml'].flatMap((format) => [
      gateway.fetch(`/open311/v2/requests.${format}?${since}`),
      gateway.fetch(`/open311/v2/requests/${reference}.${format}`),
      gateway.fetch(`/open311/v2/servicerequestupdates.${format}?${since}`),
    ]),
  ]);
  for (const answer of answers) assert.equal(answer.status, 200, answer.url);
  return (await Promise.all(answers.map((answer) => answer.text()))).join('\n');
}

/** The tables as the version before made them, in the store that a gateway is then started on. */
async function withOldTables(settings: GatewaySettingsInput, fill: (ground: Ground) => Promise<void>): Promise<void> {
  let given: Ground | undefined;
  const { '0001_reports': first } = migrations;
  assert.ok(first);
  const gateway = createGateway({
    services: [{ name: 'reports', migrations: { '0001_reports': first }, setUp: (ground) => ((given = ground), {}) }],
    log: createLog('error', new Writable({ write: (_chunk, _encoding, done) => done() })),
    settings: { port: 0, ...settings },
  });
  await gateway.start();
  assert.ok(given);
  await fill(given);
  await gateway.stop();
}

for (const store of await testedStores()) {
  test(`${store.name}: ninety days later, with the contact deleted, the public text is what it was on the first day`, async () => {
    const clock = new ManualClock(new Date().toISOString());
    const reports = { open311: { apiKeys: ['back-office'] } };
    await using gateway = await start({ clock, gateway: await store.fresh(), reports });
    const made = await gateway.post('/reports', { ...flyTippingReport, ...told });
    const { reference } = (await made.json()) as { reference: string };
    const update = (id: string, description: string) =>
      gateway.form('/open311/v2/servicerequestupdates.json', [
        ['api_key', 'back-office'],
        ['service_request_id', reference],
        ['update_id', id],
        ['status', 'planned'],
        ['description', description],
      ]);
    await update('1', 'Thank you, Mrs Probert. Call us on 01632 960001.');
    const followed = async () => {
      const { description, place, updates } = (await gateway.json(`/reports/${reference}`)) as {
        description: string;
        place: string;
        updates: { description: string }[];
      };
      return { description, place, updates: updates.map((each) => each.description) };
    };
    const first = await followed();
    assert.deepEqual(first, {
      description: 'Ask █████ at number 3, or █████',
      place: 'Mill Lane, outside Mrs █████’s (Mill Lane, Northgate)',
      updates: ['Thank you, Mrs █████. Call us on 01632 960001.'],
    });
    clock.advance(91 * day);
    await until(() => gateway.logged().includes('contact details deleted'), 'the contact is deleted');
    assert.deepEqual(await followed(), first);
    await update('2', 'Siân Probert was told on 086 123 4567. Call us on 01632 960001.');
    assert.equal((await followed()).updates[1], '█████ was told on █████. Call us on 01632 960001.');
    const everything = await everythingPublic(gateway, reference);
    assert.doesNotMatch(everything, /probert|siân|4567|sian@/i);
    assert.match(everything, /Ask █████ at number 3/);
    assert.doesNotMatch(gateway.logged(), /probert|siân|4567|sian@/i);
  });

  test(`${store.name}: reports from before are written where their contact is kept, and held where it may be deleted`, async () => {
    const settings = { ...(await store.fresh()), dataFolder: await mkdtemp(join(tmpdir(), 'council-reports-')) };
    const [kept, gone, never, empty] = spreadReports(4).map(({ reference }) => reference);
    assert.ok(kept && gone && never && empty);
    const at = Date.now() - 100 * day;
    await withOldTables(settings, async (ground) => {
      await ground.store.transaction<ReportsTables, unknown>(async (trx) => {
        for (const [reference, description, address] of [
          [kept, told.description, 'by Siân’s gate'],
          [gone, told.description, 'by Siân’s gate'],
          [never, 'A broken lamp', ''],
          [empty, '', ''],
        ] as const) {
          const [row] = spreadReports(1);
          assert.ok(row);
          const { public_description: _1, public_address: _2, publication: _3, public_version: _4, ...old } = row;
          await trx
            .insertInto('reports_report')
            .values({
              ...old,
              reference,
              description,
              address,
              place_en: 'Mill Lane',
              status: 'open',
              closed: 0,
              requested_at: at,
              updated_at: at,
            } as never)
            .execute();
          await trx
            .insertInto('reports_update')
            .values({
              update_id: `u-${reference}`,
              reference,
              status: 'open',
              description: 'Thank you, Mrs Probert',
              updated_at: at,
              source: 'council',
              external_id: null,
            })
            .execute();
        }
        await trx
          .insertInto('reports_contact')
          .values({ reference: kept, ...contact, delete_at: Date.now() + day })
          .execute();
      });
    });
    try {
      await using gateway = await start({ folder: settings.dataFolder, gateway: settings });
      const shown = async (reference: string) => {
        const { description, place, updates } = (await gateway.json(`/reports/${reference}`)) as {
          description: string;
          place: string;
          updates: { description: string }[];
        };
        return [description, place, updates[0]?.description];
      };
      assert.deepEqual(await shown(kept), ['Ask █████ at number 3, or █████', 'by █████’s gate (Mill Lane)', 'Thank you, Mrs █████']);
      assert.deepEqual(await shown(gone), ['', 'Mill Lane', 'Thank you, Mrs Probert']);
      assert.deepEqual(await shown(never), ['', 'Mill Lane', 'Thank you, Mrs Probert']);
      assert.deepEqual(await shown(empty), ['', 'Mill Lane', 'Thank you, Mrs Probert']);
      const list = await (await gateway.fetch('/open311/v2/requests.json?start_date=2020-01-01T00:00:00Z')).text();
      assert.doesNotMatch(list, /siân|4567|lamp/i);
    } finally {
      await rm(settings.dataFolder, { recursive: true, force: true });
    }
  });

  test(`${store.name}: a better rule writes texts again from the resident’s words while the contact is kept, and never shows more without it`, async () => {
    let ground: Ground | undefined;
    const clock = new ManualClock(new Date().toISOString());
    await using gateway = await start({
      clock,
      gateway: await store.fresh(),
      also: [{ name: 'looker', setUp: (given) => ((ground = given), {}) }],
    });
    assert.ok(ground);
    const report = async (): Promise<string> =>
      ((await (await gateway.post('/reports', { ...flyTippingReport, ...told })).json()) as { reference: string }).reference;
    const [kept, gone, decided, foreign] = [await report(), await report(), await report(), await report()];
    await ground.store.transaction<ReportsTables, unknown>(async (trx) => {
      const old = { public_description: 'As an older rule wrote it: 07700 900982', public_version: publicTextVersion - 1 };
      await trx.updateTable('reports_report').set(old).execute();
      await trx.deleteFrom('reports_contact').where('reference', 'in', [gone, decided]).execute();
      await trx.updateTable('reports_report').set({ publication: 'released' }).where('reference', '=', decided).execute();
      // By a process of the version before, which knows nothing of public texts.
      await trx
        .updateTable('reports_report')
        .set({ publication: 'held', public_description: '' })
        .where('reference', '=', foreign)
        .execute();
      assert.equal(await rewriteOldTexts(trx), false);
      assert.equal(await rewriteOldTexts(trx), false);
    });
    const shown = async (reference: string) => ((await gateway.json(`/reports/${reference}`)) as { description: string }).description;
    assert.equal(await shown(kept), 'Ask █████ at number 3, or █████');
    assert.equal(await shown(gone), 'As an older rule wrote it: █████');
    assert.equal(await shown(decided), 'As an older rule wrote it: 07700 900982');
    assert.equal(await shown(foreign), 'Ask █████ at number 3, or █████');
  });
}

test('the council’s own system gets every word', async () => {
  await using forwarding = await startForwarding();
  const reference = await forwarding.report(told);
  await forwarding.attempts(1);
  assert.match(forwarding.held(reference)[0]?.description ?? '', /^Ask Siân Probert at number 3, or \+353 86 123 4567\n/);
});

test('with descriptions private, nothing of them is public, on the first day and when it is turned on later', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'council-reports-'));
  const clock = new ManualClock(new Date().toISOString());
  let reference: string;
  {
    await using gateway = await start({ clock, folder, reports: { publicDescriptions: false, keepContactDays: 1 } });
    reference = ((await (await gateway.post('/reports', { ...flyTippingReport, ...told })).json()) as { reference: string }).reference;
    assert.doesNotMatch(await everythingPublic(gateway, reference), /number 3|probert|siân|4567/i);
    clock.advance(2 * day);
    await until(() => gateway.logged().includes('contact details deleted'), 'the contact is deleted');
  }
  {
    await using gateway = await start({ clock, folder, reports: { keepContactDays: 3650 } });
    const everything = await everythingPublic(gateway, reference);
    assert.match(everything, /Ask █████ at number 3, or █████/);
    assert.doesNotMatch(everything, /probert|siân|4567/i);
  }
  await rm(folder, { recursive: true, force: true });
});

test('what was blotted out is told from the two texts', () => {
  assert.deepEqual(blottedOut('Ask Siân Probert, or 07700 900982', 'Ask █████, or █████'), ['Siân Probert', '07700 900982']);
  assert.deepEqual(blottedOut('Siân', '█████'), ['Siân']);
  assert.deepEqual(blottedOut('nothing', 'nothing'), []);
  assert.deepEqual(blottedOut('a, b, a', '█████, b, █████'), ['a']);
});
