/**
 * Ordnance Survey's OS Places: https://docs.os.uk/os-apis/accessing-os-apis/os-places-api. Its limit is the bottleneck, so what is asked is kept for a
 * while, asked once however many ask it, and shared fairly.
 */
import { jsonAnswer, Problem, retryAfterSeconds, UpstreamError, type Clock, type Upstream } from '@council-kit/gateway';
import * as v from 'valibot';
import { dpaSchema, lpiSchema, type DpaRecord, type LpiRecord } from '../../rules/os-record.ts';
import { addressProblem } from '../problems.ts';
import { RecentAnswers } from '../recent-answers.ts';
import type { AddressSettings } from '../settings.ts';
import { Budget } from './budget.ts';

export const system = 'os-places';

export type OsResource = 'find' | 'postcode' | 'uprn' | 'nearest' | 'radius' | 'bbox';
export const osResources: readonly OsResource[] = ['find', 'postcode', 'uprn', 'nearest', 'radius', 'bbox'];

/** An answer as it came: of 200, and of 400 which says what is wrong with the question. */
export interface OsAnswer {
  readonly status: 200 | 400;
  readonly body: unknown;
}

export type OsResult = { readonly DPA: DpaRecord } | { readonly LPI: LpiRecord };

const pageSchema = v.object({
  header: v.object({ totalresults: v.number(), offset: v.optional(v.number(), 0) }),
  results: v.optional(v.array(v.union([v.object({ DPA: dpaSchema }), v.object({ LPI: lpiSchema })])), []),
});

/** Both ways in which it says what went wrong. */
const errorSchema = v.union([
  v.object({ error: v.object({ statuscode: v.optional(v.union([v.number(), v.string()])), message: v.string() }) }),
  v.object({ fault: v.object({ faultstring: v.string() }) }),
]);

/** The most that it gives at once. */
const pageSize = 100;
/** A postcode of 1,000 properties in two languages, with two records each. What counts more is no list of addresses. */
const mostRecords = 4_000;

export class OsPlaces {
  readonly #upstream: Upstream;
  readonly #key: string;
  readonly #clock: Clock;
  readonly #budget: Budget;
  readonly #recent: RecentAnswers<OsAnswer>;

  constructor(upstream: Upstream, settings: NonNullable<AddressSettings['osPlaces']>, clock: Clock) {
    this.#upstream = upstream;
    this.#key = settings.key;
    this.#clock = clock;
    this.#budget = new Budget({ perSecond: settings.requestsPerSecond, clientPerMinute: settings.clientPerMinute, clock });
    this.#recent = new RecentAnswers({
      most: settings.cacheAnswers,
      keepMs: settings.cacheSeconds * 1000,
      now: () => clock.now().getTime(),
    });
  }

  /**
   * Asks one question, or gives the answer that is known.
   * @throws Problem 429 busy, 502 and 504
   */
  async ask(
    resource: OsResource,
    parameters: Readonly<Record<string, string>> | readonly (readonly [string, string])[],
    client: string | undefined,
  ): Promise<OsAnswer> {
    const pairs = (Array.isArray(parameters) ? parameters : Object.entries(parameters)) as [string, string][];
    const question = `${resource}?${new URLSearchParams(pairs).toString()}`;
    let joined = true;
    const fetch = (): Promise<OsAnswer> => {
      joined = false;
      return this.#fetch(question, client);
    };
    try {
      return await this.#recent.get(question, fetch);
    } catch (error) {
      // Whoever asked first has used up their share: that says nothing of those who joined.
      if (joined && error instanceof Problem && error.status === 429) return this.#recent.get(question, fetch);
      throw error;
    }
  }

  /** Every result of a question, page after page. What OS Places does not take as a question has none. */
  async all(
    resource: OsResource,
    parameters: Readonly<Record<string, string>>,
    client: string | undefined,
    most = Infinity,
  ): Promise<OsResult[]> {
    const results: OsResult[] = [];
    for (;;) {
      const { status, body } = await this.ask(
        resource,
        { ...parameters, maxresults: String(pageSize), offset: String(results.length) },
        client,
      );
      if (status === 400) return results;
      const parsed = v.safeParse(pageSchema, body);
      const wanted = parsed.success ? Math.min(most, parsed.output.header.totalresults) : NaN;
      if (!parsed.success || wanted > mostRecords) throw addressProblem.upstreamFailed(system, 'unexpected_answer');
      results.push(...parsed.output.results);
      if (results.length >= wanted) return results;
      // A part of a list that looks like the whole of it would be untrue.
      if (parsed.output.results.length === 0) throw addressProblem.upstreamFailed(system, 'unexpected_answer');
    }
  }

  async #fetch(question: string, client: string | undefined): Promise<OsAnswer> {
    const seconds = await this.#budget.turn(client);
    if (seconds !== undefined) throw addressProblem.busy(seconds);
    try {
      return await this.#answer(question);
    } catch (error) {
      throw error instanceof UpstreamError ? addressProblem.upstreamSilent(error) : error;
    }
  }

  async #answer(question: string): Promise<OsAnswer> {
    // In a header and not in the address, which ends up in logs.
    const response = await this.#upstream.fetch(question, { headers: { key: this.#key, Accept: 'application/json' } });
    if (response.status === 429) {
      const wait = Math.min(300, retryAfterSeconds(response, this.#clock.now()) ?? 1);
      this.#budget.close(wait);
      throw addressProblem.busy(wait);
    }
    if (response.status !== 200 && response.status !== 400) throw addressProblem.upstreamFailed(system, `answered_${response.status}`);
    const body = await jsonAnswer(response);
    const known = response.status === 200 ? v.is(pageSchema, body) : v.is(errorSchema, body);
    if (!known) throw addressProblem.upstreamFailed(system, 'unexpected_answer');
    return { status: response.status, body };
  }
}
