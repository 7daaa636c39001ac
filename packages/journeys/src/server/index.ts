export { journeyPages, type JourneyPagesOptions, type ServiceFor, type SubmitPage } from './journey-pages.ts';
export { definitionFaults } from '../engine/definition-faults.ts';
