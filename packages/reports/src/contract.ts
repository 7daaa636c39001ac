/** Everything that goes over the wire, shared by both halves. */
export * from './contract/open311.ts';
export * from './contract/report.ts';
export * from './contract/report-form.ts';
export * from './contract/service-kind.ts';
export * from './contract/status.ts';
