/** An answer that is lost on its way, then corrected answers: against a real gateway, by both runners. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { requestGateway } from '@council-kit/core';
import { createGateway, Problem, Routes, type Gateway, type KeptAnswer, type Service, type Store } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { DraftStore } from '../browser/draft-store.ts';
import { JourneyRun } from '../browser/journey-run.ts';
import type { Journey } from '../definition.ts';
import { PlainBrowser } from '../testing/plain-browser.ts';
import { text } from '../testing/skip.journey.ts';
import { journeyPages } from './journey-pages.ts';

const journey: Journey = {
  name: 'collection',
  title: text('Book a collection'),
  steps: [{ id: 'item', contents: [{ kind: 'text', name: 'item', label: text('What is it?') }] }],
  check: { title: text('Check'), button: text('Send') },
};

interface Tables {
  collections_booking: { reference: string; item: string };
}
const wireSchema = v.object({ what: v.string() });

/** The connection breaks after the work is done, this many times. */
let losing = 0;
let store: Store;

/** As a council's developer writes it: the gateway's 409 is thrown, and read by nobody here. */
const collections: Service = {
  name: 'collections',
  migrations: {
    '0001_collections': {
      up: (db) =>
        db.schema
          .createTable('collections_booking')
          .addColumn('reference', 'text', (column) => column.primaryKey())
          .addColumn('item', 'text', (column) => column.notNull())
          .execute(),
    },
  },
  setUp(ground) {
    store = ground.store;
    // Before anything is known of the key, as a schema or a limit does it.
    const check = (item: string): void => {
      if (item === 'tiger') {
        const errors = [{ field: 'what', message: 'Enter something that is not alive' }];
        throw new Problem({ status: 422, code: 'collection_refused', title: text('There is a problem'), errors });
      }
      if (item === 'house')
        throw new Problem({ status: 409, code: 'too_big', title: text('It is too big'), detail: text('Call us on 01632 960 460.') });
    };
    const keep = async (trx: Transaction<Tables>, item: string): Promise<KeptAnswer> => {
      const reference = `C-${item}`;
      await trx.insertInto('collections_booking').values({ reference, item }).execute();
      return { status: 201, body: { reference } };
    };
    const routes = new Routes();
    routes.operation(
      {
        method: 'post',
        path: '/collections',
        summary: 'Book',
        tags: ['Collections'],
        body: wireSchema,
        responses: { 201: { description: 'Its reference', schema: v.object({ reference: v.string() }) } },
      },
      ({ body, once }) => {
        check(body.what);
        return once<Tables>((trx) => keep(trx, body.what));
      },
    );
    routes.hono.route(
      '/',
      journeyPages({
        ground,
        path: '/book',
        service: { journey, questionOf },
        async submit(answers, { idempotencyKey }) {
          const item = String(answers['item']);
          check(item);
          const kept = await ground.idempotency.once<Tables>({ key: idempotencyKey, scope: 'book', fingerprint: item }, (trx) =>
            keep(trx, item),
          );
          if (losing-- > 0) throw new TypeError('connection reset');
          return { kind: 'accepted', accepted: kept.body as { reference: string } };
        },
      }),
    );
    return { routes };
  },
};
const questionOf = (field: string): string => (field === 'what' ? 'item' : field);

const items = async (): Promise<string[]> =>
  (await store.db<Tables>().selectFrom('collections_booking').select('item').execute()).map(({ item }) => item);

let folder: string;
let gateway: Gateway;
const ownFetch = globalThis.fetch;
beforeEach(async () => {
  losing = 0;
  folder = await mkdtemp(join(tmpdir(), 'council-lost-'));
  gateway = createGateway({ services: [collections], settings: { dataFolder: folder, logLevel: 'silent' } });
  await gateway.start('http://council.test');
  globalThis.fetch = async (input, init) => {
    const answer = await gateway.fetch(new Request(input, init));
    if (losing-- > 0) throw new TypeError('connection reset');
    return answer;
  };
});
afterEach(async () => {
  globalThis.fetch = ownFetch;
  await gateway.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The resident, at either runner. */
interface Resident {
  /** Answers the one question, from wherever they are. */
  answer(item: string): Promise<void>;
  send(): Promise<void>;
  /** What stands on the page. */
  readonly words: string;
}

async function inBrowser(): Promise<Resident> {
  const run = new JourneyRun({
    service: { journey, questionOf },
    async submit({ item }, { idempotencyKey, language, signal }) {
      const outcome = await requestGateway('http://council.test/collections', {
        schema: v.object({ reference: v.string() }),
        body: { what: item },
        idempotencyKey,
        language,
        signal,
      });
      return outcome.kind === 'answer' ? { kind: 'accepted', accepted: outcome.value } : outcome;
    },
    drafts: new DraftStore('collection', 'none', 1),
    language: 'en',
    changed: () => undefined,
  });
  await run.start();
  return {
    async answer(item) {
      await run.goTo({ address: 'item', changing: true }, 'push');
      const form = new FormData();
      form.set('item', item);
      await run.press(form);
    },
    async send() {
      if (run.shown.kind === 'obstacle') await run.goTo({ address: 'check', changing: false }, 'push');
      await run.press(new FormData());
    },
    get words() {
      return JSON.stringify(run.shown);
    },
  };
}

async function onPages(): Promise<Resident> {
  const browser = await new PlainBrowser((request) => gateway.fetch(request)).open('/book');
  const base = browser.url.split('/').slice(0, 5).join('/');
  return {
    async answer(item) {
      await browser.open(`${base}/item?change=1`);
      await browser.send({ item });
    },
    async send() {
      if (!browser.address.endsWith('check')) await browser.open(`${base}/check`);
      await browser.send();
    },
    get words() {
      return `${browser.text} ${browser.errors.join(' ')}`;
    },
  };
}

for (const [runner, arrive] of [
  ['in the browser', inBrowser],
  ['as pages', onPages],
] as const) {
  test(`a lost answer, then another one: booked once, and the resident told which (${runner})`, async () => {
    const resident = await arrive();
    await resident.answer('fridge');
    losing = 1;
    await resident.send();
    assert.deepEqual(await items(), ['fridge']);
    losing = 0;
    await resident.answer('freezer');
    await resident.send();
    assert.deepEqual(await items(), ['fridge']);
    assert.match(resident.words, /C-fridge/);
    assert.match(resident.words, runner === 'as pages' ? /The changes you made after that were not sent/ : /"earlier":true/);
  });

  test(`what the gateway finds wrong in between makes no second booking either (${runner})`, async () => {
    const resident = await arrive();
    await resident.answer('fridge');
    losing = 1;
    await resident.send();
    losing = 0;
    await resident.answer('tiger');
    await resident.send();
    assert.match(resident.words, /Enter something that is not alive/);
    await resident.answer('freezer');
    await resident.send();
    assert.deepEqual(await items(), ['fridge']);
    assert.match(resident.words, /C-fridge/);
  });

  test(`problems are told by what they are, without a mapping of the service’s own (${runner})`, async () => {
    const resident = await arrive();
    await resident.answer('tiger');
    await resident.send();
    assert.match(resident.words, /Enter something that is not alive/);
    await resident.answer('house');
    await resident.send();
    assert.match(resident.words, /It is too big\. Call us on 01632 960 460\./);
    await resident.answer('fridge');
    await resident.send();
    assert.deepEqual(await items(), ['fridge']);
    assert.match(resident.words, /C-fridge/);
    assert.doesNotMatch(resident.words, /The changes you made|"earlier":true/);
  });
}
