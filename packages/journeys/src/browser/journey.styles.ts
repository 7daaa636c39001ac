import {
  baseStyles,
  buttonStyles,
  fieldStyles,
  insetTextStyles,
  languageNavigationStyles,
  linkStyles,
  textInputStyles,
  typographyStyles,
  warningTextStyles,
} from '@council-kit/elements/stylesheet.js';
import type { CSSResult } from 'lit';

/**
 * What a widget that runs a journey adopts: the styles of the components that its first page may be made of, and no others. Those of
 * the further pages follow with them.
 */
export const journeyStyles: CSSResult[] = [
  baseStyles,
  typographyStyles,
  linkStyles,
  fieldStyles,
  textInputStyles,
  buttonStyles,
  languageNavigationStyles,
  insetTextStyles,
  warningTextStyles,
];
