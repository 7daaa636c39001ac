/**
 * What only some pages need: questions that are more than a line, lists of entries, drafts that can be gone on with. A runner fetches it
 * where a page needs it: `@council-kit/journeys/further.js`, for `import()`.
 */
import '@council-kit/elements/define/checkboxes.js';
import '@council-kit/elements/define/file-upload.js';
import '@council-kit/elements/define/radios.js';
import '@council-kit/elements/define/textarea.js';
import {
  choicesStyles,
  dateInputStyles,
  fieldsetStyles,
  fileUploadStyles,
  selectStyles,
  textareaStyles,
} from '@council-kit/elements/stylesheet.js';
import type { CSSResult } from 'lit';

export * from './page/further-pages.ts';

/** Adopted after those of the runner. */
export const furtherStyles: readonly CSSResult[] = [
  textareaStyles,
  selectStyles,
  dateInputStyles,
  fileUploadStyles,
  fieldsetStyles,
  choicesStyles,
];
