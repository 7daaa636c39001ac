import type { Mode } from './modes.ts';
import type { ResolvedTheme, ResolvedToken } from './resolve.ts';

/** Where the declarations are made. */
export interface Scope {
  /** Where every token is declared. */
  root: string;
  /** An element that says its colour scheme, with a scheme or with any. */
  scheme: (name?: 'dark' | 'light' | 'auto') => string;
}

/** The page: `:root`, and any element with `data-council-colour-scheme`. */
export const pageScope: Scope = {
  root: ':root',
  scheme: (name) => (name ? `[data-council-colour-scheme='${name}']` : '[data-council-colour-scheme]'),
};

/** The inside of a shadow root. */
export const hostScope: Scope = {
  root: ':host',
  scheme: (name) => `:host(${pageScope.scheme(name)})`,
};

interface Block {
  /** The situation the block describes. */
  mode: Mode;
  /** The blocks that also hold in that situation and come before: what they say need not be said again. */
  over: readonly Mode[];
  media?: string;
  selector: (scope: Scope) => string;
  also?: string;
}

const everywhere = ({ root, scheme }: Scope) => `${root},\n${scheme()}`;

/** In the order of the cascade. All selectors weigh the same, so that what comes later wins, in this file and in a brand's file after it. */
const blocks: readonly Block[] = [
  { mode: 'dark', over: ['light'], selector: ({ scheme }) => scheme('dark'), also: 'color-scheme: dark;' },
  {
    mode: 'dark',
    over: ['light'],
    media: '(prefers-color-scheme: dark)',
    selector: ({ scheme }) => scheme('auto'),
    also: 'color-scheme: dark;',
  },
  { mode: 'contrast', over: ['light'], media: '(prefers-contrast: more)', selector: everywhere },
  {
    mode: 'dark-contrast',
    over: ['light', 'dark', 'contrast'],
    media: '(prefers-contrast: more)',
    selector: ({ scheme }) => scheme('dark'),
  },
  {
    mode: 'dark-contrast',
    over: ['light', 'dark', 'contrast'],
    media: '(prefers-contrast: more) and (prefers-color-scheme: dark)',
    selector: ({ scheme }) => scheme('auto'),
  },
  { mode: 'wide', over: ['light'], media: '(min-width: 40em)', selector: ({ root }) => root },
  {
    mode: 'print',
    over: ['light', 'dark', 'contrast', 'dark-contrast'],
    media: 'print',
    selector: everywhere,
    also: 'color-scheme: light;',
  },
];

const indent = (text: string) => text.replace(/^(?=.)/gm, '  ');

function rule(selector: string, declarations: readonly string[]): string {
  return declarations.length === 0 ? '' : `${selector} {\n${declarations.map((line) => `  ${line}\n`).join('')}}\n`;
}

const declaration = ({ name, declared }: ResolvedToken) => `${name}: ${declared};`;

function tokensOf(theme: ResolvedTheme, mode: Mode, paths: ReadonlySet<string>): ResolvedToken[] {
  return [...theme[mode].values()].filter((token) => token.layer !== 'base' && paths.has(token.path));
}

/**
 * The theme's custom properties as CSS.
 * @param paths Which tokens: all of them, or those a brand changes.
 * @param sentinel Declarations besides the tokens, at the root.
 */
export function themeCss(theme: ResolvedTheme, paths: ReadonlySet<string>, scope: Scope, sentinel: readonly string[] = []): string {
  const light = tokensOf(theme, 'light', paths);
  const isColour = ({ type }: ResolvedToken) => type === 'color';
  const colours = light.filter(isColour).map(declaration);
  // Colours are declared again on every element that names a scheme, so that var() between them is worked out there.
  let css =
    rule(scope.root, [...sentinel, ...light.filter((token) => !isColour(token)).map(declaration)]) + rule(everywhere(scope), colours);
  if (colours.length > 0) css += rule(scope.scheme('light'), ['color-scheme: light;']);
  for (const { mode, over, media, selector, also } of blocks) {
    const declarations = tokensOf(theme, mode, paths)
      .filter((token) => over.some((other) => theme[other].get(token.path)?.declared !== token.declared))
      .map(declaration);
    if (declarations.length === 0) continue;
    const block = rule(selector(scope), also ? [also, ...declarations] : declarations);
    css += media ? `@media ${media} {\n${indent(block)}}\n` : block;
  }
  return css;
}

/** Without the white space that only people read. */
export function minified(css: string): string {
  return css
    .replace(/\s*\n\s*/g, '')
    .replace(/ \{/g, '{')
    .replace(/(?<=[-\w)]): (?=[^\s])/g, ':')
    .replaceAll(';}', '}')
    .replaceAll(', ', ',');
}

/** The tokens whose declarations differ between two themes in any mode. */
export function changedPaths(theme: ResolvedTheme, from: ResolvedTheme): Set<string> {
  const changed = new Set<string>();
  for (const mode of Object.keys(theme) as Mode[]) {
    for (const token of theme[mode].values()) {
      if (token.layer !== 'base' && from[mode].get(token.path)?.declared !== token.declared) changed.add(token.path);
    }
  }
  return changed;
}
