/** The browser half. Registers nothing: import `@council-kit/reports/define.js` for that. */
export * from './contract.ts';
export { statusNames } from './contract/status.messages.ts';
export { reportForm, type ReportFormOptions } from './report-issue.journey.ts';
export { journeyOfForm } from './report-issue/journey-of-form.ts';
export { CouncilReportIssue } from './report-issue/report-issue.ts';
export { CouncilReportStatus } from './report-status/report-status.ts';
export { newReference, readReference } from './rules/reference.ts';
export { defaultServices } from './services/default-services.ts';
