import StyleDictionary from 'style-dictionary';
import type { DesignTokens } from 'style-dictionary/types';
import { modes, valueInMode, type Mode } from './modes.ts';
import type { Layer, SourceToken, SourceTokens } from './source.ts';

/** A token in one mode. */
export interface ResolvedToken {
  path: string;
  /** Its custom property: `--council-colour-link-hover`. */
  name: string;
  layer: Layer;
  type: string;
  description?: string;
  /** The value with every reference followed, as CSS writes it. */
  value: string;
  /** What the declaration says: the value, or `var()` of the token it refers to. */
  declared: string;
}

/** Every token of a theme in every mode, by path, in the order of the source. */
export type ResolvedTheme = Record<Mode, ReadonlyMap<string, ResolvedToken>>;

/** The custom property of a token. */
export function propertyName(path: string): string {
  return `--council-${path.replaceAll('.', '-')}`;
}

/** Style Dictionary's tree of one mode. */
function treeInMode(tokens: SourceTokens, mode: Mode): DesignTokens {
  const tree: Record<string, unknown> = {};
  for (const token of tokens.values()) {
    const path = token.path.split('.');
    let group = tree;
    for (const step of path.slice(0, -1)) {
      group[step] ??= {};
      group = group[step] as Record<string, unknown>;
    }
    group[path.at(-1) ?? ''] = { $type: token.type, $value: valueInMode(token, mode) };
  }
  return tree as DesignTokens;
}

/** A reference to a token that has a custom property stays one, so that the page can still change it. */
function declaredValue(source: SourceToken, mode: Mode, value: string, tokens: SourceTokens): string {
  const written = valueInMode(source, mode);
  const target = typeof written === 'string' ? /^\{([^{}]+)\}$/.exec(written)?.[1] : undefined;
  if (target === undefined || tokens.get(target)?.layer === 'base') return value;
  return `var(${propertyName(target)})`;
}

async function resolveMode(tokens: SourceTokens, mode: Mode): Promise<Map<string, ResolvedToken>> {
  const dictionary = new StyleDictionary({
    tokens: treeInMode(tokens, mode),
    log: { verbosity: 'silent', errors: { brokenReferences: 'throw' } },
    platforms: { css: { transforms: ['name/kebab', 'color/css', 'fontFamily/css'] } },
  });
  await dictionary.hasInitialized;
  const { allTokens } = await dictionary.getPlatformTokens('css');
  const resolved = new Map<string, ResolvedToken>();
  for (const token of allTokens) {
    const path = token.path.join('.');
    const source = tokens.get(path);
    if (!source) continue;
    const value = `${String(token['$value'])}${source.unit ?? ''}`;
    resolved.set(path, {
      path,
      name: propertyName(path),
      layer: source.layer,
      type: source.type,
      ...(source.description === undefined ? {} : { description: source.description }),
      value,
      declared: declaredValue(source, mode, value, tokens),
    });
  }
  return resolved;
}

/** What is wrong with the references: to nothing, in a circle, or to a token of another type. */
export function checkReferences(tokens: SourceTokens): string[] {
  const problems = new Set<string>();
  for (const token of tokens.values()) {
    for (const mode of modes) {
      const seen = [token.path];
      let at = token;
      for (;;) {
        const written = valueInMode(at, mode);
        const target = typeof written === 'string' ? /^\{([^{}]+)\}$/.exec(written)?.[1] : undefined;
        if (target === undefined) break;
        const next = tokens.get(target);
        if (!next) {
          problems.add(`“${at.path}” refers to “${target}”, which does not exist.`);
          break;
        }
        if (next.type !== token.type) {
          problems.add(`“${at.path}” is a ${token.type} and refers to “${target}”, which is a ${next.type}.`);
          break;
        }
        if (seen.includes(target)) {
          problems.add(`“${[...seen, target].join('” refers to “')}”: that is a circle.`);
          break;
        }
        seen.push(target);
        at = next;
      }
    }
  }
  return [...problems];
}

/** Follows every reference in every mode. The references have to have been checked. */
export async function resolveTheme(tokens: SourceTokens): Promise<ResolvedTheme> {
  const [light, dark, contrast, darkContrast, wide, print] = await Promise.all([
    resolveMode(tokens, 'light'),
    resolveMode(tokens, 'dark'),
    resolveMode(tokens, 'contrast'),
    resolveMode(tokens, 'dark-contrast'),
    resolveMode(tokens, 'wide'),
    resolveMode(tokens, 'print'),
  ]);
  return { light, dark, contrast, 'dark-contrast': darkContrast, wide, print };
}
