import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DpaRecord, LpiRecord } from './os-record.ts';
import { buildingOf, linesOf } from './premises.ts';
import { premisesOfDpa, premisesOfLpi } from './premises-of-record.ts';

const dpa = (record: Partial<DpaRecord>): string[] =>
  linesOf(premisesOfDpa({ UPRN: '1', POST_TOWN: 'ALDERMERE', POSTCODE: 'AM1 1AA', ...record }));
const lpi = (record: Partial<LpiRecord>): string[] =>
  linesOf(premisesOfLpi({ UPRN: '1', TOWN_NAME: 'ALDERMERE', POSTCODE_LOCATOR: 'AM1 1AA', ...record }));

test('a Royal Mail record is written as Royal Mail writes it: the rules of its Programmers’ Guide, one by one', () => {
  // Rule 1: organisation alone.
  assert.deepEqual(dpa({ ORGANISATION_NAME: 'LEDA ENGINEERING LTD', DEPENDENT_LOCALITY: 'APPLEFORD' }), [
    'Leda Engineering Ltd',
    'Appleford',
  ]);
  // Rule 2: number.
  assert.deepEqual(dpa({ BUILDING_NUMBER: '1', THOROUGHFARE_NAME: 'ACACIA AVENUE' }), ['1 Acacia Avenue']);
  // Rule 3: name; a name like 1A stands on the street's line.
  assert.deepEqual(dpa({ BUILDING_NAME: 'THE MANOR', THOROUGHFARE_NAME: 'UPPER HILL' }), ['The Manor', 'Upper Hill']);
  assert.deepEqual(dpa({ BUILDING_NAME: '1A', DEPENDENT_THOROUGHFARE_NAME: 'SEASTONE COURT', THOROUGHFARE_NAME: 'STATION ROAD' }), [
    '1A Seastone Court',
    'Station Road',
  ]);
  assert.deepEqual(dpa({ BUILDING_NAME: '1-3', THOROUGHFARE_NAME: 'MILL LANE' }), ['1-3 Mill Lane']);
  assert.deepEqual(dpa({ BUILDING_NAME: 'A', THOROUGHFARE_NAME: 'HIGH STREET' }), ['A High Street']);
  // Exception iv: a range at the end of a name is the street's; a unit's is its own.
  assert.deepEqual(dpa({ BUILDING_NAME: 'VICTORIA HOUSE 15-17', THOROUGHFARE_NAME: 'HIGH STREET' }), [
    'Victoria House',
    '15-17 High Street',
  ]);
  assert.deepEqual(dpa({ BUILDING_NAME: 'UNIT 3-4', THOROUGHFARE_NAME: 'HIGH STREET' }), ['Unit 3-4', 'High Street']);
  // Rule 4: name and number.
  assert.deepEqual(dpa({ BUILDING_NAME: 'VICTORIA HOUSE', BUILDING_NUMBER: '15', THOROUGHFARE_NAME: 'THE STREET' }), [
    'Victoria House',
    '15 The Street',
  ]);
  // Rule 5: part and number.
  assert.deepEqual(dpa({ SUB_BUILDING_NAME: 'FLAT 1', BUILDING_NUMBER: '12', THOROUGHFARE_NAME: 'LIME TREE AVENUE' }), [
    'Flat 1',
    '12 Lime Tree Avenue',
  ]);
  // Rule 6: part and name, of which either may be like a number.
  assert.deepEqual(dpa({ SUB_BUILDING_NAME: '10B', BUILDING_NAME: 'BARRY JACKSON TOWER', THOROUGHFARE_NAME: 'ESTONE WALK' }), [
    '10B Barry Jackson Tower',
    'Estone Walk',
  ]);
  assert.deepEqual(dpa({ SUB_BUILDING_NAME: 'CARETAKERS FLAT', BUILDING_NAME: '110-114', THOROUGHFARE_NAME: 'HIGH STREET WEST' }), [
    'Caretakers Flat',
    '110-114 High Street West',
  ]);
  assert.deepEqual(dpa({ SUB_BUILDING_NAME: 'STABLES FLAT', BUILDING_NAME: 'THE MANOR', THOROUGHFARE_NAME: 'UPPER HILL' }), [
    'Stables Flat',
    'The Manor',
    'Upper Hill',
  ]);
  // Rule 7: all three.
  assert.deepEqual(dpa({ SUB_BUILDING_NAME: '2B', BUILDING_NAME: 'THE TOWER', BUILDING_NUMBER: '27', THOROUGHFARE_NAME: 'JOHN STREET' }), [
    '2B The Tower',
    '27 John Street',
  ]);
  assert.deepEqual(
    dpa({ SUB_BUILDING_NAME: 'BASEMENT FLAT', BUILDING_NAME: 'VICTORIA HOUSE', BUILDING_NUMBER: '15', THOROUGHFARE_NAME: 'THE STREET' }),
    ['Basement Flat', 'Victoria House', '15 The Street'],
  );
  assert.deepEqual(dpa({ PO_BOX_NUMBER: '61', ORGANISATION_NAME: 'ROBINSONS' }), ['Robinsons', 'PO Box 61']);
  assert.deepEqual(dpa({ BUILDING_NUMBER: '1', DOUBLE_DEPENDENT_LOCALITY: 'TREF ISAF', DEPENDENT_LOCALITY: 'TREF UCHAF' }), [
    '1 Tref Isaf',
    'Tref Uchaf',
  ]);
});

test('a BS 7666 record is written by the same rules', () => {
  assert.deepEqual(
    lpi({
      SAO_START_NUMBER: '3',
      PAO_TEXT: 'HERON COURT',
      PAO_START_NUMBER: '12',
      STREET_DESCRIPTION: 'MILL LANE',
      LOCALITY_NAME: 'STOWE',
    }),
    ['3 Heron Court', '12 Mill Lane', 'Stowe'],
  );
  assert.deepEqual(
    lpi({
      SAO_TEXT: 'FLAT',
      SAO_START_NUMBER: '3',
      SAO_START_SUFFIX: 'A',
      PAO_START_NUMBER: '1',
      PAO_END_NUMBER: '3',
      STREET_DESCRIPTION: 'MILL LANE',
    }),
    ['Flat 3A', '1-3 Mill Lane'],
  );
  assert.deepEqual(lpi({ PAO_TEXT: 'BRYN AWEL', STREET_DESCRIPTION: 'FFORDD Y MÔR' }), ['Bryn Awel', 'Ffordd y Môr']);
  assert.deepEqual(
    lpi({
      ORGANISATION: 'JONES & SONS',
      SAO_TEXT: 'FIRST FLOOR',
      PAO_START_NUMBER: '1',
      PAO_START_SUFFIX: 'A',
      STREET_DESCRIPTION: "KING'S ROAD",
    }),
    ['Jones & Sons', 'First Floor', "1A King's Road"],
  );
  assert.equal(premisesOfLpi({ UPRN: '1', ADMINISTRATIVE_AREA: 'ALDERMERE' }).town, 'Aldermere');
});

test('only a part of a building has a building', () => {
  assert.equal(
    buildingOf({ unit: 'Flat 3', name: 'Heron Court', number: '12', street: 'Mill Lane', town: '', postcode: '' }),
    'Heron Court, 12 Mill Lane',
  );
  assert.equal(buildingOf({ unit: 'Flat 3', number: '12', street: 'Mill Lane', town: '', postcode: '' }), '12 Mill Lane');
  assert.equal(buildingOf({ name: 'Heron Court', street: 'Mill Lane', town: '', postcode: '' }), undefined);
});
