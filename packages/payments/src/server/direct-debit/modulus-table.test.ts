import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkModulus, syntheticModulusTable } from '../../rules.ts';
import { modulusTableOf } from './modulus-table.ts';

test('a settings file names Pay.UK’s two files, from its own folder; what cannot be read is told with its line', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'modulus-'));
  const paths = { valacdos: 'valacdos.txt', scsubtab: 'scsubtab.txt' };
  const write = (file: keyof typeof paths, content: string) => writeFile(join(folder, paths[file]), content);
  try {
    await write('valacdos', '\uFEFF000010 000019 MOD11    0    0    0    0    0    0    8    7    6    5    4    3    2    1\r\n');
    await write('scsubtab', '938173 938017\r\n');
    const table = modulusTableOf(paths, { folder });
    assert.equal(checkModulus({ sortCode: '000010', accountNumber: '00734446' }, table), 'plausible');
    assert.equal(checkModulus({ sortCode: '000010', accountNumber: '00734447' }, table), 'implausible');
    assert.deepEqual(table.substitutions, { '938173': '938017' });
    const refused = (given: Parameters<typeof modulusTableOf>[0], said: RegExp): void =>
      assert.throws(() => modulusTableOf(given, { folder }), { name: 'SettingsError', message: said });
    refused(
      { ...paths, valacdos: 'none.txt' },
      /"directDebit\.modulusTable\.valacdos" .*none\.txt, which cannot be read: there is no such file/,
    );
    refused({ valacdos: paths.scsubtab, scsubtab: paths.valacdos }, /Line 1 of the modulus table/);
    refused({ valacdos: paths.valacdos, scsubtab: paths.valacdos }, /Line 1 of the substitutions/);
    await write('valacdos', '000010 000019 MOD11 1 2 3\n');
    refused(paths, /Line 1 of the modulus table/);
    await write('valacdos', '\n');
    refused(paths, /has no rows/);
    assert.equal(modulusTableOf(syntheticModulusTable), syntheticModulusTable);
  } finally {
    await rm(folder, { recursive: true });
  }
});
