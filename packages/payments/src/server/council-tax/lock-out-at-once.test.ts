/** Guesses that arrive together are counted before they are examined, in every process of a gateway. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createGateway, createLog, type Ground } from '@council-kit/gateway';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { testedStores, type TestedStore } from '@council-kit/testing/stores.js';
import { migrations } from '../records/migrations.ts';
import { borough } from '../testing/borough.fixture.ts';
import { LockOut, type LockOutOptions } from './lock-out.ts';

const minutes = 60_000;

/** As many processes of one gateway as asked for, on one database, each with its own count. */
async function processes(store: TestedStore, many: number, options: Partial<LockOutOptions> = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'council-lock-out-'));
  const clock = new ManualClock('2026-11-30T12:00:00Z');
  const settings = { dataFolder: folder, ...(await store.fresh()) };
  const grounds: Ground[] = [];
  const gateways = Array.from({ length: many }, () =>
    createGateway({
      settings,
      clock,
      log: createLog('silent'),
      services: [{ name: 'payments', migrations, setUp: (ground) => (grounds.push(ground), {}) }],
    }),
  );
  for (const gateway of gateways) await gateway.start();
  after(async () => {
    for (const gateway of gateways) await gateway.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const locks = grounds.map((ground) => new LockOut(ground, { tries: 5, lockMinutes: 15, examiningMs: 2_000, ...options }));
  return { clock, locks };
}

/** Guesses at once, shared out among the processes: how many were examined. All are wrong. */
async function guessed(locks: readonly LockOut[], guesses: readonly (readonly [account: string, client: string])[]): Promise<number> {
  const examined = await Promise.all(
    guesses.map(async ([account, client], number) => {
      const taken = await locks[number % locks.length]?.take(account, client);
      if (taken?.kind !== 'guess') return 0;
      await taken.guess.wrong();
      return 1;
    }),
  );
  return examined.reduce<number>((sum, one) => sum + one, 0);
}

for (const store of await testedStores()) {
  test(`${store.name}: 291 guesses of one client at one account at once: 5 are examined`, async () => {
    const { locks, clock } = await processes(store, store.name === 'PostgreSQL' ? 3 : 1);
    const guesses = Array.from({ length: 291 }, () => ['5001', 'one'] as const);
    assert.equal(await guessed(locks, guesses), 5);
    clock.advance(15 * minutes + 1);
    assert.equal(await guessed(locks, guesses), 5, 'in the next quarter of an hour');
  });

  test(`${store.name}: one client at many accounts at once: 20; many clients at one account at once: 50`, async () => {
    const { locks } = await processes(store, store.name === 'PostgreSQL' ? 3 : 1);
    assert.equal(
      await guessed(
        locks,
        Array.from({ length: 80 }, (_, number) => [String(5_000 + number), 'one'] as const),
      ),
      20,
    );
    assert.equal(
      await guessed(
        locks,
        Array.from({ length: 120 }, (_, number) => ['7001', `client ${number}`] as const),
      ),
      50,
    );
  });

  test(`${store.name}: right answers are given back: a hundred at once, from one client, are all examined`, async () => {
    const { locks } = await processes(store, 1, { examiningMs: 60_000 });
    const kinds = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const taken = await locks[0]?.take('5001', 'one');
        if (taken?.kind === 'guess') await taken.guess.right();
        return taken?.kind;
      }),
    );
    assert.deepEqual(new Set(kinds), new Set(['guess']));
    assert.equal(
      await guessed(
        locks,
        Array.from({ length: 10 }, () => ['5001', 'one'] as const),
      ),
      5,
      'none is owed afterwards',
    );
  });

  test(`${store.name}: a process that stops while it examines leaves its guesses counted`, async () => {
    const { locks, clock } = await processes(store, 1);
    for (let guess = 0; guess < 5; guess += 1) assert.equal((await locks[0]?.take('5001', 'one'))?.kind, 'guess');
    clock.advance(2_001);
    assert.deepEqual(await locks[0]?.take('5001', 'one'), { kind: 'locked', seconds: 898 });
    clock.advance(15 * minutes);
    assert.equal((await locks[0]?.take('5001', 'one'))?.kind, 'guess');
  });

  test(`${store.name}: a guess that ends after its period does not give back a try of the next`, async () => {
    const { locks, clock } = await processes(store, 1);
    const late = await locks[0]?.take('5001', 'one');
    clock.advance(15 * minutes + 1);
    assert.equal(
      await guessed(
        locks,
        Array.from({ length: 5 }, () => ['5001', 'one'] as const),
      ),
      5,
    );
    if (late?.kind === 'guess') await late.guess.unexamined();
    assert.equal(await guessed(locks, [['5001', 'one']]), 0);
  });

  test(`${store.name}: over HTTP, the right postcode among wrong ones that are sent first is not examined`, async () => {
    await using council = await borough({ gateway: await store.fresh(), payments: { councilTax: { refusalMs: 0 } } });
    const { account, postcode } = council.billing.households.at(5);
    const ask = async (guess: string) => (await council.post('/council-tax/bill', { account, postcode: guess })).status;
    const statuses = await Promise.all(Array.from({ length: 60 }, () => ask('SW1A 2AA')));
    assert.deepEqual([statuses.filter((status) => status === 404).length, statuses.filter((status) => status === 429).length], [5, 55]);
    assert.equal(await ask(postcode), 429);
  });
}
