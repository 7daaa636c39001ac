import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CouncilMap } from './council-map.ts';

const street = (name: string, at: number, name_cy?: string) => ({
  properties: { name, ...(name_cy !== undefined && { name_cy }) },
  geometry: {
    type: 'LineString',
    coordinates: [
      [-4.6, at],
      [-4.59, at],
    ],
  },
});

test('a street is found in words whichever apostrophe, accent or full stop they are written with', () => {
  const map = new CouncilMap({
    streets: [
      street("St. Mary's Road", 52.41),
      street('O’Brien Street', 52.42),
      street('Mill Lane', 52.43, 'Lôn y Felin'),
      street('Old Mill Lane', 52.44),
    ],
  });
  for (const words of ['outside St Marys Road', 'by ST. MARY’S ROAD', 'st maryʼs road', 'near St Mary`s Road, opposite 12'])
    assert.equal(map.streetNamedIn(words)?.en, "St. Mary's Road", words);
  for (const words of ["O'Brien Street", 'OBrien Street', 'O´Brien Street'])
    assert.equal(map.streetNamedIn(words)?.en, 'O’Brien Street', words);
  assert.equal(map.streetNamedIn('lon y felin')?.en, 'Mill Lane');
  assert.equal(map.streetNamedIn('Old Mill Lane')?.en, 'Old Mill Lane');
  assert.equal(map.streetNamedIn('12 Church Row'), undefined);
});
