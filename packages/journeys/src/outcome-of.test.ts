import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf } from './outcome-of.ts';

const problem = { title: 'There is a problem', status: 400 };

test('each problem means one outcome', () => {
  for (const [name, given, expected] of [
    ['a key that was used', { ...problem, status: 409, code: 'idempotency_conflict' }, { kind: 'conflict' }],
    ['another conflict', { ...problem, status: 409, detail: 'Call us.' }, { kind: 'refused', message: 'There is a problem. Call us.' }],
    ['a fault of the gateway’s', { ...problem, status: 500, detail: 'For developers' }, { kind: 'unreachable' }],
    ['a limit', { ...problem, status: 429 }, { kind: 'unreachable' }],
    [
      'a platform that says why',
      { ...problem, status: 502, code: 'upstream_failed', title: 'GOV.UK Pay is not working', detail: 'Try again later.' },
      { kind: 'unreachable', message: 'GOV.UK Pay is not working. Try again later.' },
    ],
    [
      'a field',
      { ...problem, status: 422, errors: [{ field: 'what', message: 'Enter what it is' }] },
      { kind: 'errors', errors: [{ field: 'item', message: 'Enter what it is' }] },
    ],
  ] as const)
    assert.deepEqual(outcomeOf(given, { fieldOf: () => 'item' }), expected, name);
});

test('seconds that the answer names go with what may be tried again', () => {
  assert.deepEqual(outcomeOf({ ...problem, status: 409 }, { retryAfter: 60 }), {
    kind: 'refused',
    message: 'There is a problem',
    retryAfter: 60,
  });
  assert.deepEqual(outcomeOf({ ...problem, status: 503 }, { retryAfter: 5 }), { kind: 'unreachable', retryAfter: 5 });
});
