import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import * as v from 'valibot';
import { delivery, type DeliveryOutcome, type Ground, type Service } from './index.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { notices } from './testing/notices.ts';
import { start } from './testing/start.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

interface Sent {
  readonly id: string;
  readonly reference: string;
  readonly number: number;
}

/** A service that hands its ground to the test, and sends as the test says. */
function probe(send: (sent: Sent, signal: AbortSignal) => Promise<DeliveryOutcome> = async () => ({ result: 'delivered' })): {
  service: Service;
  ground: () => Ground;
  gaveUp: string[];
} {
  let kept: Ground | undefined;
  const gaveUp: string[] = [];
  return {
    gaveUp,
    ground: () => kept ?? assert.fail('The service was not set up.'),
    service: {
      name: 'probe',
      setUp(ground) {
        kept = ground;
        return {
          deliveries: {
            letter: delivery({
              payload: v.object({ id: v.string() }),
              send: ({ id }, { reference, number, signal }) => send({ id, reference, number }, signal),
              failed: async (_trx, { id }) => void gaveUp.push(id),
            }),
          },
        };
      },
    },
  };
}

async function enqueue(ground: Ground, id: string, dedupeKey?: string): Promise<void> {
  await ground.store.transaction((trx) =>
    ground.outbox.enqueue(trx, { kind: 'letter', payload: { id }, ...(dedupeKey !== undefined && { dedupeKey }) }),
  );
}

for (const store of await testedStores()) {
  describe(store.name, () => {
    describe('a write with an Idempotency-Key', () => {
      test('is done once: the same key and body get the first answer again', async () => {
        await using gateway = await start({ services: [notices()], settings: await store.fresh() });
        const key = { 'Idempotency-Key': 'a-1' };
        const first = await gateway.post('/notices', { title: 'Road closed' }, key);
        const second = await gateway.post('/notices', { title: 'Road closed' }, key);
        assert.equal(second.status, 201);
        assert.deepEqual(await second.json(), await first.json());
        assert.equal(second.headers.get('Location'), first.headers.get('Location'));
        assert.equal(second.headers.get('Idempotency-Replayed'), 'true');
        assert.equal(((await (await gateway.fetch('/notices')).json()) as unknown[]).length, 1);
      });

      test('is refused with another body', async () => {
        await using gateway = await start({ services: [notices()], settings: await store.fresh() });
        const key = { 'Idempotency-Key': 'a-1' };
        await gateway.post('/notices', { title: 'Road closed' }, key);
        const other = await gateway.post('/notices', { title: 'Road open' }, key);
        assert.equal(other.status, 409);
        assert.equal(((await other.json()) as { code: string }).code, 'idempotency_conflict');
      });

      test('eight at once make one record and get eight equal answers', async () => {
        await using gateway = await start({ services: [notices()], settings: await store.fresh() });
        const answers = await Promise.all(
          Array.from({ length: 8 }, async () => {
            const answer = await gateway.post('/notices', { title: 'Road closed' }, { 'Idempotency-Key': 'eight' });
            return `${answer.status} ${await answer.text()}`;
          }),
        );
        assert.equal(new Set(answers).size, 1, answers.join('\n'));
        assert.match(answers[0] ?? '', /^201 /);
        assert.equal(((await (await gateway.fetch('/notices')).json()) as unknown[]).length, 1);
      });

      test('is free again after a day, and at once after a write that failed', async () => {
        const clock = new ManualClock();
        await using gateway = await start({ services: [notices()], settings: await store.fresh(), clock });
        const key = { 'Idempotency-Key': 'a-1' };
        assert.equal((await gateway.post('/notices', { title: '' }, key)).status, 422);
        const first = (await (await gateway.post('/notices', { title: 'A' }, key)).json()) as { id: string };
        clock.advance(24 * HOUR - 1);
        const within = (await (await gateway.post('/notices', { title: 'A' }, key)).json()) as { id: string };
        assert.equal(within.id, first.id);
        clock.advance(1);
        const later = (await (await gateway.post('/notices', { title: 'A' }, key)).json()) as { id: string };
        assert.notEqual(later.id, first.id);
      });

      test('a multipart form sent again is the same form, whatever its boundary', async () => {
        await using gateway = await start({ services: [notices()], settings: await store.fresh() });
        const send = async (): Promise<string> => {
          const body = new FormData();
          body.set('title', 'Road closed');
          const answer = await gateway.fetch('/notices', { method: 'POST', body, headers: { 'Idempotency-Key': 'form' } });
          return `${answer.status} ${await answer.text()}`;
        };
        assert.equal(await send(), await send());
      });
    });

    describe('the outbox', () => {
      test('keeps nothing of a transaction that is rolled back, and one row for equal keys', async () => {
        const sent: string[] = [];
        const { service, ground } = probe(async ({ id }) => {
          sent.push(id);
          return { result: 'delivered' };
        });
        await using _ = await start({ services: [service], settings: await store.fresh(), clock: new ManualClock() });
        await assert.rejects(
          ground().store.transaction(async (trx) => {
            await ground().outbox.enqueue(trx, { kind: 'letter', payload: { id: 'never' } });
            throw new Error('changed my mind');
          }),
        );
        await enqueue(ground(), 'one', 'same');
        await enqueue(ground(), 'two', 'same');
        await enqueue(ground(), 'three', 'other');
        await until(() => sent.length >= 2, 'both were sent');
        await until(async () => (await ground().outbox.list({ state: 'waiting' })).length === 0, 'nothing waits');
        assert.deepEqual(sent.sort(), ['one', 'three']);
      });

      test('is retried after 1, 5, 30 and then every 30 minutes, with the same reference, until 72 hours; a person can try again', async () => {
        const clock = new ManualClock();
        const attempts: { at: number; reference: string; number: number }[] = [];
        let up = false;
        const { service, ground, gaveUp } = probe(async ({ reference, number }) => {
          attempts.push({ at: clock.now().getTime(), reference, number });
          return up ? { result: 'delivered' } : { result: 'retry', reason: 'answered 503' };
        });
        await using _ = await start({ services: [service], settings: await store.fresh(), clock });
        const begun = clock.now().getTime();
        await enqueue(ground(), 'letter');
        const state = async (): Promise<string> => {
          const all = await Promise.all((['waiting', 'delivered', 'failed'] as const).map((one) => ground().outbox.list({ state: one })));
          const row = all.flat()[0];
          return `${row?.state} ${row?.attempts}`;
        };
        const writtenDown = (): Promise<boolean> =>
          until(
            async () =>
              ((await ground().outbox.list({ state: 'waiting' }))[0]?.nextAttemptAt.getTime() ?? Infinity) >
              (attempts.at(-1)?.at ?? Infinity),
            'the attempt was written down',
          );
        await writtenDown();
        /** Moves the clock to when the row is due; there is an attempt, and it is written down. */
        const nextAttempt = async (): Promise<void> => {
          const count = attempts.length;
          const due = (await ground().outbox.list({ state: 'waiting' }))[0]?.nextAttemptAt.getTime() ?? 0;
          clock.advance(due - clock.now().getTime());
          await until(() => attempts.length > count, `attempt ${count + 1}`);
          await writtenDown();
        };
        for (const [soonest, latest] of [
          [1, 1.2],
          [5, 6],
          [30, 36],
          [30, 36],
        ] as const) {
          const before = attempts.at(-1)?.at ?? 0;
          const due = (await ground().outbox.list({ state: 'waiting' }))[0]?.nextAttemptAt.getTime() ?? 0;
          const wait = (due - before) / MINUTE;
          assert.ok(wait >= soonest && wait <= latest, `${attempts.length} attempts, then a wait of ${wait} minutes`);
          await nextAttempt();
          assert.ok((attempts.at(-1)?.at ?? 0) >= due);
        }
        assert.equal(new Set(attempts.map(({ reference }) => reference)).size, 1);
        assert.deepEqual(
          attempts.map(({ number }) => number),
          [1, 2, 3, 4, 5],
        );
        while ((await state()).startsWith('waiting')) await nextAttempt();
        const hours = (clock.now().getTime() - begun) / HOUR;
        assert.ok(hours > 70 && hours < 74, `given up after ${hours} hours`);
        assert.deepEqual(gaveUp, ['letter']);
        const [failed] = await ground().outbox.list({ state: 'failed' });
        assert.equal(failed?.reason, 'answered 503');

        up = true;
        assert.equal(await ground().outbox.retryNow(failed?.id ?? ''), true);
        await until(async () => (await state()).startsWith('delivered'), 'it was delivered');
        assert.equal(await ground().outbox.retryNow(failed?.id ?? ''), false);
      });

      test('what the receiver refuses goes to a person at once; what it asks to wait for, waits', async () => {
        const clock = new ManualClock();
        const { service, ground, gaveUp } = probe(async ({ id }) =>
          id === 'refused'
            ? { result: 'failed', reason: 'unknown service code' }
            : { result: 'retry', reason: 'answered 429', afterSeconds: 600 },
        );
        await using _ = await start({ services: [service], settings: await store.fresh(), clock });
        await enqueue(ground(), 'refused');
        await enqueue(ground(), 'slow');
        await until(async () => (await ground().outbox.list({ state: 'failed' })).length === 1, 'one failed');
        await until(async () => (await ground().outbox.list({ state: 'waiting' }))[0]?.reason === 'answered 429', 'one waits');
        assert.deepEqual(gaveUp, ['refused']);
        assert.equal((await ground().outbox.list({ state: 'waiting' }))[0]?.nextAttemptAt.getTime(), clock.now().getTime() + 600_000);
      });

      test('two processes on one store send each row once', async () => {
        const settings = { ...(await store.fresh()) };
        const sent: string[] = [];
        const send = async ({ id }: Sent): Promise<DeliveryOutcome> => {
          sent.push(id);
          await new Promise((resolve) => setImmediate(resolve));
          return { result: 'delivered' };
        };
        const one = probe(send);
        const two = probe(send);
        const clock = new ManualClock();
        await using first = await start({ services: [one.service], settings, clock });
        await using _ = await start({ services: [two.service], settings, clock }, first.folder);
        const ids = Array.from({ length: 60 }, (_unused, index) => `letter ${index}`);
        await Promise.all(ids.map((id, index) => enqueue((index % 2 ? one : two).ground(), id)));
        await until(async () => (await one.ground().outbox.list({ state: 'delivered' })).length === ids.length, 'all were delivered');
        assert.deepEqual(sent.sort(), ids.sort());
      });

      test('what a dead process had claimed is sent by another when the lease is over, and not before', async () => {
        const settings = { ...(await store.fresh()), stopSeconds: 0 };
        const clock = new ManualClock();
        let begun = 0;
        const dead = probe(async () => {
          begun++;
          return await new Promise<never>(() => undefined);
        });
        const sent: Sent[] = [];
        const alive = probe(async (one) => {
          sent.push(one);
          return { result: 'delivered' };
        });
        await using first = await start({ services: [dead.service], settings, clock });
        await enqueue(dead.ground(), 'letter');
        await until(() => begun === 1, 'it was claimed');
        await using _ = await start({ services: [alive.service], settings, clock }, first.folder);
        clock.advance(59_000);
        await until(async () => (await alive.ground().outbox.list({ state: 'waiting' })).length === 1, 'it is there');
        assert.equal(sent.length, 0);
        await until(() => {
          clock.advance(1_000);
          return sent.length === 1;
        }, 'the other sent it');
        assert.equal(sent[0]?.number, 2);
      });

      test('a stop gives back what it cuts short, for the next start to send', async () => {
        const settings = { ...(await store.fresh()), stopSeconds: 0 };
        const cut = probe(
          (_sent, signal) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
        );
        const clock = new ManualClock();
        await using first = await start({ services: [cut.service], settings, clock });
        await enqueue(cut.ground(), 'letter');
        await until(async () => (await cut.ground().outbox.list({ state: 'waiting' }))[0]?.attempts === 1, 'it was claimed');
        await first.stop();
        const sent: Sent[] = [];
        const next = probe(async (one) => {
          sent.push(one);
          return { result: 'delivered' };
        });
        await using _ = await start({ services: [next.service], settings, clock }, first.folder);
        await until(() => sent.length === 1, 'it was sent without waiting for the lease');
      });
    });

    test('several processes may start at once on an empty store', async () => {
      const settings = await store.fresh();
      await using first = await start({ services: [], settings });
      const fresh = store.name === 'SQLite' ? undefined : await store.fresh();
      const { mkdtemp } = await import('node:fs/promises');
      const folder = await mkdtemp(`${first.folder}/together-`);
      const all = await Promise.all(Array.from({ length: 4 }, () => start({ services: [notices()], settings: fresh ?? settings }, folder)));
      for (const one of all) assert.equal((await one.fetch('/ready')).status, 200);
      const made = await all[0]?.post('/notices', { title: 'Seen by all' });
      assert.equal(made?.status, 201);
      for (const one of all) assert.equal(((await (await one.fetch('/notices')).json()) as unknown[]).length, 1);
      await Promise.all(all.map((one) => one.stop()));
    });

    test('a transaction that throws leaves nothing, and reads outside it never see it', async () => {
      const { service, ground } = probe();
      await using _ = await start({ services: [service, notices()], settings: await store.fresh() });
      interface Tables {
        notices_notice: { id: string; title: string; body: string; made_at: number };
      }
      const db = ground().store.db<Tables>();
      const titles = async (): Promise<string[]> =>
        (await db.selectFrom('notices_notice').select('title').orderBy('id').execute()).map(({ title }) => title);
      const insert = { title: 'draft', body: '', made_at: 1_700_000_000_123 };
      await assert.rejects(
        ground().store.transaction<Tables, undefined>(async (trx) => {
          await trx
            .insertInto('notices_notice')
            .values({ id: 'a', ...insert })
            .execute();
          assert.deepEqual(await titles(), []);
          throw new Error('no');
        }),
        /no/,
      );
      assert.deepEqual(await titles(), []);
      await Promise.all(
        ['b', 'c', 'd'].map((id) =>
          ground().store.transaction<Tables, undefined>(
            async (trx) =>
              void (await trx
                .insertInto('notices_notice')
                .values({ id, ...insert })
                .execute()),
          ),
        ),
      );
      const rows = await db.selectFrom('notices_notice').selectAll().orderBy('id').execute();
      assert.equal(rows.length, 3);
      assert.equal(rows[0]?.made_at, 1_700_000_000_123, 'a time comes back as a number');
    });

    test('a job runs in one process at a time, and only when it is due', async () => {
      const settings = await store.fresh();
      const clock = new ManualClock();
      const runs: string[] = [];
      const working = (name: string): Service => ({
        name: 'worker',
        setUp: () => ({ jobs: [{ name: 'tidy', everyMs: 10 * MINUTE, run: async () => void runs.push(name) }] }),
      });
      await using first = await start({ services: [working('first')], settings, clock });
      await using second = await start({ services: [working('second')], settings, clock }, first.folder);
      await until(() => runs.length === 1, 'one ran');
      for (let halfMinutes = 1; runs.length < 4; halfMinutes += 1) {
        clock.advance(MINUTE / 2);
        await Promise.all([first, second].map((gateway) => gateway.fetch('/ready')));
        assert.ok(runs.length <= 1 + halfMinutes / 20, `${runs.length} runs in ${halfMinutes / 2} minutes: ${runs.join()}`);
        assert.ok(halfMinutes < 10_000, 'it does not run again');
      }
    });

    test('a draft survives a restart, is unreadable in the store, opens with its cookie alone, and expires', async () => {
      const clock = new ManualClock();
      const settings = await store.fresh();
      await using first = await start({ services: [notices()], settings, clock });
      const page = await first.fetch('/draft');
      const setCookie = page.headers.get('Set-Cookie') ?? '';
      assert.match(setCookie, /^council-draft-notices-notice=[^;]+; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax$/);
      const cookie = setCookie.split(';')[0] ?? '';
      const csrf = /name="csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
      const answer = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { Cookie: cookie, Origin: first.url, ...headers },
      });
      assert.equal((await first.fetch('/draft', answer({ title: 'x' }))).status, 403, 'no token');
      assert.equal((await first.fetch('/draft', answer({ title: 'x', csrf }, { Origin: 'https://evil.example' }))).status, 403);
      assert.equal((await first.fetch('/draft', answer({ title: 'Jane Doe’s wall', csrf }))).status, 303);
      await first.stop();

      const { service, ground } = probe();
      await using second = await start({ services: [notices(), service], settings, clock }, first.folder);
      assert.match(await (await second.fetch('/draft', { headers: { Cookie: cookie } })).text(), /Jane Doe’s wall/);
      assert.doesNotMatch(await (await second.fetch('/draft', { headers: { Cookie: cookie.slice(0, -4) + 'AAAA' } })).text(), /Jane/);
      interface Tables {
        gateway_draft: { sealed: Uint8Array };
      }
      const rows = await ground().store.db<Tables>().selectFrom('gateway_draft').selectAll().execute();
      assert.ok(rows.length >= 1);
      assert.ok(rows.every(({ sealed }) => !Buffer.from(sealed).toString('latin1').includes('Jane')));
      assert.ok(!JSON.stringify(rows).includes(cookie.split('.')[1] ?? 'no secret'));
      clock.advance(24 * HOUR + 1);
      assert.doesNotMatch(await (await second.fetch('/draft', { headers: { Cookie: cookie } })).text(), /Jane/);
    });

    test('secrets are equal after a restart and in every process', async () => {
      const settings = await store.fresh();
      const one = probe();
      const two = probe();
      await using first = await start({ services: [one.service], settings });
      await using _ = await start({ services: [two.service], settings }, first.folder);
      const signature = one.ground().secrets.sign('follow', 'R-1');
      assert.equal(two.ground().secrets.matches('follow', 'R-1', signature), true);
      assert.equal(two.ground().secrets.matches('follow', 'R-2', signature), false);
      assert.equal(two.ground().secrets.matches('other', 'R-1', signature), false);
    });
  });
}
