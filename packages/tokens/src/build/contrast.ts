import Color from 'colorjs.io';
import { colourModes, modeNames, type Mode } from './modes.ts';
import { needs, pairings as declared, type Pairing } from './pairings.ts';
import type { ResolvedTheme, ResolvedToken } from './resolve.ts';

/** A pairing measured in one mode. */
export interface Contrast {
  mode: Mode;
  pairing: Pairing;
  /** As WCAG computes it: from 1 to 21. Of two foregrounds, the better one's. */
  ratio: number;
  needed: number;
  passes: boolean;
}

/** WCAG's contrast of two opaque colours: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastRatio(one: string, other: string): number {
  return Color.contrast(one, other, 'WCAG21');
}

const foregroundsOf = ({ foreground }: Pairing): readonly string[] => (typeof foreground === 'string' ? [foreground] : foreground);

/** Every pairing in every mode that shows colours. Throws where a pairing names a token that is no colour of the theme. */
export function measureContrast(theme: ResolvedTheme, pairings: readonly Pairing[] = declared): Contrast[] {
  return colourModes.flatMap((mode) => {
    const colour = (path: string): string => {
      const token = theme[mode].get(path);
      if (token?.type !== 'color') throw new Error(`The pairings name “${path}”, which is not a colour of the theme.`);
      return token.value;
    };
    return pairings.map((pairing) => {
      const background = colour(pairing.background);
      const ratio = Math.max(...foregroundsOf(pairing).map((path) => contrastRatio(colour(path), background)));
      const needed = needs[pairing.need].ratio;
      return { mode, pairing, ratio, needed, passes: ratio >= needed };
    });
  });
}

/** The colours that components can use and no pairing speaks for. */
export function unpairedColours(theme: ResolvedTheme, pairings: readonly Pairing[] = declared): string[] {
  const paired = new Set(pairings.flatMap((pairing) => [...foregroundsOf(pairing), pairing.background]));
  return [...theme.light.values()]
    .filter(({ type, layer, path }) => type === 'color' && layer !== 'base' && !paired.has(path))
    .map(({ path }) => path);
}

/**
 * The contrast gate: one sentence for each pairing that fails and each colour that no pairing covers. A theme is built only when
 * there are none.
 */
export function contrastProblems(themeName: string, theme: ResolvedTheme, pairings: readonly Pairing[] = declared): string[] {
  const failing = measureContrast(theme, pairings)
    .filter(({ passes }) => !passes)
    .map(({ mode, pairing, ratio }) => {
      const named = (path: string) => describe(path, theme[mode].get(path));
      const foregrounds = foregroundsOf(pairing);
      const subject = foregrounds.length > 1 ? `neither ${foregrounds.map(named).join(' nor ')} stands out` : named(foregrounds[0] ?? '');
      return `${themeName}, ${modeNames[mode]}: ${subject} on ${named(pairing.background)}: the contrast is ${shown(ratio)}:1; ${needs[pairing.need].says}.`;
    });
  const unpaired = unpairedColours(theme, pairings).map(
    (path) =>
      `${themeName}: the colour “${path}” is in no pairing, so nothing checks its contrast. Add it to pairings.ts with what it is seen against.`,
  );
  return [...failing, ...unpaired];
}

const describe = (path: string, token: ResolvedToken | undefined) => `${path} (${token?.value ?? 'missing'})`;

/** Rounded down: 4.499 is not shown as the 4.5 that it failed to be. */
const shown = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);
