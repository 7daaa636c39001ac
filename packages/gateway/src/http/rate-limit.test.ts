import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RateLimit } from './rate-limit.ts';

test('a dearer request takes more of the same bucket; what is dearer than a full one takes all of it', () => {
  const limit = new RateLimit(600);
  assert.equal(limit.take('a', 0, 299), 0);
  assert.equal(limit.take('a', 0), 0);
  assert.equal(limit.take('a', 0), 0.1, 'ten a second come back');
  assert.equal(limit.take('a', 0, 50), 5);
  assert.equal(limit.take('a', 5_000, 50), 0);
  assert.equal(limit.take('b', 0, 10_000), 0);
  assert.equal(limit.take('b', 0, 10_000), 30);
  assert.equal(limit.take('b', 30_000, 10_000), 0);
});
