import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecentAnswers } from './recent-answers.ts';

test('what is asked at the same time is asked once, and kept for a while; what failed is not kept', async () => {
  let now = 0;
  let asked = 0;
  const recent = new RecentAnswers<number>({ most: 2, keepMs: 1_000, now: () => now });
  const ask = async (): Promise<number> => (asked += 1);
  assert.deepEqual(await Promise.all([recent.get('a', ask), recent.get('a', ask), recent.get('a', ask)]), [1, 1, 1]);
  assert.equal(await recent.get('a', ask), 1);
  now = 1_000;
  assert.equal(await recent.get('a', ask), 2, 'it has expired');

  const fail = async (): Promise<number> => {
    asked += 1;
    throw new Error('down');
  };
  const both = await Promise.allSettled([recent.get('b', fail), recent.get('b', fail)]);
  assert.deepEqual(
    both.map(({ status }) => status),
    ['rejected', 'rejected'],
  );
  assert.equal(await recent.get('b', ask), 4);

  await recent.get('c', ask);
  assert.equal(recent.size, 2, 'there is a bound');
  assert.equal(await recent.get('b', ask), 4, 'the one used last stays');
  assert.equal(await recent.get('a', ask), 6, 'the oldest went');
});
