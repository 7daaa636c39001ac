/**
 * What a runner fetches when the first page stands: the further pages, and what they look like and do. `@council-kit/journeys/further.js`,
 * for `import()`: a service that fetches code of its own then re-exports it from there, so that all of it comes as one file.
 */
import '@council-kit/elements/define/file-upload.js';
import '@council-kit/elements/define/panel.js';
import '@council-kit/elements/define/textarea.js';
import {
  dateInputStyles,
  fileUploadStyles,
  panelStyles,
  selectStyles,
  summaryListStyles,
  textareaStyles,
} from '@council-kit/elements/stylesheet.js';
import type { CSSResult } from 'lit';

export * from './browser/further-run.ts';
export * from './page/further-pages.ts';

/** Adopted after `journeyStyles`. */
export const furtherStyles: readonly CSSResult[] = [
  textareaStyles,
  selectStyles,
  dateInputStyles,
  fileUploadStyles,
  summaryListStyles,
  panelStyles,
];
