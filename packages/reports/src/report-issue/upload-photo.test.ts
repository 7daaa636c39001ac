import assert from 'node:assert/strict';
import test from 'node:test';
import { uploadOutcome } from './upload-photo.ts';

const file = new File(['x'], 'gate.jpg', { type: 'image/jpeg' });
const outcome = (status: number, body: unknown): unknown => uploadOutcome({ status, responseText: JSON.stringify(body) }, file);
const problem = (status: number, code: string, errors?: unknown): unknown => ({ title: 'A title', status, code, errors });

test('a photo for which there is no room is refused in the words of the gateway: trying again would not help', () => {
  const message = 'You cannot add photos at the moment. Send your report without them';
  for (const status of [429, 503])
    assert.deepEqual(outcome(status, problem(status, 'photo_not_now', [{ field: 'photo', message }])), { kind: 'refused', message });
});

test('a gateway that is busy can be asked again', () => {
  for (const [status, code] of [
    [503, 'photo_busy'],
    [503, 'busy'],
    [429, 'too_many_requests'],
    [500, 'unexpected_error'],
  ] as const)
    assert.deepEqual(outcome(status, problem(status, code)), { kind: 'unreachable' });
  assert.deepEqual(uploadOutcome({ status: 502, responseText: '<html>Bad gateway' }, file), { kind: 'unreachable' });
});

test('what is wrong with a photo is said in the words of the gateway', () => {
  const errors = [{ field: 'photo', message: 'The selected file is empty' }];
  assert.deepEqual(outcome(422, problem(422, 'photo_empty', errors)), { kind: 'refused', message: 'The selected file is empty' });
});
