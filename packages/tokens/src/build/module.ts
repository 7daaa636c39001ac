import { hostScope, minified, themeCss } from './css.ts';
import type { Mode } from './modes.ts';
import type { ResolvedTheme, ResolvedToken } from './resolve.ts';

const shippedModes = ['dark', 'contrast', 'dark-contrast', 'wide', 'print'] as const satisfies readonly Mode[];

/** The tokens that become custom properties, with their values in each mode where it differs from the light one. */
function shipped(theme: ResolvedTheme): { token: ResolvedToken; values: Record<string, string> }[] {
  return [...theme.light.values()]
    .filter(({ layer }) => layer !== 'base')
    .map((token) => {
      const values: Record<string, string> = { light: token.declared };
      for (const mode of shippedModes) {
        const declared = theme[mode].get(token.path)?.declared;
        if (declared !== undefined && declared !== token.declared) values[mode] = declared;
      }
      return { token, values };
    });
}

/** `tokens.js`: every custom property and what it is in each mode. */
export function tokensModule(theme: ResolvedTheme): string {
  const lines = shipped(theme).map(({ token, values }) => `  '${token.name}': ${JSON.stringify(values)},\n`);
  return `export const tokens = {\n${lines.join('')}};\n`;
}

/** `tokens.d.ts`. */
export function tokensDeclaration(theme: ResolvedTheme): string {
  const names = shipped(theme).map(({ token }) => `  | '${token.name}'\n`);
  return `/** A custom property of the design tokens. */
export type TokenName =
${names.join('')};

/** A token's value on a light page, and in the other modes where it differs; references stay \`var()\`. */
export interface TokenValues {
  light: string;
  dark?: string;
  contrast?: string;
  'dark-contrast'?: string;
  wide?: string;
  print?: string;
}

/** Every design token of the default theme. */
export declare const tokens: Readonly<Record<TokenName, TokenValues>>;
`;
}

/** `host.js`: the same CSS as council.css, declared on the host of the shadow root that adopts it. */
export function hostModule(theme: ResolvedTheme): string {
  const css = minified(themeCss(theme, new Set(theme.light.keys()), hostScope));
  return `export const hostTokens = ${JSON.stringify(css)};\n`;
}

/** `host.d.ts`. */
export function hostDeclaration(): string {
  return `/**
 * The default theme as CSS for a shadow root, in every mode: what a widget adopts in a page that does not bring the tokens itself
 * (one whose \`--council-tokens\` is not set). Declared on \`:host\`, so the page can still set each token on the tag.
 */
export declare const hostTokens: string;
`;
}
