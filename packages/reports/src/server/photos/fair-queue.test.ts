import assert from 'node:assert/strict';
import test from 'node:test';
import { FairQueue } from './fair-queue.ts';

/** Work that ends when it is told to. */
function workshop() {
  const begun: string[] = [];
  const end = new Map<string, (error?: Error) => void>();
  const work = (name: string) => (): Promise<string> => {
    begun.push(name);
    return new Promise((resolve, reject) => end.set(name, (error) => (error ? reject(error) : resolve(name))));
  };
  const finish = async (name: string, error?: Error): Promise<void> => {
    end.get(name)?.(error);
    await new Promise(setImmediate);
  };
  return { begun, work, finish };
}

test('a client with much to do delays another by one', async () => {
  const { begun, work, finish } = workshop();
  const queue = new FairQueue({ atOnce: 1, waiting: 50, waitingPerClient: 10 });
  for (let at = 1; at <= 4; at += 1) void queue.run('many', work(`many ${String(at)}`));
  void queue.run('one', work('one'));
  void queue.run('other', work('other'));
  for (const name of ['many 1', 'one', 'other', 'many 2', 'many 3']) await finish(name);
  assert.deepEqual(begun, ['many 1', 'one', 'other', 'many 2', 'many 3', 'many 4']);
});

test('no more than so many at once, also when one fails', async () => {
  const { begun, work, finish } = workshop();
  const queue = new FairQueue({ atOnce: 2, waiting: 50, waitingPerClient: 10 });
  const failing = queue.run('a', work('1'));
  for (const name of ['2', '3', '4']) void queue.run('a', work(name));
  await new Promise(setImmediate);
  assert.deepEqual(begun, ['1', '2']);
  const failed = assert.rejects(Promise.resolve(failing), /damaged/);
  await finish('1', new Error('damaged'));
  await failed;
  assert.deepEqual(begun, ['1', '2', '3']);
});

test('too much waiting is refused at once: of one client, and of all', async () => {
  const { work, finish } = workshop();
  const queue = new FairQueue({ atOnce: 1, waiting: 3, waitingPerClient: 2 });
  assert.ok(queue.run('a', work('1')));
  assert.ok(queue.run('a', work('2')) && queue.run('a', work('3')));
  assert.equal(queue.run('a', work('4')), undefined, 'two of this client wait');
  assert.ok(queue.run('b', work('5')));
  assert.equal(queue.run('c', work('6')), undefined, 'three wait in all');
  for (const name of ['1', '5', '2', '3']) await finish(name);
  assert.ok(queue.run('a', work('7')), 'and there is room again');
});
