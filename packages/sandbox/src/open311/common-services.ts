/**
 * The kinds of report that most councils take, as council-kit's reports have them unless a council names its own. What is asked about each is
 * left to the client: attributes are kept and not judged. A test compares the codes with those of the reports.
 */
import { parseServices, type Service } from './services.ts';

const kinds: readonly (readonly [service_code: string, service_name: string, group: string])[] = [
  ['fly-tipping', 'Fly-tipping', 'Rubbish and cleaning'],
  ['litter', 'Litter and street sweeping', 'Rubbish and cleaning'],
  ['litter-bin', 'Litter bin or dog bin', 'Rubbish and cleaning'],
  ['graffiti', 'Graffiti or fly-posting', 'Rubbish and cleaning'],
  ['dog-fouling', 'Dog fouling', 'Rubbish and cleaning'],
  ['dead-animal', 'Dead animal', 'Rubbish and cleaning'],
  ['missed-bin', 'Missed bin collection', 'Rubbish and cleaning'],
  ['pothole', 'Pothole or damaged road', 'Roads and pavements'],
  ['pavement', 'Damaged pavement or path', 'Roads and pavements'],
  ['street-light', 'Street light', 'Roads and pavements'],
  ['street-sign', 'Street sign or road sign', 'Roads and pavements'],
  ['blocked-drain', 'Blocked drain or gully', 'Roads and pavements'],
  ['flooding', 'Flooding', 'Roads and pavements'],
  ['obstruction', 'Something blocking a road or path', 'Roads and pavements'],
  ['abandoned-vehicle', 'Abandoned vehicle', 'Roads and pavements'],
  ['fallen-tree', 'Fallen or dangerous tree', 'Trees, hedges and parks'],
  ['overgrown', 'Overgrown hedge, grass or weeds', 'Trees, hedges and parks'],
  ['play-area', 'Play area or park', 'Trees, hedges and parks'],
];

/** What `council-sandbox` takes unless `--services` says otherwise. */
export const commonServices: readonly Service[] = parseServices(
  kinds.map(([service_code, service_name, group]) => ({ service_code, service_name, group })),
);
