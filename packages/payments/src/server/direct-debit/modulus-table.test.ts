import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import * as v from 'valibot';
import { checkModulus, syntheticModulusTable } from '../../rules.ts';
import { modulusTableSchema } from './modulus-table.ts';

test('a settings file names Pay.UK’s two files; what cannot be read is told with its line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modulus-'));
  const paths = { valacdos: join(folder, 'valacdos.txt'), scsubtab: join(folder, 'scsubtab.txt') };
  try {
    await writeFile(paths.valacdos, '000010 000019 MOD11    0    0    0    0    0    0    8    7    6    5    4    3    2    1\r\n');
    await writeFile(paths.scsubtab, '938173 938017\r\n');
    const table = v.parse(modulusTableSchema, paths);
    assert.equal(checkModulus({ sortCode: '000010', accountNumber: '00734446' }, table), 'plausible');
    assert.equal(checkModulus({ sortCode: '000010', accountNumber: '00734447' }, table), 'implausible');
    assert.deepEqual(table.substitutions, { '938173': '938017' });
    const said = (value: unknown): string =>
      v
        .safeParse(modulusTableSchema, value)
        .issues?.map(({ message, issues = [] }) => [message, ...issues.map((each) => each.message)].join())
        .join() ?? '';
    await writeFile(paths.valacdos, '000010 000019 MOD11 1 2 3\n');
    assert.match(said(paths), /Line 1 of the modulus table/);
    assert.match(said({ ...paths, valacdos: join(folder, 'none.txt') }), /none\.txt/);
    assert.match(said('valacdos.txt'), /readModulusTable/);
    assert.equal(said(syntheticModulusTable), '');
  } finally {
    await rm(folder, { recursive: true });
  }
});
