import type { OsPlacesOptions } from './settings.ts';

/** An answer in the way of Ordnance Survey's front door (Apigee), which stands before every API and has its own error shape. */
export interface Fault {
  status: 401 | 403 | 429;
  faultstring: string;
  errorcode: string;
}

/** The front door: keys and limits. */
export class Access {
  readonly #keys: ReadonlyMap<string, number>;
  readonly #otherProjects: ReadonlySet<string>;
  readonly #otherPlans: ReadonlySet<string>;
  readonly #now: () => number;
  readonly #minutes = new Map<string, { start: number; questions: number }>();

  constructor(options: OsPlacesOptions) {
    this.#keys = new Map(Object.entries(options.keys ?? { 'sandbox-key': 600, 'sandbox-development-key': 50 }));
    this.#otherProjects = new Set(options.otherProjects ?? []);
    this.#otherPlans = new Set(options.otherPlans ?? []);
    this.#now = options.now ?? Date.now;
  }

  /** The keys and their limits. */
  get keys(): ReadonlyMap<string, number> {
    return this.#keys;
  }

  /** Lets a question in, and counts it; or says why not. A question over the limit counts too, as it does there. */
  refuse(key: string | undefined): Fault | undefined {
    if (key === undefined || key === '') {
      return {
        status: 401,
        faultstring: 'Failed to resolve API Key variable request.queryparam.key',
        errorcode: 'steps.oauth.v2.FailedToResolveAPIKey',
      };
    }
    if (this.#otherProjects.has(key)) {
      return { status: 401, faultstring: 'Invalid ApiKey for given resource', errorcode: 'oauth.v2.InvalidApiKeyForGivenResource' };
    }
    // That there is a 403 is documented (https://docs.os.uk/os-apis/core-concepts/error-codes), its words are not: a client may read no more than the status.
    if (this.#otherPlans.has(key))
      return {
        status: 403,
        faultstring: 'The plan of this API Key does not include the resource',
        errorcode: 'sandbox.PlanWithoutResource',
      };
    const limit = this.#keys.get(key);
    if (limit === undefined) return { status: 401, faultstring: 'Invalid ApiKey', errorcode: 'oauth.v2.InvalidApiKey' };
    const now = this.#now();
    const minute = this.#minutes.get(key);
    const current = minute && now - minute.start < 60_000 ? minute : { start: now, questions: 0 };
    current.questions += 1;
    this.#minutes.set(key, current);
    return current.questions > limit ? tooMany(key) : undefined;
  }

  /** Starts every minute afresh. */
  reset(): void {
    this.#minutes.clear();
  }
}

/** What Apigee says of a limit, two blanks included. */
export const tooMany = (key: string): Fault => ({
  status: 429,
  faultstring: `Rate limit quota violation. Quota limit  exceeded. Identifier : ${key}`,
  errorcode: 'policies.ratelimit.QuotaViolation',
});
