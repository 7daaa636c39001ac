import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import { noticesModule, startProgram, type Child } from './testing/child.ts';

const KILLS = 20;
const WRITERS = 4;

describe('kill -9 under four writers', { concurrency: true }, async () => {
  for (const store of await testedStores()) {
    test(`${store.name}: no acknowledged write is lost, none is doubled`, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'council-crash-'));
      const { databaseUrl } = await store.fresh();
      const settings = {
        port: 0,
        logLevel: 'silent',
        dataFolder: folder,
        ...(databaseUrl !== undefined && { databaseUrl }),
        rateLimit: { writesPerMinute: 1_000_000 },
        services: { [noticesModule]: {} },
      };
      let child: Child = await startProgram(folder, settings);
      let finished = false;
      let acknowledgedNow = 0;
      let wakeKiller: () => void = () => undefined;
      const acknowledged: string[] = [];
      let repeated = 0;

      const writer = async (): Promise<void> => {
        while (!finished) {
          const title = randomUUID();
          for (;;) {
            try {
              const answer = await fetch(`${child.url}/notices`, {
                method: 'POST',
                body: JSON.stringify({ title }),
                headers: { 'Content-Type': 'application/json', 'Idempotency-Key': title },
              });
              await answer.text();
              assert.equal(answer.status, 201);
              break;
            } catch (error) {
              if (error instanceof assert.AssertionError) throw error;
              // Not known whether it arrived: sent again with the same key, as a resident's browser does.
              repeated++;
            }
            await new Promise((resolve) => setTimeout(resolve, 20));
          }
          acknowledged.push(title);
          acknowledgedNow++;
          wakeKiller();
        }
      };
      const writers = Array.from({ length: WRITERS }, writer);
      for (let kills = 0; kills < KILLS; kills++) {
        // In the middle of things: after a number of writes that differs each time, while others are on their way.
        const writes = 3 + kills * 2;
        acknowledgedNow = 0;
        await new Promise<void>((resolve) => (wakeKiller = () => void (acknowledgedNow >= writes && resolve())));
        child.process.kill('SIGKILL');
        await child.ended;
        child = await startProgram(folder, settings);
      }
      finished = true;
      await Promise.all(writers);

      const kept = ((await (await fetch(`${child.url}/notices?limit=1000`)).json()) as { title: string }[]).map(({ title }) => title);
      assert.ok(kept.length < 1000, 'the list is whole');
      const counts = new Map<string, number>();
      for (const title of kept) counts.set(title, (counts.get(title) ?? 0) + 1);
      assert.deepEqual(
        acknowledged.filter((title) => !counts.has(title)),
        [],
        'lost',
      );
      assert.deepEqual(
        [...counts].filter(([, count]) => count > 1),
        [],
        'doubled',
      );
      assert.ok(repeated > 0, 'the kills fell between writes only: they prove nothing');

      child.process.kill('SIGTERM');
      assert.equal((await child.ended).code, 0, 'it stops when asked');
      await rm(folder, { recursive: true, force: true });
    });
  }
});
