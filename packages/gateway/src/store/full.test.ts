/** A disk that has no room left, and then has again. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { until } from '@council-kit/testing/until.js';
import { sql } from 'kysely';
import type { Ground, Service } from '../index.ts';
import { notices } from '../testing/notices.ts';
import { start } from '../testing/start.ts';
import { storeFailure } from './failures.ts';

/** A file system of eight megabytes; undefined where this user may not mount one. */
function smallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'council-full-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  after(() => {
    execFileSync('umount', [folder], { stdio: 'ignore' });
    rmSync(folder, { recursive: true });
  });
  return folder;
}

const folder = smallDisk();
const skip = folder === undefined && 'this user may not mount a small disk';

function fillUp(file: string): void {
  for (const size of [65_536, 4_096, 1]) {
    try {
      for (;;) appendFileSync(file, Buffer.alloc(size));
    } catch (error) {
      assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
    }
  }
}

test(
  'the disk is full: /ready says 503, writes and files get 503 with Retry-After, reads go on; with room again all is well',
  { skip },
  async () => {
    let ground: Ground | undefined;
    const probe: Service = {
      name: 'probe',
      setUp(given) {
        ground = given;
        return {};
      },
    };
    await using gateway = await start({ services: [notices(), probe] }, folder);
    const body = 'x'.repeat(100_000);
    assert.equal((await gateway.post('/notices', { title: 'Before' })).status, 201);
    assert.equal((await gateway.fetch('/ready')).status, 200);
    const filler = join(folder ?? '', 'filler');
    fillUp(filler);

    await until(async () => (await gateway.fetch('/ready')).status === 503, '/ready says so');
    // What SQLite's log has room for is still kept.
    const refused = await until(async () => {
      const answer = await gateway.post('/notices', { title: 'Full', body });
      return answer.status === 201 ? undefined : answer;
    }, 'a write is refused');
    assert.equal(refused.status, 503);
    assert.equal(refused.headers.get('Retry-After'), '10');
    assert.equal(((await refused.json()) as { code: string }).code, 'store_unavailable');
    await assert.rejects(ground?.blobs.put('photo', Buffer.from(body)) ?? assert.fail(), (error) => storeFailure(error)?.kind === 'full');
    assert.match(gateway.logged(), /"the store could not answer: The disk is full/);
    assert.equal((await gateway.fetch('/health')).status, 200);
    assert.equal((await gateway.fetch('/notices')).status, 200);

    rmSync(filler);
    await until(async () => (await gateway.fetch('/ready')).status === 200, '/ready says so again');
    assert.equal((await gateway.post('/notices', { title: 'After', body })).status, 201);
  },
);

test('a database file with no room to grow: 503 with Retry-After, and nothing of the write is kept', async () => {
  let ground: Ground | undefined;
  const probe: Service = {
    name: 'probe',
    setUp(given) {
      ground = given;
      return {};
    },
  };
  await using gateway = await start({ services: [notices(), probe] });
  const db = ground?.store.db() ?? assert.fail();
  await sql`pragma max_page_count = 1`.execute(db); // SQLite sets it to what the file has
  const body = 'x'.repeat(100_000);
  const refused = await gateway.post('/notices', { title: 'Full', body });
  assert.equal(refused.status, 503);
  assert.ok(refused.headers.get('Retry-After'));
  await sql`pragma max_page_count = 100000`.execute(db);
  assert.equal((await gateway.post('/notices', { title: 'After', body })).status, 201);
  assert.equal(((await (await gateway.fetch('/notices')).json()) as unknown[]).length, 1);
});
