/**
 * Writes what the package ships besides its compiled build API: `npm run build`.
 * dist/council.css, tokens.js, tokens.d.ts, host.js, host.d.ts, tokens.json, tokens.dark.json, and the README's list of names.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { pageScope, themeCss } from './css.ts';
import { designToolsJson } from './design-tools.ts';
import { hostDeclaration, hostModule, tokensDeclaration, tokensModule } from './module.ts';
import { withNames } from './names.ts';
import { ThemeError } from './theme-error.ts';
import { defaultTheme } from './theme.ts';

const root = new URL('../../', import.meta.url);

async function writeIfChanged(file: URL, text: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== text) await writeFile(file, text);
}

async function buildPackage(): Promise<void> {
  const { tokens: theme } = await defaultTheme();
  const everything = new Set(theme.light.keys());
  const outputs: Record<string, string> = {
    // The sentinel tells a widget that the page has the full set, so that it need not bring its own.
    'council.css': themeCss(theme, everything, pageScope, ['--council-tokens: 1;']),
    'tokens.js': tokensModule(theme),
    'tokens.d.ts': tokensDeclaration(theme),
    'host.js': hostModule(theme),
    'host.d.ts': hostDeclaration(),
    'tokens.json': designToolsJson(theme),
    'tokens.dark.json': designToolsJson(theme, 'dark'),
  };
  await mkdir(new URL('dist/', root), { recursive: true });
  for (const [name, text] of Object.entries(outputs)) await writeIfChanged(new URL(`dist/${name}`, root), text);
  const readme = new URL('README.md', root);
  await writeIfChanged(readme, withNames(await readFile(readme, 'utf8'), theme));
}

try {
  await buildPackage();
} catch (error) {
  if (!(error instanceof ThemeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
