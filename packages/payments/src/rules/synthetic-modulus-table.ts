/**
 * A table of invented sort codes, for tests and the demo: 00-00-00 to 00-00-99 belong to no bank. Account numbers: `00734446` with 00-00-10 passes
 * (MOD11), `12345674` with 00-00-20 passes (double alternate). Everything else is unknown, and so taken.
 */
import type { ModulusTable } from './modulus-check.ts';

export const syntheticModulusTable: ModulusTable = {
  rows: [
    { from: '000010', to: '000019', check: 'MOD11', weights: [0, 0, 0, 0, 0, 0, 8, 7, 6, 5, 4, 3, 2, 1] },
    { from: '000020', to: '000029', check: 'DBLAL', weights: [0, 0, 0, 0, 0, 0, 2, 1, 2, 1, 2, 1, 2, 1] },
  ],
  substitutions: {},
};
