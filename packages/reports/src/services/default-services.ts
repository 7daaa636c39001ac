import type { ServiceKind } from '../contract/service-kind.ts';
import { roads } from './roads.ts';
import { rubbish, vehicles } from './rubbish.ts';
import { treesAndParks } from './trees-and-parks.ts';

/** The kinds of report most councils take, until a council names its own in the settings. In the order they are listed. */
export const defaultServices: readonly ServiceKind[] = [...rubbish, ...roads, ...vehicles, ...treesAndParks];
