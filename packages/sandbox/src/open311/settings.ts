import type { Dialect, Reply } from './dialect.ts';

/** How the back office behaves. */
export interface Open311Options {
  /** Default 'open311'. */
  dialect?: Dialect;
  /** Whether JSON keeps the root's name around its content. By default mysociety's does and open311's does not; open311-adapter itself speaks mysociety's, bare. */
  wrapped?: boolean;
  /** How every service acknowledges; by default as its own `type` says. */
  reply?: Reply;
  /** How many times GET /tokens/{token} answers "not yet". Default 0. */
  tokenPolls?: number;
  /** The keys that may POST. Default `['sandbox-key']`. */
  apiKeys?: readonly string[];
  /** The one jurisdiction served. Default 'sandbox'. The mysociety dialect requires clients to name it. */
  jurisdictionId?: string;
  /** The services, as JSON in Open311's own names, each with its attributes. Default: a small list with fly-tipping, pothole and street light. */
  services?: unknown;
  /** A JSON-lines file that keeps the book over a kill and a restart. In memory by default. */
  keepIn?: string;
  /** An attribute's code, such as 'client_reference': a POST with a value seen before is answered with the first one's id. Off by default. */
  deduplicateBy?: string;
  /** The longest body taken, in bytes. Default 100 MB. */
  maximumBody?: number;
  /** The name of the department in `agency_responsible`. */
  agency?: string;
  /** Told, in a sentence without anything personal, of each report that is refused and why. */
  log?: (sentence: string) => void;
  /** The clock. */
  now?: () => Date;
}
