/** Writes dist/brand.css and dist/logo.svg: what a council's build does with its own brand. */
import { copyFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { buildTheme, ThemeError, type BuiltTheme } from '@council-kit/tokens/build';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Builds Aldermere's brand into the package's dist folder.
 * @throws {ThemeError} when the brand does not pass the contrast gate.
 */
export async function buildBrand(): Promise<BuiltTheme> {
  const theme = await buildTheme({ source: here('./aldermere.tokens.json'), out: here('../../dist/brand.css') });
  await copyFile(here('./logo.svg'), here('../../dist/logo.svg'));
  return theme;
}

if (import.meta.main) {
  try {
    await buildBrand();
  } catch (error) {
    if (!(error instanceof ThemeError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
