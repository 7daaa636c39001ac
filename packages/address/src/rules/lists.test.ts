import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressByHand, editByHand } from './by-hand.ts';
import { withoutShouting } from './capitals.ts';
import { addressFilter } from './filter.ts';
import { groupByBuilding } from './group.ts';
import { byProperty, listedAddress } from './listed-address.ts';
import type { Address } from '../contract/address.ts';

const chosen: Address = {
  lines: ['12 Mill Lane'],
  town: 'Aldermere',
  postcode: 'AM1 1AA',
  source: 'LPI',
  uprn: '100012345678',
  usrn: '4400123',
  position: { latitude: 52.4, longitude: -4.6 },
  classification: 'RD04',
  custodian: { code: 6991 },
};

test('whoever changes any part by hand changes what is known: UPRN, position and all that came with them go', () => {
  for (const changed of [
    { lines: ['12A Mill Lane'] },
    { town: 'Stowe' },
    { postcode: 'AM1 1AB' },
    { lines: ['12 Mill Lane', 'Stowe'] },
    { postcode: '' },
  ]) {
    const edited = editByHand(chosen, changed);
    assert.equal(edited.source, 'by-hand');
    assert.deepEqual(Object.keys(edited).sort(), ['lines', 'postcode', 'source', 'town']);
  }
  for (const same of [{}, { postcode: 'am11aa' }, { lines: [' 12  Mill Lane ', ''] }, { town: 'Aldermere ' }])
    assert.equal(editByHand(chosen, same), chosen);
  assert.deepEqual(addressByHand({ lines: [' 1  Rue de la Paix ', ''], town: 'Paris', postcode: '75002' }), {
    lines: ['1 Rue de la Paix'],
    town: 'Paris',
    postcode: '75002',
    source: 'by-hand',
  });
});

test('a list narrows to the addresses that every word typed begins a word of', () => {
  const list = ['1 Mill Lane', '10 Mill Lane', '12 Mill Lane', 'Flat 1, St. Mary’s House, Pen-y-bryn', 'Tŷ Gwyn, Mill Road'].map(
    (singleLine) => ({ singleLine }),
  );
  const filter = addressFilter(list);
  const found = (typed: string): string[] => filter(typed).map(({ singleLine }) => singleLine);
  assert.equal(found('').length, 5);
  assert.deepEqual(found('1'), ['1 Mill Lane', '10 Mill Lane', '12 Mill Lane', 'Flat 1, St. Mary’s House, Pen-y-bryn']);
  assert.deepEqual(found('1 '), ['1 Mill Lane', 'Flat 1, St. Mary’s House, Pen-y-bryn']);
  assert.deepEqual(found('1 mil'), ['1 Mill Lane']);
  assert.deepEqual(found('12'), ['12 Mill Lane']);
  assert.deepEqual(found('la mill 12'), ['12 Mill Lane']);
  assert.deepEqual(found('st marys'), ['Flat 1, St. Mary’s House, Pen-y-bryn']);
  assert.deepEqual(found('PEN-Y'), ['Flat 1, St. Mary’s House, Pen-y-bryn']);
  assert.deepEqual(found('ty gw'), ['Tŷ Gwyn, Mill Road']);
  assert.deepEqual(found('xyz'), []);
  assert.equal(found('').length, 5);
});

test('typing key by key finds what typing at once finds', () => {
  const list = Array.from({ length: 300 }, (_, index) => ({
    singleLine: `${index % 40} ${['Mill', 'Church', 'Station'][index % 3]} ${['Lane', 'Road'][index % 2]}, Stowe`,
  }));
  const asTyped = addressFilter(list);
  for (const text of ['12 mill la', '1 chu', '3 sta road st', 'lane 1', '2  ', '21 church', '2']) {
    for (let end = 0; end <= text.length; end += 1) {
      const typed = text.slice(0, end);
      assert.deepEqual(asTyped(typed), addressFilter(list)(typed), `“${typed}”`);
    }
  }
});

test('flats stand under their building, a building of one does not', () => {
  const list = [
    { uprn: '1' },
    { uprn: '2', building: 'Heron Court' },
    { uprn: '3', building: 'Heron Court' },
    { uprn: '4', building: 'Otter House' },
    { uprn: '5' },
  ];
  assert.deepEqual(
    groupByBuilding(list).map(({ building, addresses }) => [building, ...addresses.map(({ uprn }) => uprn)]),
    [
      [undefined, '1'],
      ['Heron Court', '2', '3'],
      [undefined, '4', '5'],
    ],
  );
});

test('text in capitals is written as people write it', () => {
  const cases: Record<string, string> = {
    'GLAN-YR-AFON': 'Glan-yr-afon',
    "ST MARY'S": "St Mary's",
    "O'CONNOR & SONS LTD": "O'Connor & Sons Ltd",
    'STOW-ON-THE-WOLD': 'Stow-on-the-Wold',
    'THE OLD MILL': 'The Old Mill',
    'Y LLEW COCH': 'Y Llew Coch',
    'FFORDD Y MÔR': 'Ffordd y Môr',
    '12A': '12A',
    'MCDONALD ROAD': 'McDonald Road',
    '21ST CENTURY WAY': '21st Century Way',
    'BWTHYN Y RHOSYN': 'Bwthyn y Rhosyn',
    'NHS CLINIC': 'NHS Clinic',
    'McAllister Street': 'McAllister Street',
    "RHODFA'R ONNEN": "Rhodfa'r Onnen",
    'FLAT A': 'Flat A',
    'FLAT B': 'Flat B',
    'FLAT O': 'Flat O',
    'FLAT Y': 'Flat Y',
    'FLAT AC': 'Flat AC',
    'FLAT AR': 'Flat AR',
    'FLAT A/B': 'Flat A/B',
    'FLATS A AND B': 'Flats A and B',
    'BLOCK A': 'Block A',
    'BLOCK A, HERON COURT': 'Block A, Heron Court',
    'BLOCK A HERON COURT': 'Block A Heron Court',
    'UNIT Y, THE OLD MILL': 'Unit Y, The Old Mill',
    'APARTMENT O': 'Apartment O',
    'FFLAT A': 'Fflat A',
    'UNED AC': 'Uned AC',
    'HERON COURT (BLOCK A)': 'Heron Court (Block A)',
    'FLAT ON THE FIRST FLOOR': 'Flat on the First Floor',
    'FLAT OVER SHOP': 'Flat over Shop',
    'FLAT Y MÔR': 'Flat Y Môr',
    'TŶ AR Y BRYN': 'Tŷ ar y Bryn',
    'TŶ A GARDD': 'Tŷ a Gardd',
    'TŶ DAN Y COED': 'Tŷ dan y Coed',
    'PEN-Y-BRYN': 'Pen-y-bryn',
    'HENRY VIII WAY': 'Henry VIII Way',
    'GEORGE V AVENUE': 'George V Avenue',
    'ELIZABETH II SQUARE': 'Elizabeth II Square',
    'PHASE XII': 'Phase XII',
    'BLOCK XIV': 'Block XIV',
    'IVF CLINIC': 'IVF Clinic',
    'IVY COTTAGE': 'Ivy Cottage',
    'CIVIC MIX': 'Civic Mix',
    'NSPCC SHOP': 'NSPCC Shop',
    'CWM DRIVE': 'Cwm Drive',
  };
  for (const [shouted, written] of Object.entries(cases)) assert.equal(withoutShouting(shouted), written);
});

test('the records of a property make one address, with the best text', () => {
  const dpa = {
    UPRN: '00010',
    BUILDING_NUMBER: '12',
    THOROUGHFARE_NAME: 'MILL LANE',
    DEPENDENT_LOCALITY: 'STOWE',
    POST_TOWN: 'ALDERMERE',
    POSTCODE: 'AM1 1AA',
    LANGUAGE: 'EN',
  };
  const lpi = {
    UPRN: '10',
    PAO_START_NUMBER: '12',
    STREET_DESCRIPTION: 'MILL LANE',
    TOWN_NAME: 'STOWE',
    POSTCODE_LOCATOR: 'AM1 1AA',
    USRN: '04400123',
    LANGUAGE: 'EN',
    CLASSIFICATION_CODE: 'RD04',
    LOCAL_CUSTODIAN_CODE: 6991,
    LAT: 52.4,
    LNG: -4.6,
    LPI_LOGICAL_STATUS_CODE: '1',
  };
  const welsh = { ...lpi, LANGUAGE: 'CY', STREET_DESCRIPTION: 'LÔN Y FELIN', TOWN_NAME: 'STOWE' };
  const name = (code: number) => ({ code, name: 'Aldermere' });
  const [property] = byProperty([{ DPA: dpa }, { LPI: lpi }, { LPI: welsh }]);
  assert.ok(property);
  const english = listedAddress(property, 'en', name)?.address;
  assert.deepEqual(english, {
    lines: ['12 Mill Lane', 'Stowe'],
    town: 'Aldermere',
    postcode: 'AM1 1AA',
    source: 'DPA',
    uprn: '10',
    usrn: '4400123',
    position: { latitude: 52.4, longitude: -4.6 },
    classification: 'RD04',
    custodian: { code: 6991, name: 'Aldermere' },
    singleLine: '12 Mill Lane, Stowe, Aldermere, AM1 1AA',
    language: 'en',
  });
  const cymraeg = listedAddress(property, 'cy', name)?.address;
  assert.deepEqual([cymraeg?.lines, cymraeg?.source, cymraeg?.language], [['12 Lôn y Felin'], 'LPI', 'cy']);

  const alone = (records: Parameters<typeof byProperty>[0]) =>
    listedAddress(byProperty(records)[0] ?? { dpa: [], lpi: [] }, 'en', name)?.address;
  assert.equal(alone([{ LPI: lpi }])?.source, 'LPI');
  assert.equal(alone([{ DPA: dpa }])?.usrn, undefined);
  assert.equal(alone([{ LPI: { ...lpi, LPI_LOGICAL_STATUS_CODE: '6', LOGICAL_STATUS_CODE: '6' } }])?.provisional, true);
  // Nobody lives there.
  assert.equal(alone([{ LPI: { ...lpi, LPI_LOGICAL_STATUS_CODE: '8' } }, { DPA: dpa }]), undefined);
  assert.equal(alone([{ LPI: { ...lpi, POSTAL_ADDRESS_CODE: 'N' } }]), undefined);
  assert.equal(alone([{ LPI: { ...lpi, LOCAL_CUSTODIAN_CODE: 7655 } }]), undefined);
});
