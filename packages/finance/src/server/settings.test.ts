/** Finance beside payments, and payments without it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGateway, parseSettings } from '@council-kit/gateway';
import { finance, settingsSchema } from './index.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';
import { borough } from './testing/borough.fixture.ts';
import { paid } from './testing/pay.fixture.ts';

test('payments are taken without finance, and then there are no pages for officers', async () => {
  await using council = await borough({ finance: null });
  const { id } = await paid(council, { amount: 1_000 });
  assert.equal((await council.read(id)).state.status, 'success');
  for (const path of ['/staff/finance', `/staff/payments/${id}`, '/staff/payments.csv', '/staff.css'])
    assert.equal((await council.fetch(path, { headers: { 'x-officer': 'sam' } })).status, 404, path);
});

test('finance that is added later finds what was paid before', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'council-finance-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const before = await borough({ folder, finance: null });
  const { id, reference } = await paid(before, { amount: 1_000 });
  await before.stop();
  await using council = await borough({ folder });
  const officer = await new OfficerBrowser(council).open('/staff/finance');
  assert.deepEqual(officer.references, [reference]);
  assert.match((await officer.open(`/staff/finance/payments/${id}`)).text, /Left to refund £10\.00/);
});

test('settings that finance cannot use are named, and so is the service it needs', () => {
  assert.throws(
    () => createGateway({ services: [finance()] }),
    /The service "finance" needs the service "payments"\. Add it to "services"/,
  );
  const read = (settings: unknown) => () => parseSettings(settingsSchema, settings, 'the settings');
  assert.throws(read({ staff: { authorise: 'yes' } }), /"staff\.authorise".*a function of the request: only a program can give it/);
  assert.throws(read({ staff: {} }), /"staff\.authorise" is missing/);
  assert.throws(read({ stuff: {} }), /"stuff"/);
});
