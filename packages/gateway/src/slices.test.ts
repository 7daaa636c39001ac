import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inSlices, letOthersPass } from './slices.ts';

test('one slice a round of the event loop, however many are at long work, in turn', async () => {
  const done: string[] = [];
  const work = async (name: string): Promise<void> => {
    for (let slice = 1; slice <= 3; slice += 1) {
      await letOthersPass();
      done.push(`${name}${slice}`);
    }
  };
  let rounds = 0;
  let working = true;
  const count = (): void => {
    rounds += 1;
    if (working) setImmediate(count);
  };
  setImmediate(count);
  await Promise.all(['a', 'b', 'c'].map(work));
  working = false;
  assert.deepEqual(done, ['a1', 'b1', 'c1', 'a2', 'b2', 'c2', 'a3', 'b3', 'c3']);
  assert.ok(rounds >= 8, `${rounds} rounds for 9 slices`);
});

test('a write is repeated until one finds less than it may change, and stops when it is told to', async () => {
  let left = 1_200;
  const sizes: number[] = [];
  const slice = async (size: number): Promise<bigint> => {
    const changed = Math.min(size, left);
    left -= changed;
    sizes.push(changed);
    return BigInt(changed);
  };
  assert.equal(await inSlices(slice), 1_200);
  assert.deepEqual(sizes, [500, 500, 200]);
  left = 1_200;
  assert.equal(await inSlices(slice, { size: 100, signal: AbortSignal.abort() }), 100);
});
