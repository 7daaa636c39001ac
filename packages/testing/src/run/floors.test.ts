/** Where each package stands, and what follows from it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { floors, floorsOf } from '../../floors.js';
import { tsconfigs } from './references.ts';
import { root } from './root.ts';

describe('floors', () => {
  test('a package may import everything on the floors below it', () => {
    assert.deepEqual(floorsOf({ core: { floor: 0 }, gateway: { floor: 1 }, reports: { floor: 3 } }).reports, ['core', 'gateway']);
  });

  test('and nothing on its own floor but what it names', () => {
    const { reports, payments } = floorsOf({
      address: { floor: 3 },
      payments: { floor: 3 },
      reports: { floor: 3, beside: ['address'] },
    });
    assert.deepEqual(reports, ['address']);
    assert.deepEqual(payments, []);
  });

  test('nor what it must do without', () => {
    assert.deepEqual(floorsOf({ core: { floor: 0 }, gateway: { floor: 1 }, map: { floor: 2, without: ['gateway'] } }).map, ['core']);
  });

  test('a package that stands apart imports nothing and is only imported by those that name it', () => {
    const all = floorsOf({ core: { floor: 0 }, sandbox: { floor: 'apart' }, demo: { floor: 4, beside: ['sandbox'] }, embed: { floor: 4 } });
    assert.deepEqual(all, { core: [], sandbox: [], demo: ['core', 'sandbox'], embed: ['core'] });
  });

  test('two packages that name each other are refused', () => {
    assert.throws(
      () => floorsOf({ reports: { floor: 3, beside: ['payments'] }, payments: { floor: 3, beside: ['reports'] } }),
      /"reports" and "payments"|"payments" and "reports"/,
    );
  });

  test('so is a neighbour on another floor, and one that does not exist', () => {
    assert.throws(() => floorsOf({ demo: { floor: 4 }, reports: { floor: 3, beside: ['demo'] } }), /"demo".*floor 4/);
    assert.throws(() => floorsOf({ reports: { floor: 3, beside: ['adress'] } }), /"adress"/);
  });

  test('the widgets of the map never bring the server with them', () => {
    assert.ok(!floors.map?.includes('gateway'));
    assert.deepEqual(floors.sandbox, []);
  });
});

test('every tsconfig.json references what its package imports', async () => {
  for (const [file, text] of await tsconfigs())
    assert.equal(await readFile(join(root, file), 'utf8'), text, `${file} is out of date: npm run build writes it.`);
});
