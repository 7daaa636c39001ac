import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as v from 'valibot';
import { kindOf, mapFeaturesSchema, middleOfLine, nameOf } from './map-features.ts';

const street = {
  type: 'Feature',
  properties: { kind: 'street', name: 'Mill Lane', name_cy: 'Lôn y Felin' },
  geometry: { type: 'Point', coordinates: [0, 0] },
} as const;

test('the middle of a line is half its length along it, not its middle corner', () => {
  assert.deepEqual(
    middleOfLine([
      [0, 0],
      [1, 0],
      [10, 0],
    ]),
    [5, 0],
  );
  assert.deepEqual(
    middleOfLine([
      [0, 0],
      [0, 0],
    ]),
    [0, 0],
  );
  assert.equal(middleOfLine([]), undefined);
});

test('a street has its Welsh name on Welsh pages, and its own where it has no other', () => {
  assert.equal(nameOf(street as never, 'cy'), 'Lôn y Felin');
  assert.equal(nameOf(street as never, 'pl'), 'Mill Lane');
});

test('features of unknown kinds are left out, and what is not GeoJSON is refused', () => {
  assert.equal(kindOf(street as never), 'street');
  assert.equal(kindOf({ ...street, properties: { kind: '__proto__' } } as never), undefined);
  for (const wrong of [null, [], 'x', { type: 'Feature' }, { type: 'FeatureCollection' }])
    assert.equal(v.safeParse(mapFeaturesSchema, wrong).success, false);
});
