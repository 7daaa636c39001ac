/** GeoReport v2 as a client, towards one server of the settings. */
import { retryAfterSeconds, type Upstream } from '@council-kit/gateway';
import type * as v from 'valibot';
import {
  open311CreatedSchema,
  open311RequestsSchema,
  open311TokensSchema,
  open311UpdatesSchema,
  type Open311Request,
  type Open311Update,
} from '../../contract/open311.ts';
import { datetime } from '../present.ts';
import type { UpstreamSettings } from '../settings.ts';
import { readAnswer, readRefusal, type Read } from './read-answer.ts';

/** What a server said to a report. */
export type Posted =
  | { readonly kind: 'accepted'; readonly id: string | undefined; readonly token: string | undefined }
  /** Whether it has the report is not known. */
  | { readonly kind: 'unclear'; readonly reason: string }
  | { readonly kind: 'later'; readonly reason: string; readonly afterSeconds?: number }
  | { readonly kind: 'refused'; readonly reason: string };

/** What a server said to a question. `unsupported`: it does not offer this. */
export type Asked<Value> =
  /** `more`: it has a next page. */
  | { readonly kind: 'answer'; readonly value: Value; readonly more?: boolean }
  | { readonly kind: 'unsupported' }
  | { readonly kind: 'later'; readonly reason: string; readonly afterSeconds?: number };

/** Not the report's fault: a key to be renewed, an address to be put right, a limit. Three days are time for that. */
const settingsAreWrong = [401, 403, 404, 405, 407, 408, 409, 425, 429];

/** Of a list that is read whole. */
const mostPages = 50;

/**
 * One server. No call rejects but for the caller's own abort or an {@link UpstreamError} that says no answer came.
 */
export class Open311Client {
  readonly #upstream: Upstream;
  readonly #settings: UpstreamSettings;

  constructor(upstream: Upstream, settings: UpstreamSettings) {
    this.#upstream = upstream;
    this.#settings = settings;
  }

  /** `POST /requests`. The key and the jurisdiction are added. */
  async postRequest(form: FormData, signal: AbortSignal): Promise<Posted> {
    const { jurisdictionId, apiKey, format } = this.#settings;
    if (jurisdictionId !== undefined) form.set('jurisdiction_id', jurisdictionId);
    if (apiKey !== undefined) form.set('api_key', apiKey);
    const hasFiles = [...form.values()].some((value) => typeof value !== 'string');
    // Plain forms where there is no file: every server reads those, some read nothing else.
    const body = hasFiles ? form : new URLSearchParams([...form].map(([name, value]) => [name, String(value)]));
    const response = await this.#upstream.fetch(`requests.${format}`, { method: 'POST', body, signal });
    if (response.ok) {
      const created = await readAnswer(response, open311CreatedSchema);
      return created.kind === 'read'
        ? { kind: 'accepted', id: created.value.service_request_id, token: created.value.token }
        : { kind: 'unclear', reason: created.reason };
    }
    const reason = await readRefusal(response);
    if (response.status >= 500 || settingsAreWrong.includes(response.status)) return { kind: 'later', reason, ...laterBy(response) };
    return { kind: 'refused', reason };
  }

  /** `GET /tokens/{token}`: the id, or undefined while there is none. */
  async requestOfToken(token: string, signal: AbortSignal): Promise<Asked<string | undefined>> {
    const asked = await this.#get(`tokens/${encodeURIComponent(token)}`, {}, open311TokensSchema, signal);
    return asked.kind === 'answer' ? { kind: 'answer', value: asked.value[0]?.service_request_id } : asked;
  }

  /** `GET /requests` of one service since a moment; every page, where the server says that there is a next (RFC 8288). */
  async requestsSince(serviceCode: string, since: Date, signal: AbortSignal): Promise<Asked<readonly Open311Request[]>> {
    const query = { service_code: serviceCode, start_date: datetime(since.getTime()) };
    const all: Open311Request[] = [];
    for (let page = 1; page <= mostPages; page += 1) {
      const asked = await this.#get('requests', page === 1 ? query : { ...query, page: String(page) }, open311RequestsSchema, signal);
      if (asked.kind !== 'answer') return asked;
      all.push(...asked.value);
      if (!asked.more) return { kind: 'answer', value: all };
    }
    return { kind: 'later', reason: `The server has more than ${mostPages} pages of reports since then.` };
  }

  /** `GET /requests` by ids: for servers without updates. */
  async requestsById(ids: readonly string[], signal: AbortSignal): Promise<Asked<readonly Open311Request[]>> {
    return this.#get('requests', { service_request_id: ids.join(',') }, open311RequestsSchema, signal);
  }

  /** `GET /servicerequestupdates` between two moments. */
  async updatesBetween(from: Date, to: Date, signal: AbortSignal): Promise<Asked<readonly Open311Update[]>> {
    const span = { start_date: datetime(from.getTime()), end_date: datetime(to.getTime()) };
    return this.#get('servicerequestupdates', span, open311UpdatesSchema, signal);
  }

  async #get<Value>(
    path: string,
    query: Readonly<Record<string, string>>,
    schema: v.GenericSchema<unknown, Value>,
    signal: AbortSignal,
  ): Promise<Asked<Value>> {
    const { jurisdictionId, format } = this.#settings;
    const search = new URLSearchParams({ ...(jurisdictionId === undefined ? {} : { jurisdiction_id: jurisdictionId }), ...query });
    const response = await this.#upstream.fetch(`${path}.${format}?${search.toString()}`, { signal });
    if (response.ok) {
      const read: Read<Value> = await readAnswer(response, schema);
      if (read.kind !== 'read') return { kind: 'later', reason: read.reason };
      return { kind: 'answer', value: read.value, more: /;\s*rel="?next"?/i.test(response.headers.get('link') ?? '') };
    }
    if ([404, 405, 410, 501].includes(response.status)) return { kind: 'unsupported' };
    return { kind: 'later', reason: await readRefusal(response), ...laterBy(response) };
  }
}

function laterBy(response: Response): { readonly afterSeconds?: number } {
  const afterSeconds = retryAfterSeconds(response, new Date());
  return afterSeconds === undefined ? {} : { afterSeconds };
}
