/** The council's copy of Pay.UK's tables, as its settings give it: read already, or the two files as they were downloaded. */
import { readNamedFile, setting, SettingsError, type SettingsPlace } from '@council-kit/gateway';
import * as v from 'valibot';
import { readModulusTable, type ModulusTable } from '../../rules/modulus-check.ts';

export type { ModulusTable } from '../../rules/modulus-check.ts';

const read = v.custom<ModulusTable>(
  (value) => typeof value === 'object' && value !== null && 'rows' in value && 'substitutions' in value,
  'a table that `readModulusTable` made',
);
const files = v.strictObject({ valacdos: setting.filePath('valacdos.txt'), scsubtab: setting.filePath('scsubtab.txt') });

/** `{"valacdos": "valacdos.txt", "scsubtab": "scsubtab.txt"}` in a settings file; a table in a program. */
export const modulusTableSchema = v.union(
  [files, read],
  'an object with the paths of Pay.UK’s two files, { "valacdos": "valacdos.txt", "scsubtab": "scsubtab.txt" }, or, in a program, a table that `readModulusTable` made',
);

/** @throws SettingsError where a file cannot be read, or is not one of Pay.UK's */
export function modulusTableOf(given: v.InferOutput<typeof modulusTableSchema>, place?: SettingsPlace): ModulusTable {
  if ('rows' in given) return given;
  const name = 'directDebit.modulusTable';
  const texts = (['valacdos', 'scsubtab'] as const).map((file) => readNamedFile(`${name}.${file}`, 'payments', given[file], place));
  try {
    return readModulusTable(texts[0] ?? '', texts[1] ?? '');
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new SettingsError(`The setting "${name}" in the settings of payments names files that are not Pay.UK’s: ${error.message}`, {
      cause: error,
    });
  }
}
