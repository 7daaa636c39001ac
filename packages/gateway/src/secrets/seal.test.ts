import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { systemClock } from '../clock.ts';
import { draftsOf } from '../drafts/drafts.ts';
import { gatewayMigrations, type GatewayTables } from '../store/gateway-tables.ts';
import { migrate } from '../store/migrate.ts';
import { openStore } from '../store/store.ts';
import { seal, unseal } from './seal.ts';
import { secretsOf } from './secrets.ts';

const master = Buffer.from('council-gateway test secret 0123456789');

test('sealed for one thing and one key', () => {
  const key = Buffer.alloc(32, 1);
  const sealed = seal(key, 'Tŷ Gwyn', 'row');
  assert.equal(unseal(key, sealed, 'row'), 'Tŷ Gwyn');
  assert.notDeepEqual(seal(key, 'Tŷ Gwyn', 'row'), sealed, 'never the same twice');
  assert.equal(unseal(key, sealed, 'another row'), undefined);
  assert.equal(unseal(Buffer.alloc(32, 2), sealed, 'row'), undefined);
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    assert.equal(unseal(key, changed, 'row'), undefined, `byte ${at}`);
  }
  for (const length of [0, 11, 27, 28, sealed.length - 1]) assert.equal(unseal(key, sealed.subarray(0, length), 'row'), undefined);
});

test('a service seals for a purpose, as text for an address or a cookie', () => {
  const secrets = secretsOf(master, 'payments');
  const sealed = secrets.seal('bill-link', '{"a":1}', 'bill');
  assert.match(sealed, /^[A-Za-z0-9_-]+$/);
  assert.equal(secrets.unseal('bill-link', sealed, 'bill'), '{"a":1}');
  assert.equal(secrets.unseal('bill-page', sealed, 'bill'), undefined);
  assert.equal(secretsOf(master, 'reports').unseal('bill-link', sealed, 'bill'), undefined);
  for (const text of ['', 'x', '!', sealed.slice(1)]) assert.equal(secrets.unseal('bill-link', text, 'bill'), undefined, text);
});

test('what earlier versions sealed still opens: links and cookies that residents hold, and rows on disk', async () => {
  assert.equal(
    secretsOf(master, 'payments').unseal('bill-link', '0_xmAoDspQcCsUHDZ3MoAv7lzTU98And4hJ0ZRsbUhvfXiGJVu4NOENq2v77pZru0UZY', 'bill-link'),
    '{"account":"501231231"}',
  );
  const folder = await mkdtemp(join(tmpdir(), 'council-seal-'));
  const store = await openStore({
    databaseUrl: undefined,
    folder,
    connections: 1,
    work: 'command',
    syncWrites: true,
    connectionLost: () => undefined,
  });
  try {
    await migrate(store, 'gateway', gatewayMigrations);
    const id = '0b9e3c1e-8d5f-4d2c-9a51-2f6f7a1d9c10';
    const sealed = Buffer.from('c5jhMxVf0605nTYNBx3IlmmEYmgh3ZzbplOBXVxdGMh6dy4F6HTUn4MBrQzLncreyw', 'base64url');
    const expires_at = Date.now() + 3_600_000;
    await store
      .db<GatewayTables>()
      .insertInto('gateway_draft')
      .values({ id, service: 'notices', name: 'report', sealed, expires_at })
      .execute();
    const cookie = { path: '/', secure: false };
    const drafts = draftsOf({ store, clock: systemClock, owner: 'notices', termMs: 3_600_000, cookie });
    const held = `council-draft-notices-report=${id}.${Buffer.alloc(32, 7).toString('base64url')}`;
    assert.deepEqual((await drafts.open(held, 'report'))?.value, { where: 'Mill Lane' });
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
});
