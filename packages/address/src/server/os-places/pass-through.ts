/**
 * OS Places for elements that a council has already, such as Open Systems Lab's `<address-autocomplete osProxyEndpoint="/os">`: the same addresses, parameters in any case, paging and
 * errors as the original, without the key in the page.
 */
import type { GatewayContext, Problem, Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import type { OsAnswer, OsResource } from './os-places.ts';
import { osResources } from './os-places.ts';

/** What answers: OS Places itself, or the gazetteer in its words. */
export type OsAnswering = (
  resource: OsResource,
  parameters: readonly (readonly [string, string])[],
  client: string,
  uri: string,
) => Promise<OsAnswer>;

/** Nobody's address is longer. */
const longestValue = 1_000;
/** What OS Places takes. Anything else, a key above all, goes no further. */
const known = new Set([
  'query',
  'postcode',
  'uprn',
  'point',
  'radius',
  'bbox',
  'format',
  'maxresults',
  'offset',
  'dataset',
  'lr',
  'minmatch',
  'matchprecision',
  'fq',
  'srs',
  'output_srs',
]);

export function addPassThroughRoutes(routes: Routes, answer: OsAnswering, siteUrl: (path: string) => string): void {
  for (const resource of osResources) {
    const path = `/os/search/places/v1/${resource}`;
    routes.operation(
      {
        method: 'get',
        path,
        summary: `OS Places: ${resource}`,
        description: 'As https://docs.os.uk/os-apis/accessing-os-apis/os-places-api, without the key. Names of parameters in any case.',
        tags: ['OS Places'],
        query: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
        responses: { 200: { description: 'Header and results' } },
        presentProblem: presentOsProblem,
      },
      async ({ query, context }) => {
        const pairs = Object.entries(query).flatMap(([name, values]) =>
          (Array.isArray(values) ? values : [values]).map((value): [string, string] => [
            name.toLowerCase().replace(/\[\]$/, ''),
            value.slice(0, longestValue),
          ]),
        );
        const wanted = pairs.filter(([name]) => known.has(name));
        const { status, body } = await answer(
          resource,
          wanted,
          context.get('client'),
          siteUrl(`${path}?${new URLSearchParams(wanted).toString()}`),
        );
        return context.json(body as object, status, { 'Cache-Control': 'private, max-age=60' });
      },
    );
  }
  // What there is not, in its shape as well.
  routes.hono.all('/os/search/places/v1/*', ({ req }) =>
    osResources.some((resource) => req.path.endsWith(`/v1/${resource}`))
      ? osError(405, `Method ${req.method} is not allowed.`, { Allow: 'GET' })
      : osError(404, 'There is no such resource of OS Places here.'),
  );
}

/** A problem in OS Places' own shapes: clients read `error.message`, and of its front door `fault.faultstring`. */
function presentOsProblem(problem: Problem, context: GatewayContext): Response {
  const { details } = problem;
  const message = [details.title[context.get('language')], ...(details.errors?.map((error) => error.message) ?? [])].join('. ');
  return osError(details.status, message, details.headers);
}

function osError(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  const body =
    status === 429
      ? { fault: { faultstring: message, detail: { errorcode: 'policies.ratelimit.QuotaViolation' } } }
      : { error: { statuscode: status, message } };
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...headers, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}
