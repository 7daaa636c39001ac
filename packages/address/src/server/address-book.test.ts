import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGateway, createLog, type Ground } from '@council-kit/gateway';
import { addressBookOf, addresses } from './index.ts';

test('another service of the same gateway asks the same book, whichever is set up first', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'council-book-'));
  const grounds: Ground[] = [];
  const service = (name: string) => ({
    name,
    setUp: (ground: Ground) => {
      grounds.push(ground);
      return {};
    },
  });
  const gateway = createGateway({
    services: [service('before'), addresses(), service('behind')],
    settings: { dataFolder },
    log: createLog('silent'),
  });
  const other = createGateway({
    services: [service('alone')],
    settings: { dataFolder: join(dataFolder, 'other') },
    log: createLog('silent'),
  });
  await gateway.start();
  await other.start();
  const [before, behind, alone] = grounds;
  assert.ok(before && behind && alone);
  const book = addressBookOf(before);
  assert.ok(book);
  assert.equal(addressBookOf(behind), book);
  assert.equal(addressBookOf(alone), undefined);
  await assert.rejects(
    book.byWords('SW1A', { language: 'en', client: 'x', area: 'council', limit: 5, offset: 0 }),
    /503 gazetteer_not_loaded/,
  );
  await assert.rejects(
    book.byPostcode('SW1A', { language: 'cy', client: 'x', area: 'council', limit: 5, offset: 0 }),
    /400 postcode_incomplete/,
  );
  await gateway.stop();
  await other.stop();
  await rm(dataFolder, { recursive: true, force: true });
});
