/** What the widget fetches while its first question is read, as one file: everything but that question. */
import '@council-kit/elements/define/details.js';
import '@council-kit/elements/define/error-summary.js';
import '@council-kit/elements/define/radios.js';
import { backLinkStyles, choicesStyles, errorSummaryStyles, fieldsetStyles, summaryListStyles } from '@council-kit/elements/stylesheet.js';
import type { CSSResult } from 'lit';

export { PaymentFlow } from './payment-flow.ts';

/** Adopted after the widget's own. */
export const furtherStyles: readonly CSSResult[] = [backLinkStyles, errorSummaryStyles, fieldsetStyles, choicesStyles, summaryListStyles];
