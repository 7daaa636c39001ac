/** The council's copy of Pay.UK's tables, as its settings give it: read already, or the two files as they were downloaded. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { readModulusTable, type ModulusTable } from '../../rules/modulus-check.ts';

const read = v.custom<ModulusTable>(
  (value) => typeof value === 'object' && value !== null && 'rows' in value && 'substitutions' in value,
  'a table that `readModulusTable` made, or {"valacdos": "…", "scsubtab": "…"}: the paths of Pay.UK’s two files',
);

/** `{"valacdos": "/etc/council/valacdos.txt", "scsubtab": "/etc/council/scsubtab.txt"}` in a settings file; a table in a program. */
export const modulusTableSchema = v.union([
  v.pipe(
    v.strictObject({ valacdos: v.string(), scsubtab: v.string() }),
    v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
      try {
        return readModulusTable(readFileSync(value.valacdos, 'utf8'), readFileSync(value.scsubtab, 'utf8'));
      } catch (error) {
        addIssue({ message: error instanceof Error ? error.message : 'files that can be read' });
        return NEVER;
      }
    }),
  ),
  read,
]);
