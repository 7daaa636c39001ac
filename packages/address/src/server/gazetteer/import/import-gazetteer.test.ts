import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { gazetteerCsv } from '@council-kit/sandbox';
import { testedStores } from '@council-kit/testing/stores.js';
import { Gazetteer } from '../gazetteer.ts';
import type { GazetteerTables } from '../tables.ts';
import { importGazetteer, type ImportOptions, type Imported } from './import-gazetteer.ts';
import { withStore } from './with-store.ts';

const folder = await mkdtemp(join(tmpdir(), 'council-import-'));
after(() => rm(folder, { recursive: true, force: true }));

let files = 0;
async function fileOf(content: string | Buffer): Promise<string> {
  const file = join(folder, `${(files += 1)}.csv`);
  await writeFile(file, content);
  return file;
}

const header = 'UPRN,PAO_START_NUMBER,STREET_DESCRIPTION,TOWN_NAME,POSTCODE_LOCATOR,LATITUDE,LONGITUDE,LOGICAL_STATUS';
const row = (
  uprn: number | string,
  rest: Partial<Record<'number' | 'street' | 'postcode' | 'latitude' | 'longitude' | 'status', string>> = {},
): string =>
  [
    uprn,
    rest.number ?? '1',
    rest.street ?? 'MILL LANE',
    'ALDERMERE',
    rest.postcode ?? 'AM1 1AA',
    rest.latitude ?? '52.4',
    rest.longitude ?? '-4.6',
    rest.status ?? '1',
  ].join(',');
const lines = (...rows: string[]): string => [header, ...rows].join('\r\n') + '\r\n';

for (const store of await testedStores()) {
  describe(`importing a gazetteer into ${store.name}`, async () => {
    const settings = { dataFolder: await mkdtemp(join(folder, 'store-')), ...(await store.fresh()) };
    const load = (content: string | Buffer, options: Partial<ImportOptions> = {}): Promise<{ imported: Imported; uprns: string[] }> =>
      withStore(settings, async (store) => {
        const imported = await importGazetteer(store, { file: await fileOf(content), ...options });
        return { imported, uprns: await currentUprns(store) };
      });

    async function currentUprns(store: ConstructorParameters<typeof Gazetteer>[0]): Promise<string[]> {
      const gazetteer = new Gazetteer(store);
      const current = await gazetteer.current();
      if (current === undefined) return [];
      return (await gazetteer.byPostcode(current, 'AM11AA')).map((property) => property.row.UPRN).sort();
    }

    test('rows become addresses; another import takes their place in one step', async () => {
      const first = await load(lines(row(1), row('000000000002', { number: '2' }), row(3, { postcode: 'am1-1aa' })));
      assert.deepEqual([first.imported.outcome, first.uprns], ['loaded', ['1', '2', '3']]);
      const second = await load(lines(row(4)));
      assert.deepEqual([second.imported.outcome, second.uprns], ['loaded', ['4']]);
    });

    test('a broken row in the middle is said with its line number, and nothing is loaded', async () => {
      const before = await load(lines(row(4)));
      assert.deepEqual(before.uprns, ['4']);
      const broken = [
        row(11),
        `"12,1,MILL LANE,ALDERMERE,AM1 1AA,52.4,-4.6,1`,
        row(13),
        '14,too,few',
        row('x15'),
        row(16, { postcode: 'NOWHERE' }),
        row(17, { latitude: '61.5' }),
        row(18, { longitude: '10' }),
        row(19, { status: '4' }),
        row(20, { number: 'twelve' }),
        row(13),
        row(21, { latitude: '1e1' }),
        row(22, { street: 'THE "OLD" MILL' }),
      ];
      const { imported, uprns } = await load(lines(...broken));
      assert.equal(imported.outcome, 'refused');
      assert.ok(imported.outcome === 'refused');
      assert.deepEqual(
        imported.said.map(({ line }) => line),
        [3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
      );
      assert.deepEqual(
        imported.said.map(({ problem }) => problem),
        [
          'a quotation mark is not closed',
          'it has 3 values instead of 8',
          'UPRN must be 1 to 12 digits: "x15"',
          'POSTCODE_LOCATOR is not a postcode: "NOWHERE"',
          'LATITUDE is outside the country: "61.5"',
          'LONGITUDE is outside the country: "10"',
          'LOGICAL_STATUS must be 1, 3, 5, 6, 7, 8 or 9: "4"',
          'PAO_START_NUMBER must be a number: "twelve"',
          'UPRN 13 was in line 4 already',
          'LATITUDE must be a number: "1e1"',
          'a quotation mark stands inside a value. Put the whole value in quotation marks, and write those inside twice',
        ],
      );
      assert.deepEqual(uprns, ['4'], 'the gazetteer before is still there');

      const skipped = await load(lines(...broken), { skipBroken: true });
      assert.ok(skipped.imported.outcome === 'loaded');
      assert.deepEqual([skipped.imported.rows, skipped.imported.broken, skipped.uprns], [2, 11, ['11', '13']]);
      assert.equal(skipped.imported.said.length, 11);
    });

    test('text in another encoding is said, with the way to read it', async () => {
      const latin = Buffer.concat([
        Buffer.from(`${header}\r\n`),
        Buffer.from(row(1, { street: 'FFORDD Y M\u00d4R' }), 'latin1'),
        Buffer.from('\r\n'),
      ]);
      const wrong = await load(latin);
      assert.ok(wrong.imported.outcome === 'refused');
      assert.match(wrong.imported.said[0]?.problem ?? '', /--encoding windows-1252/);
      const right = await load(latin, { encoding: 'windows-1252' });
      assert.equal(right.imported.outcome, 'loaded');
      await withStore(settings, async (store) => {
        const gazetteer = new Gazetteer(store);
        const [found] = await gazetteer.byPostcode((await gazetteer.current()) ?? 0, 'AM11AA');
        assert.equal(found?.row.STREET_DESCRIPTION, 'FFORDD Y MÔR');
      });
    });

    test('what is no gazetteer at all is said in a sentence', async () => {
      const cases: [string | Buffer, RegExp][] = [
        ['', /empty/],
        [`${header}\r\n`, /no rows/],
        ['name,age\r\nJane,40\r\n', /among them UPRN and STREET_DESCRIPTION and POSTCODE_LOCATOR/],
        [Buffer.from(`\uFEFF${lines(row(1))}`, 'utf16le'), /UTF-16/],
        [Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]), /UTF-16|ZIP/],
        [Buffer.from([0x1f, 0x8b, 8, 1, 1, 1]), /gzip/],
        [`${header.replaceAll(',', ';')}\r\n`, /separated by semicolons/],
        [`${header},Town\r\n`, /Two of its columns are TOWN_NAME/],
      ];
      for (const [content, problem] of cases) {
        const { imported, uprns } = await load(content);
        assert.ok(imported.outcome === 'unreadable', String(content).slice(0, 30));
        assert.match(imported.problem, problem);
        assert.deepEqual(uprns, ['1'], 'nothing was changed');
      }
    });

    test('a byte order mark, other line ends, quotes, a missing last line end and columns of another order are all read', async () => {
      const content =
        '\uFEFFStreet Descriptor,uprn,"Postcode Locator",TOWN\n"MILL, ""OLD"" LANE",5,AM1 1AA,ALDERMERE\n\n,,,\n"", ,"",\nCHURCH ROAD,6,AM1 1AA,ALDERMERE';
      const { imported, uprns } = await load(content);
      assert.deepEqual([imported.outcome, uprns], ['loaded', ['5', '6']]);
      await withStore(settings, async (store) => {
        const gazetteer = new Gazetteer(store);
        const found = await gazetteer.byUprn((await gazetteer.current()) ?? 0, '5');
        assert.equal(found?.row.STREET_DESCRIPTION, 'MILL, "OLD" LANE');
      });
    });

    test('a file without line ends breaks one row, not the memory', async () => {
      const { imported } = await load(`${header}\r\n${'x'.repeat(3_000_000)}\r\n${row(7)}\r\n`, { skipBroken: true });
      assert.ok(imported.outcome === 'loaded');
      assert.deepEqual([imported.rows, imported.broken, imported.said[0]?.line], [1, 1, 2]);
    });

    test('an import that was stopped goes on where it was, and the result is that of one that was not', async () => {
      const whole = [...gazetteerCsv({ size: 9_000 })].join('');
      const file = await fileOf(whole);
      const stop = new AbortController();
      let before = 0;
      await withStore(settings, async (store) => {
        const stopped = await importGazetteer(store, { file, signal: stop.signal, progress: () => stop.abort() });
        assert.ok(stopped.outcome === 'stopped');
        assert.ok(stopped.rows > 0 && stopped.rows < 9_000, String(stopped.rows));
        before = stopped.rows;
        // Meanwhile nobody else may begin; of one that was killed, not before a minute has passed.
        await store
          .db<GazetteerTables>()
          .updateTable('address_load')
          .set({ touched_at: Date.now() })
          .where('state', '=', 'loading')
          .execute();
        const other = await fileOf(lines(row(8)));
        assert.equal((await importGazetteer(store, { file: other })).outcome, 'busy');
        await store
          .db<GazetteerTables>()
          .updateTable('address_load')
          .set({ touched_at: Date.now() - 61_000 })
          .where('state', '=', 'loading')
          .execute();
        assert.deepEqual(await currentUprns(store), ['7'], 'meanwhile the one before answers');
      });
      await withStore(settings, async (store) => {
        let begun: number | undefined;
        const imported = await importGazetteer(store, { file, progress: ({ rows }) => (begun ??= rows) });
        assert.ok(imported.outcome === 'loaded');
        assert.equal(imported.rows, 9_000);
        assert.ok((begun ?? 0) > before, 'it did not begin anew');
        const gazetteer = new Gazetteer(store);
        const one = await gazetteer.byUprn(imported.load, whole.split('\r\n').at(-3)?.split(',')[0] ?? '');
        assert.ok(one);
        assert.deepEqual(await gazetteer.streetsAfter(imported.load, 1_000_000, 1), []);
      });
    });
  });
}
