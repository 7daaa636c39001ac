export { journeyPages, type JourneyPagesOptions } from './journey-pages.ts';
export { definitionFaults } from '../engine/definition-faults.ts';
