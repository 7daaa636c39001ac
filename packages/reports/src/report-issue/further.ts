/** Fetched when the first question stands, as one file: what the later ones take, and what sends them. */
import { define } from '@council-kit/core';
import { tagStyles } from '@council-kit/elements/stylesheet.js';
import { furtherStyles as journeyStyles } from '@council-kit/journeys/further.js';
import type { CSSResult } from 'lit';
import { reportIssueStyles } from './report-issue.styles.ts';
import { CouncilReportPlace } from './special/council-report-place.ts';

define('council-report-place', CouncilReportPlace);

export * from '@council-kit/journeys/further.js';
export * from '@council-kit/journeys/runner.js';
export { preparePhoto } from '@council-kit/elements';
export { askNearby, askPlace, sendReport } from './ask-further.ts';
export { questionOfField } from './report-of-answers.ts';
export { confirmationTemplate } from './confirmation.template.ts';
export { reportPlace } from './special/report-place.ts';
export { reportsNearby } from './special/reports-nearby.ts';
export { uploadPhoto } from './upload-photo.ts';

/** The journey's and its own. */
export const furtherStyles: readonly CSSResult[] = [...journeyStyles, tagStyles, reportIssueStyles];
