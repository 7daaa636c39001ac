import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { contrastProblems } from './contrast.ts';
import { changedPaths, pageScope, themeCss } from './css.ts';
import { checkReferences, resolveTheme, type ResolvedTheme } from './resolve.ts';
import { overlay, readBrand, readDefaultTheme, type SourceTokens } from './source.ts';
import { ThemeError } from './theme-error.ts';

/** A theme that has passed the contrast gate. */
export interface CheckedTheme {
  name: string;
  tokens: ResolvedTheme;
}

/** Resolves a theme and takes it through the gate. There is no other way to a {@link CheckedTheme}. */
async function checkTheme(name: string, source: SourceTokens): Promise<CheckedTheme> {
  const references = checkReferences(source);
  if (references.length > 0) throw new ThemeError(name, references);
  const tokens = await resolveTheme(source);
  const contrast = contrastProblems(name, tokens);
  if (contrast.length > 0) throw new ThemeError(name, contrast);
  return { name, tokens };
}

/** The default theme, checked. */
export async function defaultTheme(): Promise<CheckedTheme> {
  return checkTheme('default', await readDefaultTheme());
}

/** What {@link buildTheme} is told. */
export interface BuildThemeOptions {
  /** The council's DTCG file: only what differs from the default theme. */
  source: string;
  /** The CSS file to write. Its folder is made where it is missing. */
  out: string;
}

/** What {@link buildTheme} made. */
export interface BuiltTheme {
  /** The file's `$description`, or else its name. */
  name: string;
  css: string;
  /** The custom properties that the file sets. */
  properties: string[];
}

/**
 * Builds a council's brand: one CSS file for the page to load after `council.css`, with the tokens the brand changes and those
 * that follow from them, in light, dark, more contrast and print.
 * @throws {ThemeError} with a sentence for each thing to put right: a name that is no token, a value that is no colour, a pairing
 * that fails WCAG 2.2 AA. Nothing is written then.
 */
export async function buildTheme({ source, out }: BuildThemeOptions): Promise<BuiltTheme> {
  const base = await readDefaultTheme();
  const brand = await readBrand(source, base);
  if (brand.problems.length > 0) throw new ThemeError(brand.name, brand.problems);
  const theme = await checkTheme(brand.name, overlay(base, brand.tokens));
  const changed = changedPaths(theme.tokens, await resolveTheme(base));
  const css = `/* ${brand.name.replaceAll('*/', '')}. Load after council.css. Built from design tokens: change those, not this. */\n${themeCss(theme.tokens, changed, pageScope)}`;
  const file = resolve(out);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, css);
  const properties = [...theme.tokens.light.values()].filter(({ path }) => changed.has(path)).map(({ name }) => name);
  return { name: brand.name, css, properties };
}
