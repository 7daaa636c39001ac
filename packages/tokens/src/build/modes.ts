/**
 * A token has one value for every situation it is seen in. `$value` is the light one; the others stand beside it in
 * `$extensions.mode` and are left out where nothing changes.
 */
export const modes = ['light', 'dark', 'contrast', 'dark-contrast', 'wide', 'print'] as const;

/**
 * - `light`: the value itself.
 * - `dark`: on a dark page.
 * - `contrast`: for readers who ask their device for more contrast, on a light page.
 * - `dark-contrast`: the same, on a dark page.
 * - `wide`: from 40em up (type sizes).
 * - `print`: on paper.
 */
export type Mode = (typeof modes)[number];

/** What stands in where a token says nothing of a mode, nearest first; last of all its `$value`. */
const fallbacks: Record<Mode, readonly Mode[]> = {
  light: [],
  dark: [],
  contrast: [],
  'dark-contrast': ['dark'],
  wide: [],
  print: [],
};

/** The modes in which colours are seen, so the ones the contrast gate walks through. */
export const colourModes = ['light', 'dark', 'contrast', 'dark-contrast', 'print'] as const satisfies readonly Mode[];

/** How a mode is called in a sentence. */
export const modeNames: Record<Mode, string> = {
  light: 'light',
  dark: 'dark',
  contrast: 'light with more contrast',
  'dark-contrast': 'dark with more contrast',
  wide: 'wide screens',
  print: 'print',
};

/** A token's source value in a mode. */
export function valueInMode<Value>(token: { value: Value; modes: Partial<Record<Mode, Value>> }, mode: Mode): Value {
  for (const candidate of [mode, ...fallbacks[mode]]) {
    const value = token.modes[candidate];
    if (value !== undefined) return value;
  }
  return token.value;
}
