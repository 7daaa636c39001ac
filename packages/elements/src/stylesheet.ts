import type { CSSResult } from 'lit';
import { fieldStyles } from './field/field.styles.ts';
import { baseStyles } from './page/base.styles.ts';
import { textInputStyles } from './text-input/text-input.styles.ts';

/** Every style of the package, in order: what `council.css` is made of. */
export const stylesheet: readonly CSSResult[] = [baseStyles, fieldStyles, textInputStyles];
