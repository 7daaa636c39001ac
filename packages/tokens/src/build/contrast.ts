import Color from 'colorjs.io';
import { colourModes, modeNames, type Mode } from './modes.ts';
import { needs, pairings as declared, type Pairing } from './pairings.ts';
import type { ResolvedTheme } from './resolve.ts';

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
 * The contrast gate: one sentence for each pair of colours that fails and each colour that no pairing covers. A theme is built
 * only when there are none.
 */
export function contrastProblems(themeName: string, theme: ResolvedTheme, pairings: readonly Pairing[] = declared): string[] {
  const failing = Map.groupBy(
    measureContrast(theme, pairings).filter(({ passes }) => !passes),
    // The same two colours fail once, however many tokens lead to them.
    ({ mode, pairing }) => {
      const value = (path: string) => theme[mode].get(path)?.value;
      return [mode, pairing.need, ...foregroundsOf(pairing).map(value), value(pairing.background)].join(' ');
    },
  );
  const sentences = [...failing.values()].map((group) => failure(themeName, theme, group));
  const unpaired = unpairedColours(theme, pairings).map(
    (path) =>
      `${themeName}: the colour “${path}” is in no pairing, so nothing checks its contrast. Add it to pairings.ts with what it is seen against.`,
  );
  return [...sentences, ...unpaired];
}

function failure(themeName: string, theme: ResolvedTheme, group: readonly Contrast[]): string {
  const [first, ...others] = group;
  if (!first) return '';
  const { mode, pairing, ratio, needed } = first;
  const value = (path: string) => theme[mode].get(path)?.value ?? '';
  const named = (path: string) => `${path} (${value(path)})`;
  const foregrounds = foregroundsOf(pairing);
  const [foreground = ''] = foregrounds;
  const subject = foregrounds.length > 1 ? `neither ${foregrounds.map(named).join(' nor ')} stands out` : named(foreground);
  const nearest = foregrounds.length > 1 ? undefined : nearestPassing(value(foreground), value(pairing.background), needed);
  const same = others.map((other) => `${foregroundsOf(other.pairing).join(' and ')} on ${other.pairing.background}`).join(', ');
  return [
    `${themeName}, ${modeNames[mode]}: ${subject} on ${named(pairing.background)}: the contrast is ${shown(ratio)}:1; ${needs[pairing.need].says}.`,
    nearest ? ` ${nearest} would pass.` : '',
    same ? ` The same colours: ${same}.` : '',
  ].join('');
}

/** The colour of the same hue and as near in lightness as can be that reaches a contrast against the background, if any does. */
function nearestPassing(foreground: string, background: string, needed: number): string | undefined {
  const { l } = new Color(foreground).oklch;
  for (let step = 1; step <= 100; step += 1) {
    for (const lightness of [Number(l) - step / 100, Number(l) + step / 100]) {
      if (lightness < 0 || lightness > 1) continue;
      const candidate = new Color(foreground);
      candidate.oklch.l = lightness;
      const hex = candidate.to('srgb').toGamut().toString({ format: 'hex', collapse: false });
      if (contrastRatio(hex, background) >= needed) return hex;
    }
  }
  return undefined;
}

/** Rounded down: 4.499 is not shown as the 4.5 that it failed to be. */
const shown = (ratio: number) => (Math.floor(ratio * 100) / 100).toFixed(2);
