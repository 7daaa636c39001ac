import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CircuitBreaker } from './circuit-breaker.ts';

const FAILURES = 5;
const WITHIN_MS = 30_000;
const OPEN_MS = 30_000;

/** One whose platform has just failed five times, the last time at 0. */
function opened(): CircuitBreaker {
  const breaker = new CircuitBreaker();
  for (let failures = 0; failures < FAILURES; failures++) {
    assert.equal(breaker.permits(0), true, `after ${failures} failures`);
    breaker.failed(0);
  }
  return breaker;
}

test('after five failures within half a minute nothing goes out for half a minute', () => {
  const breaker = opened();
  assert.equal(breaker.permits(0), false);
  assert.equal(breaker.permits(OPEN_MS - 1), false);
  assert.equal(breaker.permits(OPEN_MS), true);
});

test('failures that lie further apart do not open it', () => {
  const breaker = new CircuitBreaker();
  for (let failures = 0; failures < 20; failures++) {
    const now = failures * (WITHIN_MS / (FAILURES - 1));
    assert.equal(breaker.permits(now), true);
    breaker.failed(now);
  }
});

test('a success between them begins the count again', () => {
  const breaker = new CircuitBreaker();
  for (let failures = 0; failures < 3 * (FAILURES - 1); failures++) {
    assert.equal(breaker.permits(0), true);
    if (failures % (FAILURES - 1) === FAILURES - 2) breaker.succeeded();
    else breaker.failed(0);
  }
  assert.equal(breaker.permits(0), true);
});

test('when it was open long enough one request tries, and no other until that one is back', () => {
  const breaker = opened();
  assert.equal(breaker.permits(OPEN_MS), true);
  assert.equal(breaker.permits(OPEN_MS), false);
  assert.equal(breaker.permits(10 * OPEN_MS), false);
  breaker.succeeded();
  assert.equal(breaker.permits(OPEN_MS), true);
  assert.equal(breaker.permits(OPEN_MS), true);
});

test('where that one fails it stays open for another half minute', () => {
  const breaker = opened();
  assert.equal(breaker.permits(OPEN_MS), true);
  breaker.failed(OPEN_MS);
  assert.equal(breaker.permits(2 * OPEN_MS - 1), false);
  assert.equal(breaker.permits(2 * OPEN_MS), true);
});

test('where the caller gave up on that one, the next may try', () => {
  const breaker = opened();
  assert.equal(breaker.permits(OPEN_MS), true);
  breaker.cancelled();
  assert.equal(breaker.permits(OPEN_MS), true);
  assert.equal(breaker.permits(OPEN_MS), false);
});
