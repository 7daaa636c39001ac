import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jsonAnswer, retryAfterSeconds } from './read-answer.ts';

test('JSON in UTF-8 is read, and nothing else', async () => {
  assert.deepEqual(await jsonAnswer(new Response('{"name":"Tŷ Gwyn"}')), { name: 'Tŷ Gwyn' });
  assert.equal(await jsonAnswer(new Response('null')), null);
  for (const body of ['', '<html>', '{"a":1', Buffer.from('{"name":"Siân"}', 'latin1')])
    assert.equal(await jsonAnswer(new Response(body)), undefined, String(body));
});

test('Retry-After is seconds or a date', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const seconds = (header?: string): number | undefined =>
    retryAfterSeconds({ headers: new Headers(header === undefined ? {} : { 'Retry-After': header }) }, now);
  assert.equal(seconds('120'), 120);
  assert.equal(seconds(' 5 '), 5);
  assert.equal(seconds('Mon, 23 Nov 2026 09:00:30 GMT'), 30);
  for (const header of [undefined, '', '0', '-5', 'soon', '1e9', 'Mon, 23 Nov 2026 08:59:59 GMT', '99999999999999999999'])
    assert.equal(seconds(header), undefined, header);
});
