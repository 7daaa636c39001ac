import { choicesStyles, fieldsetStyles } from '@council-kit/elements/stylesheet.js';
import type { CSSResult } from 'lit';

/** Beside `journeyStyles`, for a first page that asks for a choice. */
export const choiceStyles: CSSResult[] = [fieldsetStyles, choicesStyles];
