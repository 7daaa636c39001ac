import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inNaturalOrder } from './natural-order.ts';
import type { Premises } from './premises.ts';

const at = (rest: Partial<Premises>): Premises => ({ street: 'Mill Lane', town: 'Aldermere', postcode: 'AM1 1AA', ...rest });

test('a list is in the order in which people look: numbers, letters after them, flats within their building, then names', () => {
  const inOrder = [
    at({ number: '1' }),
    at({ number: '1', organisation: 'Jones & Sons' }),
    at({ number: '1-3' }),
    at({ number: '1A' }),
    at({ number: '2' }),
    at({ unit: 'Flat 1', number: '2' }),
    at({ unit: 'Flat 2', number: '2' }),
    at({ unit: 'Flat 10', number: '2' }),
    at({ number: '10' }),
    at({ number: '12', name: 'Heron Court' }),
    at({ unit: '3', number: '12', name: 'Heron Court' }),
    at({ unit: '20', number: '12', name: 'Heron Court' }),
    at({ name: 'Bryn Awel' }),
    at({ name: 'The Old Mill' }),
    at({ unit: 'Flat 1', name: 'The Old Mill' }),
    at({ name: 'Rose Cottage' }),
    at({ street: 'Station Road', number: '1' }),
  ];
  const words = (list: readonly Premises[]): string[] =>
    list.map((one) => [one.organisation, one.unit, one.name, one.number, one.street].filter(Boolean).join(' '));
  for (let seed = 1; seed <= 20; seed += 1) {
    let random = seed * 7919;
    const shuffled = inOrder
      .map((one) => ({ one, key: (random = (random * 48_271) % 2_147_483_647) }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
    assert.deepEqual(words(shuffled.sort(inNaturalOrder)), words(inOrder));
  }
});

test('it is an order: whatever is compared, sorting says the same', () => {
  const parts = [undefined, '1', '1A', '1-3', '2', '10', 'Flat 2', 'Flat', 'A', 'First Floor', 'Studio 1'];
  const all = parts.flatMap((unit) => parts.flatMap((number) => [at({ unit, number }), at({ unit, number, name: 'Heron Court' })]));
  for (const one of all) {
    for (const other of all) {
      assert.equal(Math.sign(inNaturalOrder(one, other)), -Math.sign(inNaturalOrder(other, one)) + 0, JSON.stringify([one, other]));
    }
  }
  for (let index = 0; index < 40_000; index += 1) {
    const [a, b, c] = [all[(index * 31) % all.length], all[(index * 57 + 11) % all.length], all[(index * 101 + 5) % all.length]];
    if (a && b && c && inNaturalOrder(a, b) <= 0 && inNaturalOrder(b, c) <= 0)
      assert.ok(inNaturalOrder(a, c) <= 0, JSON.stringify([a, b, c]));
  }
});
