/** What must hold on either database, over HTTP. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flyTippingReport } from './testing/back-office.ts';
import { Browser } from './testing/browser.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { testedStores } from '@council-kit/testing/stores.js';
import { until } from '@council-kit/testing/until.js';
import { start } from './testing/gateway.ts';
import { millLane } from './testing/map.ts';
import { phonePicture } from './testing/pictures.ts';

for (const store of await testedStores()) {
  test(`${store.name}: photos that come at once are counted one after the other`, async () => {
    await using gateway = await start({
      gateway: { ...(await store.fresh()), trustedProxies: 1 },
      reports: { photos: { unusedInAll: 3, unusedPerClient: 3, openedAtOnce: 2 } },
    });
    const form = new FormData();
    form.append('photo', new Blob([new Uint8Array(await phonePicture(16, 16))], { type: 'image/jpeg' }), 'x.jpg');
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => gateway.form('/uploads', form, { 'x-forwarded-for': `192.0.2.${at}` })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, 201, 201, 429, 429, 429, 429, 429]);
  });

  test(`${store.name}: reported with a photo, found, updated, searched, followed; once for each key; contacts and loose photos go`, async () => {
    const settings = await store.fresh();
    const clock = new ManualClock(new Date().toISOString());
    await using gateway = await start({
      clock,
      gateway: settings,
      reports: { open311: { apiKeys: ['back-office'] }, keepContactDays: 10, staff: { authorise: () => ({ id: 'o', name: 'Sam' }) } },
    });
    const upload = async (): Promise<string> => {
      const form = new FormData();
      form.append('photo', new Blob([new Uint8Array(await phonePicture(64, 64))], { type: 'image/jpeg' }), 'x.jpg');
      return ((await (await gateway.form('/uploads', form)).json()) as { id: string }).id;
    };
    const photos = [await upload(), await upload()];
    const loose = await upload();
    const body = {
      ...flyTippingReport,
      photos,
      description: 'By the gate: 100% full_bags \\ "quoted"',
      contact: { name: 'Ann', email: 'ann@example.org' },
    };
    const answers = await Promise.all(Array.from({ length: 8 }, () => gateway.post('/reports', body, { 'idempotency-key': 'one' })));
    const references = new Set(
      await Promise.all(answers.map(async (answer) => ((await answer.json()) as { reference: string }).reference)),
    );
    assert.deepEqual([answers.every(({ status }) => status === 201), references.size], [true, 1]);
    const [reference = ''] = references;

    // Two reports at once that claim one photo: one has it.
    const wanted = await upload();
    const claims = await Promise.all(
      [1, 2, 3, 4].map((count) =>
        gateway.post('/reports', { ...flyTippingReport, lat: 51.96, photos: [wanted], description: `Claim ${count}` }),
      ),
    );
    assert.deepEqual(claims.map(({ status }) => status).sort(), [201, 422, 422, 422]);

    const nearby = (await (await gateway.post('/reports/nearby', { ...millLane, service_code: 'fly-tipping' })).json()) as {
      reports: { reference: string; distance: number }[];
    };
    assert.deepEqual(
      nearby.reports.map((report) => [report.reference, report.distance]),
      [[reference, 0]],
    );
    const inStreet = (await (await gateway.post('/reports/nearby', { address_string: 'near 3 mill lane' })).json()) as {
      reports: unknown[];
    };
    assert.equal(inStreet.reports.length, 1);

    const update = [
      ['api_key', 'back-office'],
      ['service_request_id', reference],
      ['update_id', 'u1'],
      ['status', 'planned'],
      ['description', 'Soon ☺'],
    ] as const;
    const added = await Promise.all([1, 2, 3].map(() => gateway.form('/open311/v2/servicerequestupdates.json', update)));
    assert.deepEqual(
      added.map(({ status }) => status),
      [200, 200, 200],
    );
    assert.equal((await gateway.form('/open311/v2/servicerequestupdates.json', update)).status, 200);
    const followed = (await gateway.json(`/reports/${reference}`)) as { status: string; updates: unknown[]; media_urls: string[] };
    assert.deepEqual([followed.status, followed.updates.length, followed.media_urls.length], ['planned', 1, 2]);
    assert.equal(((await gateway.json('/open311/v2/requests.json?status=open')) as unknown[]).length, 2);
    assert.equal(((await gateway.json('/open311/v2/requests.json?status=closed')) as unknown[]).length, 0);

    const staff = new Browser(gateway);
    for (const [words, found] of [
      ['100%', true],
      ['FULL_bags', true],
      ['fullxbags', false],
      ['\\', false],
      ['%25%25', false],
      [reference.toLowerCase(), true],
    ] as const) {
      await staff.open(`/staff/reports?words=${encodeURIComponent(words)}`);
      assert.equal(staff.html.includes(reference), found, words);
    }
    await staff.open(`/staff/reports/${reference}`);
    assert.match(staff.html, /ann@example\.org/);
    await staff.send([
      ['status', 'fixed'],
      ['description', 'Done'],
    ]);
    assert.equal(((await gateway.json(`/reports/${reference}`)) as { status: string }).status, 'fixed');

    clock.advance(11 * 86_400_000);
    await until(async () => {
      await staff.open(`/staff/reports/${reference}`);
      return !staff.html.includes('ann@example.org') && (await gateway.fetch(`/uploads/${loose}`)).status === 404;
    }, 'the contact and the loose photo are gone');
    assert.equal((await gateway.fetch(`/uploads/${photos[0] ?? ''}`)).status, 200);
  });
}
