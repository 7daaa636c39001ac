/** The staff's search: one contract on both databases. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPlace, type GatewaySettingsInput, type Ground, type Store } from '@council-kit/gateway';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { testedStores } from '@council-kit/testing/stores.js';
import { CompiledQuery, type Kysely } from 'kysely';
import { newReference, referencePattern } from '../../rules/reference.ts';
import { deleteContacts } from '../retention.ts';
import type { Reports } from '../reports.ts';
import { start } from '../testing/gateway.ts';
import { newest, spreadReports } from '../testing/spread-reports.ts';
import { findReports, type StaffFilter } from './find-reports.ts';
import { indexMissed } from './index-missed.ts';
import { addUpdate } from './reports.ts';
import { indexAgain, indexReports, searchQuery } from './search-index.ts';
import { migrations } from './migrations.ts';
import type { ReportRow, ReportsTables } from './tables.ts';

async function withStore(settings: GatewaySettingsInput, work: (store: Store, ground: Ground) => Promise<void>): Promise<void> {
  let ground: Ground | undefined;
  // Its own jobs run by this clock as well.
  const clock = new ManualClock(new Date(newest).toISOString());
  await using gateway = await start({ gateway: settings, clock, also: [{ name: 'looker', setUp: (given) => ((ground = given), {}) }] });
  assert.ok(gateway && ground);
  await work(ground.store, ground);
}

const base = spreadReports(1)[0] as ReportRow;
let made = 0;
/** Kept as a report is, in the order of time. */
async function keep(store: Store, change: Partial<ReportRow>): Promise<ReportRow> {
  const at = newest + (made += 1) * 1000;
  const row = { ...base, closed: 0, status: 'open' as const, requested_at: at, updated_at: at, reference: newReference(), ...change };
  await store.transaction<ReportsTables, unknown>(async (trx) => {
    await trx.insertInto('reports_report').values(row).execute();
    await indexReports(trx, [row]);
  });
  return row;
}

const texts = {
  tipping: {
    description: 'Fly-tipping: a mattress, two chairs & a fridge by St Mary’s church.',
    ward: 'Northgate',
    service_code: 'fly-tipping',
  },
  welsh: { description: 'Sbwriel wedi’i adael o flaen y tŷ.', place_cy: 'Ffordd Llŷn', place_en: 'Llŷn Road', ward: 'Southgate' },
  cafe: { description: 'Hole outside the Café.', address: 'Pen-y-bryn', service_code: 'pothole', ward: 'Northgate' },
  other: { description: '街灯 is out. Лампа too. 𐐨𐐨', closed: 1, status: 'fixed', ward: "St John's & St Mary's" },
} as const satisfies Record<string, Partial<ReportRow>>;
type Name = keyof typeof texts;

/** The same for both databases. */
const questions: readonly (readonly [StaffFilter, readonly Name[]])[] = [
  [{ text: 'mattress' }, ['tipping']],
  [{ text: 'MATTR chai' }, ['tipping']],
  [{ text: 'mattress absent' }, []],
  [{ text: 'attress' }, []],
  [{ text: "st mary's" }, ['tipping']],
  [{ text: 'st marys' }, ['tipping']],
  [{ text: 'st mary’s' }, ['tipping']],
  [{ text: 'flytip' }, ['tipping']],
  [{ text: 'fly tipping' }, ['tipping']],
  [{ text: 'ty llyn' }, ['welsh']],
  [{ text: 'TŶ LLŶN' }, ['welsh']],
  [{ text: "wedi'i" }, ['welsh']],
  [{ text: 'cafe' }, ['cafe']],
  [{ text: 'Café penybryn' }, ['cafe']],
  [{ text: 'pen y bryn' }, ['cafe']],
  [{ text: '街灯' }, ['other']],
  [{ text: 'лампа 𐐨' }, ['other']],
  [{ text: 'o' }, ['other', 'cafe', 'welsh']],
  [{ text: '%' }, []],
  [{ text: "' or 1=1 --" }, []],
  [{ text: '"words" : (' }, []],
  [{ text: "'&|!<->:*" }, []],
  [{ text: 'o', closed: false }, ['cafe', 'welsh']],
  [{ text: 'o', ward: 'Northgate' }, ['cafe']],
  [{ text: 'o', status: 'fixed' }, ['other']],
  [{ closed: false, ward: 'Northgate' }, ['cafe', 'tipping']],
  [{ closed: true, ward: "St John's & St Mary's" }, ['other']],
  [{ serviceCode: 'pothole', ward: 'Northgate', closed: false }, ['cafe']],
  [{ serviceCode: 'pothole', status: 'fixed' }, []],
  [{ ward: 'Northgate' }, ['cafe', 'tipping']],
  [{ text: '0'.repeat(500) }, []],
];

for (const tested of await testedStores()) {
  test(`${tested.name}: words, beginnings, accents, apostrophes, hyphens, any script; with filters and without`, async () => {
    await withStore(await tested.fresh(), async (store) => {
      const db = store.db<ReportsTables>();
      const kept = new Map<string, Name>();
      for (const name of Object.keys(texts) as Name[])
        kept.set(
          (await keep(store, { service_code: 'graffiti', place_en: '', place_cy: '', address: '', ...texts[name] })).reference,
          name,
        );
      for (const [filter, names] of questions) {
        const { rows } = await findReports(db, filter, 25);
        assert.deepEqual(
          rows.map(({ reference }) => kept.get(reference)),
          names,
          JSON.stringify(filter),
        );
      }
      // A reference in any of its ways, whatever else is asked: it is one report.
      const [[reference = '', name] = []] = kept;
      for (const text of [reference, reference.toLowerCase().replace('-', ''), ` ${reference.replace('-', ' ')} `]) {
        const { rows } = await findReports(db, { text, closed: true }, 25);
        assert.deepEqual(
          rows.map((row) => kept.get(row.reference)),
          [name],
        );
      }
      assert.equal((await findReports(db, { text: reference.slice(0, 5) }, 25)).rows.length, 1);
    });
  });

  test(`${tested.name}: pages of a search neither skip nor repeat while reports come in; status and words are followed`, async () => {
    await withStore(await tested.fresh(), async (store) => {
      const db = store.db<ReportsTables>();
      const all: string[] = [];
      for (let count = 0; count < 60; count += 1)
        all.unshift((await keep(store, { description: `Number lamp${count} of many`, ward: 'Northgate' })).reference);
      for (const filter of [{ text: 'many numb' }, { closed: false, ward: 'Northgate' }, { closed: false }] as const) {
        const pages = [];
        let page = await findReports(db, filter, 25);
        const first = page;
        for (; ; page = await findReports(db, filter, 25, readPlace(page.older, referencePattern))) {
          pages.push(page);
          await keep(store, { description: 'One more of many, by number', ward: 'Northgate' });
          if (page.older === undefined) break;
        }
        const seen = pages.flatMap(({ rows }) => rows.map(({ reference }) => reference));
        assert.equal(new Set(seen).size, seen.length);
        assert.deepEqual(
          seen.filter((reference) => all.includes(reference)),
          all,
        );
        const back = await findReports(db, filter, 25, readPlace(pages[1]?.newer, referencePattern));
        assert.deepEqual(
          back.rows.map(({ reference }) => reference),
          first.rows.map(({ reference }) => reference),
        );
        assert.notEqual(back.newer, undefined, 'those that came in meanwhile');
      }
      const [reference = ''] = all;
      const count = async (filter: StaffFilter): Promise<number> =>
        (await findReports(db, { ...filter, text: 'number lamp59' }, 25)).rows.length;
      assert.deepEqual([await count({ closed: false }), await count({ closed: true })], [1, 0]);
      await store.transaction<ReportsTables, unknown>((trx) =>
        addUpdate(trx, { reference, status: 'fixed', description: 'Done.', at: new Date(newest + 9_999_999), source: 'council' }),
      );
      assert.deepEqual([await count({ closed: false }), await count({ closed: true }), await count({ status: 'fixed' })], [0, 1, 1]);
      await store.transaction<ReportsTables, unknown>(async (trx) => {
        await trx.updateTable('reports_report').set({ description: 'Taken out.' }).where('reference', '=', reference).execute();
        await indexAgain(trx, reference);
      });
      assert.equal(await count({}), 0);
      assert.equal((await findReports(db, { text: 'taken', closed: true }, 25)).rows.length, 1);
    });
  });

  test(`${tested.name}: the index holds nothing of a contact, before it is deleted and after; what a process without the index wrote is put in`, async () => {
    await withStore(await tested.fresh(), async (store, ground) => {
      const db = store.db<ReportsTables>();
      const now = new Date(newest + 3_600_000);
      const rows = spreadReports(1_203).map((row) => ({ ...row, description: 'Has a contact' }));
      await store.transaction<ReportsTables, unknown>(async (trx) => {
        for (let from = 0; from < rows.length; from += 500) {
          const some = rows.slice(from, from + 500);
          await trx.insertInto('reports_report').values(some).execute();
          await indexReports(trx, some);
        }
        for (const [count, { reference }] of rows.entries()) {
          const deleteAt = count === 0 ? now.getTime() + 1 : now.getTime() - count;
          await trx
            .insertInto('reports_contact')
            .values({ reference, name: 'Lil Planted', email: 'planted@example.org', phone: '01632 960001', delete_at: deleteAt })
            .execute();
        }
      });
      const lookFor = async (text: string): Promise<number> => (await findReports(db, { text }, 25)).rows.length;
      for (const text of ['planted', 'lil', '01632 960001']) assert.equal(await lookFor(text), 0, text);
      await deleteContacts({ ground } as Reports, now);
      assert.equal((await db.selectFrom('reports_contact').selectAll().execute()).length, 1, 'all whose time is over, in slices');
      assert.equal(await lookFor('contact'), 25);

      const missed = {
        ...base,
        reference: newReference(),
        description: 'Written by the version before',
        requested_at: newest,
        updated_at: newest,
      };
      await db.insertInto('reports_report').values(missed).execute();
      assert.equal(await lookFor('version before'), 0);
      await indexMissed({ ground } as Reports, now);
      assert.equal(await lookFor('version before'), 1);
    });
  });

  test(`${tested.name}: reports of before the index are in it, and a search is read from it alone`, async () => {
    await withStore(await tested.fresh(), async (store) => {
      const db = store.db<ReportsTables>();
      const untyped = db as unknown as Kysely<unknown>;
      // As a store of the version before.
      await untyped.schema.dropTable('reports_search').execute();
      if (store.dialect === 'sqlite') await untyped.schema.dropTable('reports_search_words').execute();
      for (const name of ['open_updated']) await untyped.schema.dropIndex(`reports_report_${name}`).execute();
      await untyped.schema.dropIndex('reports_forwarding_tokens').execute();
      const rows = spreadReports(1_501).map((row, index) => ({ ...row, description: index === 7 ? 'A needle' : row.description }));
      for (let from = 0; from < rows.length; from += 500)
        await db
          .insertInto('reports_report')
          .values(rows.slice(from, from + 500))
          .execute();
      await store.transaction<unknown, unknown>(async (trx) => migrations['0003_search']?.up(trx as never));
      assert.deepEqual(
        (await findReports(db, { text: 'needle' }, 25)).rows.map(({ reference }) => reference),
        [rows[7]?.reference],
      );
      const inOrder = [...rows].sort((a, b) => b.requested_at - a.requested_at || (a.reference < b.reference ? 1 : -1));
      assert.deepEqual(
        (await findReports(db, { text: 'report' }, 25)).rows.map(({ reference }) => reference),
        inOrder
          .filter(({ description }) => description === 'A report.')
          .slice(0, 25)
          .map(({ reference }) => reference),
      );
      if (store.dialect === 'postgres') await db.executeQuery(CompiledQuery.raw('analyze'));
      const query = searchQuery(db, { text: 'absent' }, 26)?.compile(db);
      assert.ok(query);
      const { rows: lines } = await db.executeQuery<Record<string, unknown>>(
        CompiledQuery.raw(`${store.dialect === 'sqlite' ? 'explain query plan' : 'explain'} ${query.sql}`, [...query.parameters]),
      );
      const plan = lines.map((line) => String(line['detail'] ?? line['QUERY PLAN'])).join('\n');
      assert.match(plan, /VIRTUAL TABLE INDEX|reports_search_by_words/);
      assert.doesNotMatch(plan, /SCAN s\b|Seq Scan|TEMP B-TREE/);
    });
  });
}
