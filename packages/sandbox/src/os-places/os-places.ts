import { html } from 'hono/html';
import { createGazetteer, type Gazetteer } from '../gazetteer/gazetteer.ts';
import { json } from '../page.ts';
import { isDeskPath, type Platform } from '../platform.ts';
import { QuestionLog, questionDesk, type Question } from '../questions.ts';
import { Access, tooMany, type Fault } from './access.ts';
import { Parameters } from './parameters.ts';
import { Places } from './resources.ts';
import type { OsPlacesOptions } from './settings.ts';

/** OS Places over a synthetic gazetteer, and the way to look inside. */
export interface OsPlaces extends Platform {
  readonly gazetteer: Gazetteer;
  /** Every question, in order: what was asked, and how often. */
  readonly questions: readonly Question[];
  /** Forgets the questions, and starts the limits afresh. */
  clear(): void;
}

/**
 * Ordnance Survey's OS Places API: https://docs.os.uk/os-apis/accessing-os-apis/os-places-api/technical-specification
 * `find`, `postcode`, `uprn`, `nearest`, `radius` and `bbox`, in JSON; not `polygon`, OAuth or XML.
 */
export function createOsPlaces(options: OsPlacesOptions = {}): OsPlaces {
  const gazetteer = options.gazetteer ?? createGazetteer();
  const access = new Access(options);
  const places = new Places(gazetteer);
  const log = new QuestionLog();
  const title = 'OS Places';

  async function answer(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    const response = ask(request);
    log.add(request, response.status);
    return response;
  }

  function ask(request: Request): Response {
    const url = new URL(request.url);
    const parameters = new Parameters(url.searchParams);
    const fault = access.refuse(parameters.first('key') ?? request.headers.get('key') ?? undefined);
    if (fault) return respond(fault.status, faultBody(fault));
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return respond(405, errorBody(405, `Method ${request.method} is not allowed.`));
    const resource = /^\/search\/places\/v1\/([a-z]+)\/?$/.exec(url.pathname)?.[1] ?? '';
    const result = places.answer(resource, parameters, withoutKey(url));
    if (!result) return respond(404, errorBody(404, `The requested resource ${url.pathname} was not found.`));
    if ('badRequest' in result) return respond(400, errorBody(400, result.badRequest));
    return respond(200, result);
  }

  return {
    title,
    basePath: '/search/places/v1',
    problem: (status) => (status === 429 ? faultBody(tooMany('sandbox')) : errorBody(status, 'Internal server error.')),
    async fetch(request) {
      const isDesk = isDeskPath(new URL(request.url).pathname);
      try {
        return isDesk ? await questionDesk(request, title, log, introduction(gazetteer, access)) : await answer(request);
      } catch (error) {
        // A fault of the sandbox's own, which no test may take for one that it asked for.
        console.error('The sandbox itself failed:', error);
        if (isDesk) return json({ problem: 'The sandbox itself failed: see its log.' }, 500);
        return respond(500, errorBody(500, 'The sandbox itself failed: see its log'));
      }
    },
    gazetteer,
    get questions() {
      return log.questions;
    },
    clear() {
      log.clear();
      access.reset();
    },
    close: () => undefined,
  };
}

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'key, authorization, content-type' };

const respond = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body, null, 2), { status, headers: { 'content-type': 'application/json;charset=UTF-8', ...cors } });

const errorBody = (statuscode: number, message: string): object => ({ error: { statuscode, message } });
const faultBody = ({ faultstring, errorcode }: Fault): object => ({ fault: { faultstring, detail: { errorcode } } });

/** The question's address as the header repeats it: everything but the key. */
function withoutKey(url: URL): string {
  const rest = [...url.searchParams].filter(([name]) => name.toLowerCase() !== 'key');
  return `${url.origin}${url.pathname}?${rest.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`;
}

function introduction(gazetteer: Gazetteer, access: Access): ReturnType<typeof html> {
  const [first] = gazetteer.postcodes.keys();
  const [largest] = [...gazetteer.postcodes].sort(([, a], [, b]) => b.length - a.length);
  const [key] = access.keys.keys();
  const link = (path: string): ReturnType<typeof html> =>
    html`<li><a href="/search/places/v1/${path}&amp;key=${key ?? ''}">${path}</a></li>`;
  return html`<p>
      ${gazetteer.size} addresses of a borough that does not exist. Keys:
      ${[...access.keys].map(([one, limit]) => `${one} (${limit} a minute)`).join(', ')}.
    </p>
    <ul>
      ${link(`postcode?postcode=${first ?? ''}`)} ${link(`postcode?postcode=${largest?.[0] ?? ''}&dataset=LPI`)}
      ${link('find?query=12 mill lane')}
    </ul>`;
}
