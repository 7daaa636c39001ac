import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { aldermere, createGazetteer, createOsPlaces, gazetteerCsv, startSandbox } from '@council-kit/sandbox';
import { testedStores } from '@council-kit/testing/stores.js';
import { startGateway, type StartedGateway } from '../testing/start-gateway.fixture.ts';
import { importGazetteer } from './import/import-gazetteer.ts';
import { withStore } from './import/with-store.ts';

const size = 6_000;
const theirs = createGazetteer({ size });
const file = join(tmpdir(), `council-gazetteer-${process.pid}.csv`);
await writeFile(file, [...gazetteerCsv({ size })].join(''));
const osPlaces = createOsPlaces({ gazetteer: theirs, keys: { key: 1_000_000 } });
const sandbox = await startSandbox({ platforms: { osPlaces } });
after(async () => {
  await sandbox.stop();
  await rm(file, { force: true });
});

interface Answer {
  total: number;
  addresses: {
    uprn: string;
    singleLine: string;
    lines: string[];
    town: string;
    postcode: string;
    building?: string;
    position?: { latitude: number; longitude: number };
  }[];
}
interface OsAnswer {
  header: { totalresults: number; offset: number; maxresults: number };
  results?: Record<'DPA' | 'LPI', Record<string, unknown>>[];
  error?: { statuscode: number; message: string };
}

for (const store of await testedStores()) {
  describe(`a council’s own gazetteer on ${store.name}`, () => {
    let gateway: StartedGateway;
    let fromOs: StartedGateway;
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'council-gazetteer-'));
      const settings = { dataFolder: folder, ...(await store.fresh()) };
      await withStore(settings, (store) => importGazetteer(store, { file }));
      const council = { name: { en: 'Aldermere', cy: 'Llynwern' }, custodianCodes: [aldermere.custodianCode] };
      gateway = await startGateway({ source: 'gazetteer', council }, { folder, databaseUrl: settings.databaseUrl });
      fromOs = await startGateway({
        source: 'os-places',
        council,
        osPlaces: { url: sandbox.platforms.osPlaces.baseUrl, key: 'key', requestsPerSecond: 1000, clientPerMinute: 60_000 },
      });
    });
    after(async () => {
      await gateway[Symbol.asyncDispose]();
      await fromOs[Symbol.asyncDispose]();
      await rm(folder, { recursive: true, force: true });
    });
    const ask = async (query: string, of = gateway): Promise<Answer> => {
      const answer = await of.get(`/addresses?${query}`);
      assert.equal(answer.status, 200, `${query}: ${answer.text}`);
      return answer.json() as unknown as Answer;
    };

    test('gives, for every postcode and language, what OS Places gives of the same addresses, in the same order', async () => {
      const postcodes = [...theirs.postcodes.keys()].filter((_, index) => index % 3 === 0);
      assert.ok(postcodes.length > 50);
      for (const postcode of postcodes) {
        for (const lang of ['en', 'cy']) {
          const query = `postcode=${postcode}&lang=${lang}&area=anywhere`;
          const [own, os] = await Promise.all([gateway.get(`/addresses?${query}`), fromOs.get(`/addresses?${query}`)]);
          assert.equal(own.status, os.status, query);
          if (own.status !== 200) continue;
          const texts = ({ addresses }: Answer): string[] => addresses.map(({ uprn, singleLine }) => `${uprn} ${singleLine}`);
          assert.deepEqual(texts(own.json() as unknown as Answer), texts(os.json() as unknown as Answer), query);
        }
      }
    });

    test('by UPRN and by position', async () => {
      for (const address of theirs.addresses.filter((one) => one.udprn).filter((_, index) => index % 400 === 0)) {
        const { addresses } = await ask(`uprn=${address.uprn}&area=anywhere`);
        assert.deepEqual(
          addresses.map(({ uprn }) => uprn),
          [address.uprn],
        );
        const { latitude, longitude } = addresses[0]?.position ?? assert.fail();
        const near = await ask(`latitude=${latitude}&longitude=${longitude}&area=anywhere`);
        assert.ok(near.addresses.length > 0);
        const at = near.addresses.filter(({ position }) => position?.latitude === latitude && position.longitude === longitude);
        assert.ok(at.some(({ uprn }) => uprn === address.uprn));
        assert.equal(near.addresses[0]?.position?.latitude, latitude, 'the nearest is first');
      }
    });

    test('by words: every house of one text is found by that text, and first', async () => {
      const plain = theirs.addresses.filter(
        (one) => one.udprn && !one.poBox && one.status === 1 && one.primary.start && !one.secondary && one.custodian === aldermere,
      );
      let asked = 0;
      for (const address of plain.filter((_, index) => index % 97 === 0)) {
        const [listed] = (await ask(`uprn=${address.uprn}`)).addresses;
        if (!listed) continue;
        asked += 1;
        const { addresses } = await ask(`q=${encodeURIComponent(listed.singleLine)}&limit=5`);
        const first = addresses[0];
        assert.equal(first?.singleLine, listed.singleLine);
      }
      assert.ok(asked > 20);
    });

    test('by words that nobody would write, it answers and does not fail', async () => {
      const odd = [
        '%',
        "'; drop table address_load; --",
        '0',
        '12',
        'a',
        '"',
        '\\',
        '🏠',
        'null',
        '1-1-1-1-1',
        'flat',
        'the',
        'ŷŵ',
        `${'mill '.repeat(39)}`,
        '%00x'.slice(3),
        '﷽'.repeat(60),
        'AM1A',
        'AM1A 1',
        '999999 999999 999999',
        'x'.repeat(200),
      ];
      for (const q of odd) {
        const { status, text } = await gateway.get(`/addresses?q=${encodeURIComponent(q)}`);
        assert.ok(status === 200 || status === 404, `${q}: ${status} ${text}`);
      }
      assert.deepEqual((await ask('q=zzzzqqqq')).addresses, []);
    });

    test('in OS Places’ own words it gives OS Places’ own answers', async () => {
      const both = async (question: string): Promise<[OsAnswer, OsAnswer]> => {
        const path = `/os/search/places/v1/${question}`;
        const [own, os] = await Promise.all([gateway.get(path), fromOs.get(path)]);
        assert.equal(own.status, os.status, `${question}: ${own.text}`);
        return [own.json() as unknown as OsAnswer, os.json() as unknown as OsAnswer];
      };
      const tower = [...theirs.postcodes].find(([, list]) => list.length > 100)?.[0] ?? '';
      const some = [...theirs.postcodes.keys()].filter((_, index) => index % 20 === 0);
      const questions = [
        ...some.flatMap((postcode) => [
          `postcode?postcode=${postcode}`,
          `postcode?POSTCODE=${postcode}&DataSet=LPI&lr=EN&output_srs=EPSG:4326`,
        ]),
        `postcode?postcode=${tower}&dataset=DPA&lr=EN&offset=100&maxresults=30`,
        ...theirs.addresses.filter((_, index) => index % 1500 === 7).map(({ uprn }) => `uprn?uprn=${uprn}&dataset=DPA&lr=EN,CY`),
      ];
      for (const question of questions) {
        const [own, os] = await both(question);
        const fields = ({ results }: OsAnswer): unknown[] =>
          (results ?? [])
            .map((result) => result.DPA ?? result.LPI)
            // The file has one name for each building: others, which OS Places has as well (status 3), are not in it.
            .filter((one) => one['LPI_LOGICAL_STATUS_CODE'] !== '3')
            .map(({ UPRN, ADDRESS, POSTCODE, USRN, LNG, STREET_DESCRIPTION, LOGICAL_STATUS_CODE, LOCAL_CUSTODIAN_CODE }) => ({
              UPRN,
              ADDRESS,
              POSTCODE,
              USRN,
              LNG,
              STREET_DESCRIPTION,
              LOGICAL_STATUS_CODE,
              LOCAL_CUSTODIAN_CODE,
            }));
        const listed = new Set(fields(own).map((one) => JSON.stringify(one)));
        for (const one of fields(own))
          assert.ok(
            fields(os).some((other) => JSON.stringify(other) === JSON.stringify(one)),
            `${question}: ${JSON.stringify(one)}`,
          );
        assert.equal(own.header.offset, os.header.offset);
        assert.equal(own.header.maxresults, os.header.maxresults);
        if (question.startsWith('postcode'))
          assert.ok(listed.size > 0 || fields(os).length === 0 || own.header.totalresults < os.header.totalresults, question);
      }
      for (const wrong of [
        'postcode',
        'postcode?postcode=!',
        'uprn?uprn=x',
        'find',
        'postcode?postcode=AM1A1AA&maxresults=101',
        'postcode?postcode=AM1A1AA&offset=-1',
        'postcode?postcode=AM1A1AA&dataset=XYZ',
        'nearest?point=1',
        'find?query=mill&output_srs=MARS',
      ]) {
        const [own, os] = await both(wrong);
        assert.equal(own.error?.statuscode, os.error?.statuscode);
        assert.equal(own.error?.statuscode, 400, wrong);
      }
    });
  });
}
