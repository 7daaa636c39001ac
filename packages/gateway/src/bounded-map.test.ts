import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoundedMap } from './bounded-map.ts';

test('the entry that was used longest ago makes room', () => {
  const map = new BoundedMap<string, number>(2);
  map.set('a', 1);
  map.set('b', 2);
  assert.equal(map.get('a'), 1);
  map.set('c', 3);
  assert.deepEqual([map.get('a'), map.get('b'), map.get('c'), map.size], [1, undefined, 3, 2]);
  map.set('a', 4);
  map.set('d', 5);
  assert.deepEqual([map.get('a'), map.get('c'), map.size], [4, undefined, 2], 'to set it again is a use');
  map.delete('a');
  assert.deepEqual([map.get('a'), map.size], [undefined, 1]);
  map.clear();
  assert.equal(map.size, 0);
});

test('a map of none keeps nothing', () => {
  const map = new BoundedMap<string, number>(0);
  map.set('a', 1);
  assert.deepEqual([map.get('a'), map.size], [undefined, 0]);
});
