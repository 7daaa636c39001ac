import assert from 'node:assert/strict';
import test from 'node:test';
import { newReference, readReference } from './reference.ts';

test('a reference reads back however it is said', () => {
  for (let count = 0; count < 200; count++) {
    const reference = newReference();
    assert.match(reference, /^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    assert.equal(readReference(reference), reference);
    assert.equal(readReference(` ${reference.toLowerCase().replace('-', '')} `), reference);
    assert.equal(readReference([...reference].join(' ')), reference);
    for (const dash of ['\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212', '\ufe63', '\uff0d', '\u00ad', '\u00a0', '.', ' '])
      assert.equal(readReference(reference.replace('-', dash)), reference);
    assert.equal(readReference(`\u200e${reference}\u200b\ufeff`), reference);
    assert.equal(readReference(reference.replaceAll('1', 'l').replaceAll('0', 'o')), reference);
  }
});

test('one wrong symbol, or two neighbours swapped, is noticed', () => {
  const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  for (let count = 0; count < 20; count++) {
    const plain = newReference().replace('-', '');
    for (let at = 0; at < plain.length; at++) {
      for (const other of symbols) {
        if (other === plain[at]) continue;
        assert.equal(readReference(plain.slice(0, at) + other + plain.slice(at + 1)), undefined);
      }
      const [a = '', b = ''] = plain.slice(at, at + 2);
      // Luhn's one blind spot: the first and last symbol of the alphabet beside each other.
      if (b === '' || a === b || (a + b).match(/^(0Z|Z0)$/)) continue;
      assert.equal(readReference(plain.slice(0, at) + b + a + plain.slice(at + 2)), undefined, `${a}${b}`);
    }
  }
});

test('the next reference cannot be told from the last', () => {
  const references = Array.from({ length: 2000 }, () => newReference());
  assert.equal(new Set(references).size, references.length);
  // Every symbol of the alphabet turns up in every random place.
  for (const place of [0, 1, 2, 3, 4, 6, 7, 8, 9]) assert.ok(new Set(references.map((reference) => reference[place])).size >= 31);
});

test('what is no reference is none', () => {
  for (const typed of ['', 'AAAA', '../../etc', '7Q2KM-9XH4Z', 'x'.repeat(10_000), '⑦Q2KM9XH4T'])
    assert.equal(readReference(typed), undefined);
});
