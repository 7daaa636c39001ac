/** What the store is asked, on both databases: an index answers it, and ten thousand reports are no more work than a hundred. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlace, type GatewaySettingsInput, type Ground, type Store } from '@council-kit/gateway';
import { testedStores } from '@council-kit/testing/stores.js';
import { CompiledQuery, type Kysely } from 'kysely';
import { start } from '../testing/gateway.ts';
import { referencePattern } from '../../rules/reference.ts';
import { middle, newest, spreadReports } from '../testing/spread-reports.ts';
import { findReports } from './find-reports.ts';
import { keysQuery, listKeys, placeAfter } from './list-reports.ts';
import { nearbyQuery, nearbyReports, reportsInStreet } from './reports.ts';
import type { ReportsTables } from './tables.ts';

const day = 86_400_000;

async function fill(db: Kysely<ReportsTables>, count: number): Promise<void> {
  const all = spreadReports(count);
  for (let from = 0; from < all.length; from += 500)
    await db
      .insertInto('reports_report')
      .values(all.slice(from, from + 500))
      .execute();
}

async function withStore(settings: GatewaySettingsInput, work: (store: Store) => Promise<void>): Promise<void> {
  let ground: Ground | undefined;
  await using gateway = await start({
    gateway: settings,
    also: [{ name: 'looker', setUp: (given) => ((ground = given), {}) }],
  });
  assert.ok(gateway && ground);
  await work(ground.store);
}

/** The plan in words. SQLite: `SEARCH … USING INDEX …`; PostgreSQL: `Index Scan using …`, with the rows it really visited. */
async function plan(store: Store, query: { compile(): CompiledQuery }): Promise<string> {
  const { sql, parameters } = query.compile();
  const explain = store.dialect === 'sqlite' ? 'explain query plan' : 'explain (analyze, costs off, timing off, summary off)';
  const { rows: lines } = await store
    .db<ReportsTables>()
    .executeQuery<Record<string, unknown>>(CompiledQuery.raw(`${explain} ${sql}`, [...parameters]));
  return lines.map((line) => String(line['detail'] ?? line['QUERY PLAN'])).join('\n');
}

for (const tested of await testedStores()) {
  test(`${tested.name}: nearby and lists go by an index, among 10,000 reports as among 100`, async () => {
    await withStore(await tested.fresh(), async (store) => {
      const db = store.db<ReportsTables>();
      const near = { ...middle, radius: 100 };
      await fill(db, 100);
      const few = (await nearbyQuery(db, near).execute()).length;
      await fill(db, 9_900);
      if (store.dialect === 'postgres') await db.executeQuery(CompiledQuery.raw('analyze'));

      // Rows that are visited, found by their square: some 40 km² of squares would be a thousand.
      const many = (await nearbyQuery(db, near).execute()).length;
      assert.ok(few <= many && many <= 12, `${few} among 100, ${many} among 10,000`);
      assert.match(await plan(store, nearbyQuery(db, near)), /reports_report_near/);
      assert.match(await plan(store, nearbyQuery(db, { ...near, radius: 1000, serviceCode: 'pothole' })), /reports_report_near/);

      for (const [filter, index] of [
        [{}, /reports_report_newest/],
        [{ requestedFrom: newest - 90 * day }, /reports_report_newest/],
        [{ closed: false }, /reports_report_by_closed/],
        [{ statuses: ['open'] as const }, /reports_report_by_status/],
        [{ serviceCodes: ['pothole'] }, /reports_report_by_service_code/],
        [{ serviceCodes: ['pothole', 'graffiti'], statuses: ['open', 'fixed'] as const }, /reports_report_newest/],
        [{ ward: 'Northgate' }, /reports_report_by_ward|reports_report_newest/],
        [{ updatedFrom: newest - day }, /reports_report_updated/],
        [{ updatedFrom: 0, requestedFrom: 0, closed: true, serviceCodes: ['pothole'] }, /reports_report_(open_)?updated/],
      ] as const) {
        for (const place of [undefined, { side: 'older', at: newest, id: 'X' }, { side: 'newer', at: 0, id: 'X' }] as const) {
          const words = await plan(store, keysQuery(db, filter, place).limit(26));
          assert.match(words, index, `${JSON.stringify(filter)}: ${words}`);
          assert.doesNotMatch(words, /SCAN reports_report$|Seq Scan/m, words);
          // A sort of everything that fits would grow with the store; a page off the index does not.
          assert.doesNotMatch(words, /USE TEMP B-TREE FOR ORDER BY|top-N heapsort/, words);
          // Nor are reports read to see that they are not wanted.
          if (store.dialect === 'sqlite') assert.match(words, /USING COVERING INDEX/, JSON.stringify(filter));
        }
      }
      assert.match(
        await plan(store, db.selectFrom('reports_report').selectAll().where('closed', '=', 0).where('street', '=', 'Street 7')),
        /reports_report_in_street|Bitmap/,
      );

      const first = await findReports(db, {}, 25);
      assert.equal(first.newer, undefined);
      const second = await findReports(db, {}, 25, readPlace(first.older, referencePattern));
      assert.equal(new Set([...first.rows, ...second.rows].map(({ reference }) => reference)).size, 50);
      const times = [...first.rows, ...second.rows].map(({ requested_at }) => requested_at);
      assert.deepEqual(
        times,
        [...times].sort((a, b) => b - a),
      );
      // A page by its number, and one by its place, are the same page.
      const steps: number[] = [];
      const at = await placeAfter(db, { closed: true }, 5_000, (count) => steps.push(count));
      const keys = await listKeys(db, { closed: true }, 5_001);
      assert.deepEqual([at?.id, steps], [keys[4_999]?.id, [5_000]]);
      assert.deepEqual((await listKeys(db, { closed: true }, 1, at))[0], keys[5_000]);
      assert.equal(await placeAfter(db, {}, 20_000, () => undefined), undefined);

      // The index finds what a look at every row finds.
      const question = { ...middle, radius: 900 };
      const found = await nearbyReports(db, question);
      assert.ok(found.length > 0);
      assert.ok(found.every(({ distance, closed }) => distance <= 900 && closed === 0));
      assert.deepEqual(
        found.map(({ distance }) => distance),
        found.map(({ distance }) => distance).sort((a, b) => a - b),
      );
      assert.ok((await reportsInStreet(db, 'Street 7', undefined)).every(({ street, closed }) => street === 'Street 7' && closed === 0));
    });
  });
}
