import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { importGazetteer } from '../import/import-gazetteer.ts';
import { startGateway, type StartedGateway } from '../../testing/start-gateway.fixture.ts';
import { withStore } from '../import/with-store.ts';
import { editDistance, soundOf } from './likeness.ts';
import { readQuestion } from './question.ts';

const columns = [
  'UPRN',
  'LA_ORGANISATION',
  'SAO_TEXT',
  'SAO_START_NUMBER',
  'PAO_TEXT',
  'PAO_START_NUMBER',
  'PAO_START_SUFFIX',
  'PAO_END_NUMBER',
  'STREET_DESCRIPTION',
  'ALT_LANGUAGE_STREET_DESCRIPTOR',
  'LOCALITY',
  'TOWN_NAME',
  'POSTCODE_LOCATOR',
] as const;
type Row = Partial<Record<(typeof columns)[number], string>>;
const mill: Row = { STREET_DESCRIPTION: 'MILL LANE', ALT_LANGUAGE_STREET_DESCRIPTOR: 'LÔN Y FELIN', POSTCODE_LOCATOR: 'AM1 1AA' };
const heron: Row = { ...mill, PAO_TEXT: 'HERON COURT', PAO_START_NUMBER: '14', POSTCODE_LOCATOR: 'AM1 1AG' };
const station: Row = { STREET_DESCRIPTION: 'STATION CRESCENT', POSTCODE_LOCATOR: 'AM1 1AE' };
const north: Row = { LOCALITY: 'NORTHFIELD', POSTCODE_LOCATOR: 'AM5 1AA' };
const properties: Row[] = [
  { ...mill, PAO_START_NUMBER: '1' },
  { ...mill, PAO_START_NUMBER: '2' },
  { ...mill, PAO_START_NUMBER: '12' },
  { ...mill, PAO_START_NUMBER: '12', PAO_START_SUFFIX: 'A' },
  { STREET_DESCRIPTION: 'MILL ROAD', PAO_START_NUMBER: '12', POSTCODE_LOCATOR: 'AM1 1AB' },
  { ...north, STREET_DESCRIPTION: 'OLD MILL LANE', PAO_START_NUMBER: '12' },
  { ...north, STREET_DESCRIPTION: 'MILL LANE', PAO_START_NUMBER: '12', POSTCODE_LOCATOR: 'AM5 1AB' },
  { ...heron, SAO_TEXT: 'FLAT 1' },
  { ...heron, SAO_TEXT: 'FLAT 2' },
  { ...heron, SAO_START_NUMBER: '3' },
  { STREET_DESCRIPTION: "ST DAVID'S STREET", PAO_TEXT: "ST MARY'S COTTAGE", POSTCODE_LOCATOR: 'AM1 1AD' },
  { ...station, LA_ORGANISATION: 'JONES & SONS', PAO_START_NUMBER: '20', PAO_END_NUMBER: '22' },
  { ...station, SAO_TEXT: 'BASEMENT FLAT', PAO_START_NUMBER: '24' },
  { STREET_DESCRIPTION: 'FFORDD Y MÔR', PAO_TEXT: 'PEN-Y-BRYN', POSTCODE_LOCATOR: 'AM1 1AF' },
  { STREET_DESCRIPTION: 'MEADOW WAY', PAO_TEXT: 'PLOT 7' },
];
const rows = properties.map((row, index) => {
  const whole: Row = { LOCALITY: 'STOWE', TOWN_NAME: 'ALDERMERE', ...row, UPRN: String(101 + index) };
  return columns.map((column) => whole[column] ?? '').join(',');
});

let folder: string;
let gateway: StartedGateway;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'council-search-'));
  const file = join(folder, 'gazetteer.csv');
  await writeFile(file, [columns.join(','), ...rows].join('\r\n'));
  const imported = await withStore({ dataFolder: folder }, (store) => importGazetteer(store, { file }));
  assert.equal(imported.outcome, 'loaded', JSON.stringify(imported));
  gateway = await startGateway({ source: 'gazetteer' }, { folder });
});
after(async () => {
  await gateway[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const first: Record<string, string> = {
  '12 mill lane stowe': '103',
  '12 mill la stowe': '103',
  '12, Mill Ln., Stowe': '103',
  'MILL LANE 12 STOWE': '103',
  'stowe mill lane 12': '103',
  '12 mll lane stowe': '103',
  '12 mill lnae stowe': '103',
  '12 mill lane am1 1aa': '103',
  'am11aa 12': '103',
  '12 mill lane am1': '103',
  '12a mill lane': '104',
  '12 a mill lane stowe': '104',
  '12 mill rd': '105',
  '12 old mill lane': '106',
  '12 mill lane northfield': '107',
  '12 mill lane am5': '107',
  '12 mill lane northfeild': '107',
  '12 lon y felin': '103',
  'flat 2 heron court': '109',
  'flt 2 heron ct': '109',
  '2 heron court 14 mill lane': '109',
  'heron court flat 2': '109',
  'flat 2, 14 mill lane': '109',
  '3 heron court': '110',
  'apartment 3 herron court': '110',
  'st marys cottage': '111',
  "saint mary's cott, st davids st": '111',
  'jones and sons': '112',
  '20-22 station cres': '112',
  '22 station crescent': '112',
  '21 station cresent': '112',
  'jones station crescent': '112',
  'basement flat 24 station cresc': '113',
  '24 station crescent': '113',
  'pen y bryn': '114',
  'penybryn ffordd y mor': '114',
  'plot 7 meadow way': '115',
};
for (const [typed, uprn] of Object.entries(first)) {
  test(`“${typed}” means what a postman would think`, async () => {
    const { status, json } = await gateway.get(`/addresses?q=${encodeURIComponent(typed)}&limit=5`);
    assert.equal(status, 200);
    const { addresses } = json() as { addresses: { uprn: string; singleLine: string }[] };
    assert.equal(addresses[0]?.uprn, uprn, addresses.map((address) => `${address.uprn} ${address.singleLine}`).join('\n'));
  });
}

test('what was typed is taken apart as it was meant', () => {
  const numbers = (text: string) => readQuestion(text).numbers.map(({ number, suffix, end, isUnit }) => [number, suffix, end, isUnit]);
  assert.deepEqual(numbers('flat 3, 12-14 mill lane'), [
    [3, '', undefined, true],
    [12, '', 14, false],
  ]);
  assert.deepEqual(numbers('12 b mill lane'), [[12, 'b', undefined, false]]);
  assert.deepEqual(numbers('7 E Cl'), [[7, '', undefined, false]]);
  assert.deepEqual(numbers('flat12 mill lane'), [[12, '', undefined, true]]);
  assert.deepEqual(readQuestion('1st floor').words, ['1st', 'floor']);
  assert.equal(readQuestion('12 mill lane am5').outward, 'AM5');
  assert.equal(readQuestion('12 mill lane, AM1A 1JT').postcode, 'AM1A1JT');
  assert.equal(readQuestion('mill ').unfinished, false);
  assert.deepEqual(readQuestion('the').words, ['the']);
});

test('slips are counted as people make them', () => {
  for (const [one, other, slips] of [
    ['mill', 'mill', 0],
    ['mill', 'mlil', 1],
    ['mill', 'mil', 1],
    ['mill', 'milll', 1],
    ['mill', 'hill', 1],
    ['lane', 'line', 1],
    ['crescent', 'cresent', 1],
    ['mill', 'moll lane', 4],
  ] as const)
    assert.equal(editDistance(one, other, 3), slips, `${one} ${other}`);
  for (const [one, other] of [
    ['phillips', 'fillips'],
    ['meer', 'mere'],
    ['knight', 'nite'],
    ['crescent', 'cresent'],
  ] as const)
    assert.equal(soundOf(one), soundOf(other), `${one} ${other}`);
});
