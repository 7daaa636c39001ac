/** Who counts as one client, and what is kept of that. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clientTokens, networkOf } from './client.ts';

test('an address is one network, however a proxy writes it', () => {
  for (const [written, network] of [
    ['192.0.2.1', '192.0.2.1'],
    ['192.0.2.1:50123', '192.0.2.1'],
    ['"192.0.2.1:50123"', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['[::ffff:192.0.2.1]:50123', '192.0.2.1'],
    ['::FFFF:c000:201', '192.0.2.1'],
    ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0DB8:0000:0000:0000:0000:0000:0002', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:ffff:ffff:ffff:ffff', '2001:db8:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['[2001:db8::1]:443', '2001:db8:0:0::/64'],
    ['2001:db8::1%eth0', '2001:db8:0:0::/64'],
    ['[2001:db8::1%25eth0]:443', '2001:db8:0:0::/64'],
    ['2001:db8::192.0.2.1', '2001:db8:0:0::/64'],
    ['2001:db8:0:1::', '2001:db8:0:1::/64'],
    ['2001:db8:1::1', '2001:db8:1:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%2', 'fe80:0:0:0::/64'],
  ] as const) {
    assert.equal(networkOf(written), network, written);
  }
});

test('what is no address is no network', () => {
  for (const written of [
    '',
    'unknown',
    '_hidden',
    '192.0.2',
    '192.0.2.256',
    '192.0.2.1:port',
    '192.0.2.1:123456',
    '010.0.0.1',
    '2001:db8::1::2',
    '[2001:db8::1',
    '2001:db8::12345',
    'council.example',
    '1'.repeat(100_000),
    ':'.repeat(100_000),
  ]) {
    assert.equal(networkOf(written), undefined, written.slice(0, 40));
  }
});

const at = (time: string) => ({ now: () => new Date(time), after: () => () => undefined });

test('a token is the same in every process of one gateway, another at another gateway and on another day', () => {
  const key = Buffer.alloc(32, 1);
  const morning = clientTokens(key, at('2026-11-30T00:00:00Z'))('192.0.2.1');
  assert.equal(clientTokens(key, at('2026-11-30T23:59:59Z'))('192.0.2.1'), morning);
  assert.notEqual(clientTokens(key, at('2026-12-01T00:00:00Z'))('192.0.2.1'), morning);
  assert.notEqual(clientTokens(Buffer.alloc(32, 2), at('2026-11-30T00:00:00Z'))('192.0.2.1'), morning);
  assert.notEqual(clientTokens(key, at('2026-11-30T00:00:00Z'))('192.0.2.2'), morning);
  assert.match(morning, /^[\w-]{22}$/);
});

test('a token changes at midnight in a process that goes on', () => {
  let now = new Date('2026-11-30T23:59:59Z');
  const tokenOf = clientTokens(Buffer.alloc(32, 1), { now: () => now, after: () => () => undefined });
  const before = tokenOf('192.0.2.1');
  now = new Date('2026-12-01T00:00:00Z');
  const after = tokenOf('192.0.2.1');
  assert.notEqual(after, before);
  assert.equal(tokenOf('192.0.2.1'), after);
});
