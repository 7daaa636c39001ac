import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toGrid } from '@council-kit/sandbox';
import { gridOf, positionOf } from './national-grid.ts';

test('grid and degrees agree with Ordnance Survey’s own points, as nearly as one Helmert transformation can', () => {
  // From the test points of OSTN15: https://www.ordnancesurvey.co.uk/business-government/tools-support/os-net/coordinates
  const points = [
    { latitude: 49.9222639373, longitude: -6.29977752014, easting: 91492.146, northing: 11318.804 },
    { latitude: 53.779110259, longitude: -3.04045490691, easting: 331534.564, northing: 431920.794 },
    { latitude: 60.1330809101, longitude: -2.07382822798, easting: 395999.668, northing: 1138728.951 },
  ];
  for (const { latitude, longitude, easting, northing } of points) {
    const grid = gridOf({ latitude, longitude });
    const off = Math.hypot(grid.easting - easting, grid.northing - northing);
    assert.ok(off < 6, `${off.toFixed(1)} m`);
    const back = positionOf({ easting, northing });
    assert.ok(Math.abs(back.latitude - latitude) < 6e-5 && Math.abs(back.longitude - longitude) < 1e-4);
  }
});

test('there and back is the same place, and another reading of the same guide agrees', () => {
  for (let easting = 50_000; easting < 660_000; easting += 61_000) {
    for (let northing = 5_000; northing < 1_200_000; northing += 113_000) {
      const position = positionOf({ easting, northing });
      const back = gridOf(position);
      assert.ok(Math.hypot(back.easting - easting, back.northing - northing) < 0.1);
      const theirs = toGrid(position);
      assert.ok(Math.hypot(back.easting - theirs.easting, back.northing - theirs.northing) < 0.05);
    }
  }
});
