import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readUprn, readUsrn } from './uprn.ts';

test('a UPRN is a string of 1 to 12 digits without leading zeros, whatever it came as', () => {
  for (const [given, uprn] of [
    ['000012345678', '12345678'],
    [12_345_678, '12345678'],
    ['100012345678', '100012345678'],
    [' 5 ', '5'],
    ['\u200b100012345678\u200e', '100012345678'],
    ['\ufeff１０００12345678\u00a0', '100012345678'],
    ['0000000000000000000012', '12'],
  ] as const)
    assert.equal(readUprn(given), uprn);
  for (const given of ['', '0', '000', '1234567890123', '12a', '-1', '1.5', 1.5, -3, NaN, Infinity, 2 ** 60, '1e5', '١٢'] as const)
    assert.equal(readUprn(given), undefined, String(given));
  assert.equal(readUsrn('00012345'), '12345');
  assert.equal(readUsrn('123456789'), undefined);
});
