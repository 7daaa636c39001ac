#!/usr/bin/env node
import { parseArgs } from 'node:util';

const usage = `council-tokens builds a council's brand into one CSS file, and stops where a pairing of colours fails WCAG 2.2 AA.

  council-tokens <brand.tokens.json> --out <brand.css>
`;

/** Style Dictionary is a peer that only builds need: without it, say what to install instead of a stack. */
async function loadBuild(): Promise<typeof import('./index.ts') | undefined> {
  try {
    return await import('./index.ts');
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';
    if (!missing) throw error;
    console.error(
      `council-tokens needs Style Dictionary to build: npm install --save-dev style-dictionary@5 colorjs.io@0.5\n(${error.message})`,
    );
    return undefined;
  }
}

async function main(): Promise<number> {
  let parsed;
  try {
    parsed = parseArgs({ allowPositionals: true, options: { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } } });
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const { values, positionals } = parsed;
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [source] = positionals;
  if (source === undefined || positionals.length > 1 || values.out === undefined) {
    console.error(usage);
    return 2;
  }
  const build = await loadBuild();
  if (!build) return 1;
  try {
    const { name, properties } = await build.buildTheme({ source, out: values.out });
    console.log(`${name}: ${String(properties.length)} custom properties in ${values.out}; every pairing passes.`);
    return 0;
  } catch (error) {
    if (!(error instanceof build.ThemeError)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await main();
