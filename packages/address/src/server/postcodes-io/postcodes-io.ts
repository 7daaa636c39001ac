/** postcodes.io: facts of a postcode without its addresses. https://postcodes.io/docs, MIT, and easily run oneself. */
import type { Upstream } from '@council-kit/gateway';
import * as v from 'valibot';
import type { Postcode } from '@council-kit/core';
import { addressProblem } from '../problems.ts';
import { RecentAnswers } from '../recent-answers.ts';

export const system = 'postcodes.io';

const nullable = <Schema extends v.GenericSchema>(schema: Schema) => v.nullish(schema);
const foundSchema = v.object({
  status: v.literal(200),
  result: v.object({
    postcode: v.string(),
    latitude: nullable(v.number()),
    longitude: nullable(v.number()),
    country: nullable(v.string()),
    admin_district: nullable(v.string()),
    admin_ward: nullable(v.string()),
    codes: nullable(v.object({ admin_district: nullable(v.string()) })),
  }),
});
const notFoundSchema = v.object({
  status: v.literal(404),
  error: v.string(),
  terminated: v.nullish(v.object({ postcode: v.string(), year_terminated: v.number(), month_terminated: v.number() })),
});

/** What postcodes.io knows of a postcode. */
export type KnownPostcode =
  | { readonly kind: 'known'; readonly facts: PostcodePlace }
  | { readonly kind: 'terminated'; readonly year: number; readonly month: number }
  | { readonly kind: 'unknown' };

export interface PostcodePlace {
  readonly position?: { readonly latitude: number; readonly longitude: number };
  readonly council?: { readonly name: string; readonly gss?: string };
  readonly ward?: string;
  readonly country?: string;
}

export class PostcodesIo {
  readonly #upstream: Upstream;
  readonly #recent: RecentAnswers<KnownPostcode>;

  constructor(upstream: Upstream, now: () => number) {
    this.#upstream = upstream;
    // Postcodes change four times a year.
    this.#recent = new RecentAnswers({ most: 2_000, keepMs: 3_600_000, now });
  }

  /** @throws Problem 502 or 504 where it gives no answer that can be understood */
  async look(postcode: Postcode): Promise<KnownPostcode> {
    return this.#recent.get(postcode.text, () => this.#ask(postcode));
  }

  async #ask(postcode: Postcode): Promise<KnownPostcode> {
    const response = await this.#upstream.fetch(`postcodes/${encodeURIComponent(postcode.text)}`);
    const body = await response.json().catch((error: unknown) => {
      throw addressProblem.upstreamFailed(system, 'unexpected_answer', { cause: error });
    });
    const found = v.safeParse(foundSchema, body);
    if (response.status === 200 && found.success) return { kind: 'known', facts: placeOf(found.output.result) };
    const missing = v.safeParse(notFoundSchema, body);
    if (response.status !== 404 || !missing.success)
      throw addressProblem.upstreamFailed(system, response.ok ? 'unexpected_answer' : `answered_${response.status}`);
    const { terminated } = missing.output;
    return terminated ? { kind: 'terminated', year: terminated.year_terminated, month: terminated.month_terminated } : { kind: 'unknown' };
  }
}

function placeOf(result: v.InferOutput<typeof foundSchema>['result']): PostcodePlace {
  const gss = result.codes?.admin_district;
  // E99999999 and its like mean "none": Northern Ireland's and the islands' have no ward, say.
  const isCode = typeof gss === 'string' && !/^.9{8}$/.test(gss);
  return {
    ...(typeof result.latitude === 'number' &&
      typeof result.longitude === 'number' && { position: { latitude: result.latitude, longitude: result.longitude } }),
    ...(result.admin_district && { council: { name: result.admin_district, ...(isCode && { gss }) } }),
    ...(result.admin_ward && { ward: result.admin_ward }),
    ...(result.country && { country: result.country }),
  };
}
