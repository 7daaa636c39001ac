import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { describe, test } from 'node:test';
import { aldermere, createGazetteer, gazetteerColumns, gazetteerCsv, generateGazetteer, neighbours, type Address } from '../index.ts';
import { writeGazetteer } from './command.ts';
import { settlementsOf } from './settlements.ts';
import { project, toGrid, toWgs84, unproject } from './coordinates.ts';

const addresses = [...generateGazetteer({ size: 6000, seed: 1 })];
const some = (description: string, test: (address: Address) => boolean, least = 1): void => {
  const found = addresses.filter(test).length;
  assert.ok(found >= least, `${description}: ${found}, at least ${least}`);
};

/** RFC 4180, by the letter. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
  }
  rows.pop();
  return rows;
}

describe('coordinates', () => {
  test("Ordnance Survey's worked example, to the millimetre", () => {
    // A guide to coordinate systems in Great Britain, annexe C: 52°39'27.2531"N 1°43'4.5177"E on the Airy ellipsoid.
    const caister = { latitude: 52 + 39 / 60 + 27.2531 / 3600, longitude: 1 + 43 / 60 + 4.5177 / 3600 };
    const { easting, northing } = project(caister);
    assert.ok(Math.abs(easting - 651_409.903) < 0.002 && Math.abs(northing - 313_177.27) < 0.002, `${easting} ${northing}`);
    const back = unproject({ easting: 651_409.903, northing: 313_177.27 });
    assert.ok(Math.abs(back.latitude - caister.latitude) < 1e-8 && Math.abs(back.longitude - caister.longitude) < 1e-8);
  });

  test('WGS84 within five metres of a surveyed point, and there and back within centimetres', () => {
    // OSTN15's test point TP05 on St Mary's (OSTN15_TestInput/OutputFile_ETRStoOSGB): the far corner of the country from this borough.
    const grid = toGrid({ latitude: 49.9222639373, longitude: -6.29977752014 });
    assert.ok(Math.hypot(grid.easting - 91_492.146, grid.northing - 11_318.804) < 5, JSON.stringify(grid));
    const [address] = addresses;
    assert.ok(address);
    const back = toGrid(toWgs84(address));
    assert.ok(
      Math.hypot(back.easting - address.easting, back.northing - address.northing) < 0.1,
      JSON.stringify([back, address.easting, address.northing]),
    );
  });
});

describe('the gazetteer', () => {
  test('exactly as many as asked, no UPRN twice, the same for the same seed and another for another', () => {
    const digest = (size: number, seed: number): string => {
      const hash = createHash('sha256');
      for (const piece of gazetteerCsv({ size, seed })) hash.update(piece);
      return hash.digest('hex');
    };
    assert.equal(addresses.length, 6000);
    assert.equal(new Set(addresses.map(({ uprn }) => uprn)).size, 6000);
    assert.equal(digest(500, 7), digest(500, 7));
    assert.notEqual(digest(500, 7), digest(500, 8));
    for (const size of [1, 5, 99, 100, 401]) assert.equal([...generateGazetteer({ size })].length, size);
    for (const size of [0, 1.5, NaN, 3_000_000]) assert.throws(() => [...generateGazetteer({ size })], RangeError);
  });

  test('it holds everything that makes real addresses hard', () => {
    some('flats with a parent', ({ parent, classification }) => parent !== undefined && classification === 'RD06', 300);
    some('house names', ({ primary }) => primary.text !== undefined && primary.start === undefined, 100);
    some('ranges', ({ primary }) => primary.end !== undefined, 10);
    some('suffixes', ({ primary }) => primary.startSuffix !== undefined, 5);
    some('organisations', ({ organisation }) => organisation !== undefined, 50);
    some('names with a comma or quotation marks', ({ organisation }) => /[",]/.test(organisation ?? ''), 3);
    some('farms', ({ classification }) => classification === 'CA01', 5);
    some('streets with only one name', ({ street }) => street.name.cy === undefined, 100);
    some('Welsh names with accents', ({ street }) => /[âêîôûŵŷ]/i.test(street.name.cy ?? ''), 100);
    some(
      'new builds that Royal Mail does not know',
      (one) => one.udprn === undefined && one.status === 1 && one.classification === 'RD03',
      20,
    );
    some('no postcode yet', ({ postcode }) => postcode === '', 3);
    for (const status of [6, 8, 9]) some(`status ${status}`, (one) => one.status === status);
    some('dependent streets', ({ street }) => street.leadsOff !== undefined, 10);
    some('hamlets', ({ street }) => street.settlement.doubleDependentLocality !== undefined, 50);
    some('PO boxes', ({ poBox }) => poBox !== undefined, 3);
    some('forces', ({ street }) => street.name.en.startsWith('BFPO'), 2);
    some('alternative names', ({ alternative }) => alternative !== undefined, 5);
    const lengths = new Set(addresses.map(({ uprn }) => uprn.length));
    for (const length of [1, 8, 10, 11, 12]) assert.ok(lengths.has(length), `a UPRN of ${length} digits`);
    assert.ok(addresses.every(({ uprn, street }) => /^[1-9]\d{0,11}$/.test(uprn) && /^\d{8}$/.test(street.usrn)));
  });

  test('a building comes before what is in it, under the same postcode', () => {
    const seen = new Set<Address>();
    for (const address of addresses) {
      if (address.parent) {
        assert.ok(seen.has(address.parent));
        assert.equal(address.postcode, address.parent.postcode);
      }
      seen.add(address);
    }
  });

  test('one street name in several towns, and never twice in one place', () => {
    const towns = new Map<string, Set<string>>();
    const usrns = new Map<string, string>();
    for (const { street } of addresses) {
      const { town, locality, postTown } = street.settlement;
      towns.set(street.name.en, (towns.get(street.name.en) ?? new Set()).add(town.en));
      const place = `${street.name.en}|${locality?.en ?? ''}|${town.en}|${postTown.en}`;
      assert.equal(usrns.get(place) ?? street.usrn, street.usrn, place);
      usrns.set(place, street.usrn);
    }
    assert.ok((towns.get('High Street')?.size ?? 0) >= 3);
  });

  test('a tower of more than a hundred under one postcode, and postcodes that straddle the border', () => {
    const gazetteer = createGazetteer({ size: 6000 });
    const counts = [...gazetteer.postcodes.values()].map(({ length }) => length);
    assert.ok(Math.max(...counts) > 100);
    const straddling = [...gazetteer.postcodes.values()].filter((list) => new Set(list.map(({ ward }) => ward.council)).size > 1);
    assert.ok(straddling.length > 0);
    const councils = new Set(addresses.map(({ ward }) => ward.council));
    assert.ok(councils.has(aldermere) && neighbours.some((one) => councils.has(one)));
    const own = addresses.filter(({ ward }) => ward.council === aldermere).length / addresses.length;
    assert.ok(own > 0.8 && own < 1, `${own} are Aldermere's`);
  });

  test('postcodes have the shapes of real ones, in areas that are not', () => {
    for (const { postcode } of addresses) {
      if (postcode !== '') assert.match(postcode, /^(AM|K|BF)\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}$/);
    }
    const shapes = settlementsOf(100_000).map(({ outward }) => outward.replace(/[A-Z]/g, 'A').replace(/\d/g, '9'));
    assert.deepEqual([...new Set(shapes)].sort(), ['A9', 'A99', 'A9A', 'AA9', 'AA99', 'AA9A']);
    const gazetteer = createGazetteer({ size: 6000 });
    for (const code of gazetteer.postcodes.keys()) assert.equal(gazetteer.terminated(code), undefined);
  });

  test('every place lies in the sea round 52.42, -4.62', () => {
    for (const address of addresses) {
      const { latitude, longitude } = toWgs84(address);
      assert.ok(Math.abs(latitude - 52.42) < 0.2 && Math.abs(longitude + 4.62) < 0.3, `${latitude} ${longitude}`);
    }
  });

  test('by place: what is near, nearest first, and what is in a box', () => {
    const gazetteer = createGazetteer({ size: 6000 });
    const place = gazetteer.addresses[3000];
    assert.ok(place);
    const near = gazetteer.within(place, 300);
    const counted = gazetteer.addresses.filter((one) => Math.hypot(one.easting - place.easting, one.northing - place.northing) <= 300);
    assert.equal(near.length, counted.length);
    assert.ok(near.every((one, index) => index === 0 || one.metres >= (near[index - 1]?.metres ?? 0)));
    const least = { easting: place.easting - 400, northing: place.northing - 100 };
    const most = { easting: place.easting + 10, northing: place.northing + 400 };
    const inside = (one: Address) =>
      one.easting >= least.easting && one.easting <= most.easting && one.northing >= least.northing && one.northing <= most.northing;
    assert.equal(gazetteer.inBox(least, most).length, gazetteer.addresses.filter(inside).length);
  });
});

describe('the file', () => {
  const rows = parseCsv([...gazetteerCsv({ size: 6000 })].join(''));
  const [header = [], ...records] = rows;
  const column = (row: readonly string[], name: (typeof gazetteerColumns)[number]): string => row[header.indexOf(name)] ?? '';

  test('a header and a row for every address, each as wide as the header', () => {
    assert.deepEqual(header, [...gazetteerColumns]);
    assert.equal(records.length, 6000);
    for (const row of records) assert.equal(row.length, header.length, row.join());
    assert.deepEqual(
      records.map((row) => column(row, 'UPRN')),
      addresses.map(({ uprn }) => uprn),
    );
    assert.deepEqual(
      records.map((row) => column(row, 'LA_ORGANISATION')),
      addresses.map(({ organisation }) => organisation?.toUpperCase() ?? ''),
    );
  });

  test("Royal Mail's words where it delivers, and the council's everywhere", () => {
    for (const row of records) {
      assert.notEqual(column(row, 'STREET_DESCRIPTION'), '');
      assert.notEqual(column(row, 'TOWN_NAME'), '');
      assert.equal(column(row, 'POSTCODE') === '', column(row, 'UDPRN') === '');
      assert.match(column(row, 'LAST_UPDATE_DATE'), /^20\d\d-\d\d-\d\d$/);
      assert.ok(!/[ÂÊÎÔÛŴŶ]/.test(column(row, 'WELSH_THOROUGHFARE')), 'Royal Mail writes no circumflex');
      assert.ok(!/[A-Z-]/.test(column(row, 'BUILDING_NUMBER')), '12A and 1-3 are building names');
    }
    const range = records.find((row) => column(row, 'PAO_END_NUMBER') !== '' && column(row, 'UDPRN') !== '');
    assert.ok(range && column(range, 'BUILDING_NAME').includes('-'));
    const welsh = records.filter((row) => column(row, 'ALT_LANGUAGE_STREET_DESCRIPTOR') !== '');
    assert.ok(welsh.length > 3000);
  });

  test('the command writes the same file, and says what is wrong with a setting', async () => {
    const output = new PassThrough();
    const read = output.setEncoding('utf8').toArray();
    await writeGazetteer(['--size', '300', '--seed', '5'], output);
    output.end();
    assert.equal((await read).join(''), [...gazetteerCsv({ size: 300, seed: 5 })].join(''));
    await assert.rejects(writeGazetteer(['--size', 'many'], new PassThrough()), /--size must be a whole number/);
    await assert.rejects(writeGazetteer(['--size', '0'], new PassThrough()), /from 1 to 2,000,000/);
  });
});
