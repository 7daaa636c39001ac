/** Two tiny services that meet: allotments offers, a notice board asks. Neither imports the other. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { accountItemSchema, accountSource, createGateway, offer, Routes, SettingsError, type AccountItem, type Service } from '../index.ts';
import { start } from '../testing/start.ts';

/** Offers what it knows of waiting list places. */
const allotments = (name = 'allotments', id = 'allotments'): Service => ({
  name,
  setUp: ({ site }) => ({
    offers: [
      offer(accountSource, {
        id,
        name: { en: 'Allotments', cy: 'Rhandiroedd' },
        kinds: ['waiting-list'],
        items: async (links) =>
          links
            .filter(({ ref }) => ref === 'A7')
            .map(({ kind, ref }): AccountItem => ({
              id: ref,
              kind,
              ref,
              title: { en: 'Place 3 for Mill Lane', cy: 'Lle 3 ar gyfer Lôn y Felin' },
              status: 'received',
              since: '2026-11-02T09:00:00Z',
              href: site.path('/allotments/A7'),
            })),
      }),
    ],
  }),
});

/** Shows what every source has. */
const board: Service = {
  name: 'board',
  setUp({ ports }) {
    const routes = new Routes();
    routes.operation(
      { method: 'get', path: '/board', summary: 'The board', tags: ['Board'], responses: { 200: { description: 'All' } } },
      async ({ context }) => {
        const links = [
          { kind: 'waiting-list', ref: 'A7' },
          { kind: 'waiting-list', ref: 'gone' },
        ];
        const sources = ports.all(accountSource);
        const signal = AbortSignal.timeout(1_000);
        return context.json({
          sources: sources.map(({ id }) => id),
          items: (await Promise.all(sources.map((source) => source.items(links, signal)))).flat(),
        });
      },
    );
    return { routes };
  },
};

// Whatever their order: the one that asks may be set up first.
for (const services of [
  [board, allotments()],
  [allotments(), board],
])
  test(`${services.map(({ name }) => name).join(' and ')} meet at a port`, async () => {
    await using gateway = await start({ services });
    const answer = (await (await gateway.fetch('/board')).json()) as { sources: string[]; items: unknown[] };
    assert.deepEqual(answer.sources, ['allotments']);
    assert.equal(answer.items.length, 1);
    const item = v.parse(accountItemSchema, answer.items[0]);
    assert.equal(item.title.cy, 'Lle 3 ar gyfer Lôn y Felin');
    assert.equal(item.href, '/allotments/A7');
  });

test('a port that nobody offers has nothing, and does not fail', async () => {
  await using gateway = await start({ services: [board] });
  assert.deepEqual(await (await gateway.fetch('/board')).json(), { sources: [], items: [] });
});

test('a port offered twice under one id stops the start and names both services', async () => {
  const two = [allotments('allotments', 'plots'), allotments('gardens', 'plots')];
  await assert.rejects(start({ services: two }), /"plots".*"account-source".*allotments and gardens/);
  await using gateway = await start({ services: [allotments('allotments', 'plots'), allotments('gardens', 'gardens'), board] });
  const { sources } = (await (await gateway.fetch('/board')).json()) as { sources: string[] };
  assert.deepEqual(sources, ['plots', 'gardens']);
});

test('a service that asks while others are still being set up is told so', async () => {
  const early: Service = { name: 'early', setUp: ({ ports }) => (ports.all(accountSource), {}) };
  await assert.rejects(start({ services: [early, allotments()] }), /"account-source" was asked during set-up/);
});

test('a service that cannot do without another names it, whatever their order', async () => {
  const needy: Service = { ...board, needs: ['allotments'] };
  assert.throws(
    () => createGateway({ services: [needy] }),
    (error: Error) => error instanceof SettingsError && /"board" needs the service "allotments"\. Add it to "services"/.test(error.message),
  );
  await using gateway = await start({ services: [needy, allotments()] });
  assert.equal((await gateway.fetch('/board')).status, 200);
});
