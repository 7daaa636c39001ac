/**
 * What takes the first answer and runs the journey from there: `@council-kit/journeys/runner.js`, for `import()`. A service that fetches code of
 * its own then re-exports it from there, so that all of it comes as one file.
 */
import '@council-kit/elements/define/error-summary.js';
import '@council-kit/elements/define/panel.js';
import { backLinkStyles, errorSummaryStyles, panelStyles, summaryListStyles } from '@council-kit/elements/stylesheet.js';
import type { CSSResult } from 'lit';

export { RunningJourney } from './browser/running-journey.ts';

/** Adopted after `journeyStyles`. */
export const runnerStyles: readonly CSSResult[] = [backLinkStyles, errorSummaryStyles, summaryListStyles, panelStyles];
