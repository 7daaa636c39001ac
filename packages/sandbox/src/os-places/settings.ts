import type { Gazetteer } from '../gazetteer/gazetteer.ts';

/** How OS Places behaves. */
export interface OsPlacesOptions {
  /** The addresses. By default a gazetteer of 100,000 of its own; give one to several platforms so that they agree. */
  gazetteer?: Gazetteer;
  /**
   * The keys that are known, with the questions that each may ask in a minute: Ordnance Survey allows a live project 600 and one in development
   * 50. Default `{ 'sandbox-key': 600, 'sandbox-development-key': 50 }`.
   */
  keys?: Readonly<Record<string, number>>;
  /** Keys of a project that has no OS Places API: they are answered 401 with another sentence. */
  otherProjects?: readonly string[];
  /** Keys that are known and whose plan does not include OS Places: they are answered 403. */
  otherPlans?: readonly string[];
  /** The clock of the limits, in milliseconds. */
  now?: () => number;
}
