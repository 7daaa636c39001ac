import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '@council-kit/gateway';
import { Budget } from './budget.ts';

/** A clock that stands until it is moved. */
function standingClock(): Clock & { pass(ms: number): Promise<void> } {
  let now = 1_000_000;
  let timers: { at: number; callback: () => void }[] = [];
  return {
    now: () => new Date(now),
    after(ms, callback) {
      const timer = { at: now + ms, callback };
      timers.push(timer);
      return () => (timers = timers.filter((one) => one !== timer));
    },
    async pass(ms) {
      const end = now + ms;
      for (;;) {
        const due = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!due) break;
        timers = timers.filter((one) => one !== due);
        now = due.at;
        due.callback();
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
      now = end;
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
  };
}

test('ten go at once, then ten a second; whoever would wait longer than two seconds is told when to come again', async () => {
  const clock = standingClock();
  const budget = new Budget({ perSecond: 10, clientPerMinute: 1000, clock });
  const gone: number[] = [];
  const told: number[] = [];
  for (let index = 0; index < 40; index += 1) {
    void budget.turn('a').then((seconds) => (seconds === undefined ? gone.push(index) : told.push(seconds)));
  }
  await clock.pass(0);
  assert.equal(gone.length, 10);
  assert.equal(told.length, 10);
  assert.ok(told.every((seconds) => seconds > 2 && seconds < 3));
  await clock.pass(1_000);
  assert.equal(gone.length, 20);
  await clock.pass(1_000);
  assert.equal(gone.length, 30);
});

test('a client that asks much does not keep another from its turn', async () => {
  const clock = standingClock();
  const budget = new Budget({ perSecond: 10, clientPerMinute: 1000, clock });
  const order: string[] = [];
  const ask = (client: string): void => void budget.turn(client).then(() => order.push(client));
  for (let index = 0; index < 25; index += 1) ask('busy');
  ask('quiet');
  await clock.pass(0);
  assert.deepEqual(new Set(order), new Set(['busy']));
  await clock.pass(250);
  assert.ok(order.includes('quiet'), 'it is the second in turn, not the twenty-sixth');
});

test('a client has a share of its own', async () => {
  const clock = standingClock();
  const budget = new Budget({ perSecond: 1000, clientPerMinute: 30, clock });
  const answers: (number | undefined)[] = [];
  for (let index = 0; index < 12; index += 1) answers.push(await budget.turn('a'));
  assert.equal(answers.filter((seconds) => seconds === undefined).length, 10);
  assert.ok(answers.slice(10).every((seconds) => seconds !== undefined && seconds > 0 && seconds <= 2));
  assert.equal(await budget.turn('b'), undefined, 'another client is not held up');
  await clock.pass(2_000);
  assert.equal(await budget.turn('a'), undefined);
});

test('when the other side says it is too much, nobody asks until it said', async () => {
  const clock = standingClock();
  const budget = new Budget({ perSecond: 10, clientPerMinute: 100, clock });
  budget.close(7);
  assert.equal(await budget.turn('a'), 7);
  await clock.pass(7_000);
  assert.equal(await budget.turn('a'), undefined);
});
