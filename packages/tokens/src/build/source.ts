import { readFile, readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Color from 'colorjs.io';
import * as v from 'valibot';
import { modes, type Mode } from './modes.ts';

/** The floor of the source a token stands on. Base tokens are raw material and never become custom properties. */
export const layers = ['base', 'meaning', 'component'] as const;
export type Layer = (typeof layers)[number];

/** A value as written: a literal in CSS's terms, or a reference such as `{colour.link}`. */
export type SourceValue = string | number | readonly string[];

/** A token as it stands in the source, before references are followed. */
export interface SourceToken {
  /** Its name in references: `colour.link-hover`. */
  path: string;
  layer: Layer;
  type: string;
  value: SourceValue;
  modes: Partial<Record<Mode, SourceValue>>;
  description?: string;
  /** A CSS unit that DTCG numbers have no room for, such as `em`. */
  unit?: string;
}

/** Tokens by path, in the order of the source. */
export type SourceTokens = ReadonlyMap<string, SourceToken>;

const defaultFolder = fileURLToPath(new URL('../../src/', import.meta.url));
const reference = /^\{[^{}]+\}$/;

/** Opaque only: the contrast of a translucent colour depends on what happens to lie behind it, so no gate could vouch for it. */
const colour = v.pipe(
  v.union([
    v.string(),
    v.pipe(
      v.object({ colorSpace: v.string(), components: v.array(v.union([v.number(), v.literal('none')])), alpha: v.optional(v.number(), 1) }),
      v.transform(({ colorSpace, components, alpha }) => `color(${colorSpace} ${components.join(' ')} / ${String(alpha)})`),
    ),
  ]),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      const parsed = new Color(dataset.value).to('srgb');
      if (Number(parsed.alpha) !== 1) {
        addIssue({ message: 'has to be opaque: the contrast of a see-through colour cannot be checked' });
        return NEVER;
      }
      return parsed.toGamut().toString({ format: 'hex', collapse: false });
    } catch {
      addIssue({ message: `has “${dataset.value}”, which is not a colour: write it as “#1a2b3c” or as a DTCG colour object` });
      return NEVER;
    }
  }),
);

const literals: Record<string, v.GenericSchema<unknown, SourceValue>> = {
  color: colour,
  dimension: v.pipe(
    v.object({ value: v.number(), unit: v.picklist(['px', 'rem']) }, 'needs a value and a unit of “px” or “rem”'),
    v.transform(({ value, unit }) => `${String(value)}${unit}`),
  ),
  number: v.number('needs a number'),
  fontWeight: v.pipe(v.number('needs a number from 1 to 1000'), v.minValue(1), v.maxValue(1000)),
  fontFamily: v.union([v.string(), v.array(v.string())], 'needs a font’s name or a list of them'),
};

const extensions = v.optional(
  v.looseObject({
    mode: v.optional(v.record(v.string(), v.unknown()), {}),
    unit: v.optional(v.picklist(['em'])),
  }),
  {},
);

interface Reading {
  tokens: Map<string, SourceToken>;
  problems: string[];
}

/** Reads a group of a DTCG file. `known` gives the type of tokens that the file overrides without repeating it. */
function readGroup(
  group: Record<string, unknown>,
  path: string[],
  inherited: string | undefined,
  place: { layer?: Layer; known?: SourceTokens },
  into: Reading,
): void {
  const type = typeof group['$type'] === 'string' ? group['$type'] : inherited;
  if ('$value' in group) {
    readToken(group, path.join('.'), type, place, into);
    return;
  }
  for (const [key, child] of Object.entries(group)) {
    if (key.startsWith('$')) continue;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(key)) {
      into.problems.push(`“${[...path, key].join('.')}”: names are small letters and digits joined by hyphens.`);
      continue;
    }
    if (typeof child !== 'object' || child === null || Array.isArray(child)) {
      into.problems.push(`“${[...path, key].join('.')}” has to be a group or a token with a $value.`);
      continue;
    }
    readGroup(child as Record<string, unknown>, [...path, key], type, place, into);
  }
}

function readToken(
  raw: Record<string, unknown>,
  path: string,
  inherited: string | undefined,
  place: { layer?: Layer; known?: SourceTokens },
  into: Reading,
): void {
  const overridden = place.known?.get(path);
  const base = path.startsWith('palette.') || path.startsWith('typeface.');
  const layer = place.layer ?? overridden?.layer ?? (base ? 'base' : undefined);
  if (!layer) {
    const nearest = place.known ? closest(path, [...place.known.keys()]) : undefined;
    into.problems.push(
      `There is no token “${path}”${nearest ? `: did you mean “${nearest}”?` : '.'} New tokens go in the groups “palette” and “typeface”, where the others can refer to them.`,
    );
    return;
  }
  const type =
    inherited ?? overridden?.type ?? (path.startsWith('palette.') ? 'color' : path.startsWith('typeface.') ? 'fontFamily' : undefined);
  const literal = type === undefined ? undefined : literals[type];
  if (type === undefined || !literal) {
    into.problems.push(`“${path}” needs a $type, one of ${Object.keys(literals).join(', ')}.`);
    return;
  }
  if (overridden && overridden.type !== type) {
    into.problems.push(`“${path}” is a ${overridden.type}, not a ${type}.`);
    return;
  }
  const read = (value: unknown, where: string): SourceValue | undefined => {
    if (typeof value === 'string' && reference.test(value)) return value;
    const result = v.safeParse(literal, value);
    if (result.success) return result.output;
    into.problems.push(`“${path}”${where} ${result.issues[0].message}.`);
    return undefined;
  };
  const extra = v.safeParse(extensions, raw['$extensions']);
  if (!extra.success) {
    into.problems.push(`“${path}” has $extensions that cannot be read: ${extra.issues[0].message}`);
    return;
  }
  const byMode: Partial<Record<Mode, SourceValue>> = {};
  for (const [mode, value] of Object.entries(extra.output.mode)) {
    if (!isMode(mode) || mode === 'light') {
      into.problems.push(`“${path}” has a value for “${mode}”: the modes are ${modes.slice(1).join(', ')}; the light value is $value.`);
      continue;
    }
    const parsed = read(value, ` (${mode})`);
    if (parsed !== undefined) byMode[mode] = parsed;
  }
  const value = read(raw['$value'], '');
  if (value === undefined) return;
  const unit = extra.output.unit ?? overridden?.unit;
  const description = typeof raw['$description'] === 'string' ? raw['$description'] : overridden?.description;
  // Paper is white and ink is black whatever the council's colours are, so a brand that does not speak of print keeps the default's.
  const print = byMode.print ?? overridden?.modes.print;
  into.tokens.set(path, {
    path,
    layer,
    type,
    value,
    modes: print === undefined ? byMode : { ...byMode, print },
    ...(description === undefined ? {} : { description }),
    ...(unit === undefined ? {} : { unit }),
  });
}

function isMode(name: string): name is Mode {
  return (modes as readonly string[]).includes(name);
}

async function readJson(file: string): Promise<Record<string, unknown> | string> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    return `“${file}” cannot be read: ${error instanceof Error ? error.message : String(error)}.`;
  }
  try {
    const json: unknown = JSON.parse(text);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Record<string, unknown>;
    return `“${file}” has to hold one JSON object.`;
  } catch (error) {
    return `“${file}” is not JSON: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** The default theme: every `*.tokens.json` of this package, floor by floor. */
export async function readDefaultTheme(): Promise<SourceTokens> {
  const into: Reading = { tokens: new Map(), problems: [] };
  for (const layer of layers) {
    const folder = join(defaultFolder, layer);
    const files = (await readdir(folder)).filter((name) => name.endsWith('.tokens.json')).sort();
    for (const file of files) {
      const json = await readJson(join(folder, file));
      if (typeof json === 'string') throw new Error(json);
      readGroup(json, [], undefined, { layer }, into);
    }
  }
  if (into.problems.length > 0) throw new Error(into.problems.join('\n'));
  return into.tokens;
}

/** A council's own file: its name, its tokens, and what is wrong with it. */
export async function readBrand(file: string, known: SourceTokens): Promise<{ name: string; tokens: SourceTokens; problems: string[] }> {
  const into: Reading = { tokens: new Map(), problems: [] };
  const json = await readJson(file);
  const fallbackName = basename(file).replace(/(\.tokens)?\.json$/, '');
  if (typeof json === 'string') return { name: fallbackName, tokens: into.tokens, problems: [json] };
  readGroup(json, [], undefined, { known }, into);
  const name = typeof json['$description'] === 'string' ? json['$description'] : fallbackName;
  return { name, tokens: into.tokens, problems: into.problems };
}

/** The default theme with a brand laid over it. A token is overridden whole: its dark value goes with its light one. */
export function overlay(base: SourceTokens, brand: SourceTokens): SourceTokens {
  return new Map([...base, ...brand]);
}

/** The name within two slips of the pen, if there is one. */
function closest(name: string, names: readonly string[]): string | undefined {
  let best: { name: string; distance: number } | undefined;
  for (const candidate of names) {
    const distance = editDistance(name, candidate);
    if (distance <= 3 && (!best || distance < best.distance)) best = { name: candidate, distance };
  }
  return best?.name;
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
