import { after } from 'node:test';
import { createGovukPay, startSandbox, type GovukPayOptions } from '../../index.ts';
import { assertAnswer } from './contract.fixture.ts';

/** A payment that nothing is wrong with. */
export const wanted = { amount: 12_345, reference: 'CT-1', description: 'Council tax', return_url: 'http://127.0.0.1/back' };

/** What the API answers, as far as the tests look. */
export interface Body {
  [name: string]: unknown;
  code: string;
  field: string;
  description: string;
  total: number;
  results: Body[];
  payment_id: string;
  agreement_id: string;
  refund_id: string;
  status: string;
  state: { status: string; finished: boolean; code?: string; can_retry?: boolean };
  _links: Record<string, { href: string; method: string; params?: Record<string, string> } | null>;
}

export interface Called {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

/** A platform on a free port until the tests of this file have ended, and the ways to ask it. Every answer of the API is held against its document. */
export async function begin(options: GovukPayOptions = {}) {
  const pay = createGovukPay({ postsPerSecond: 0, ...options });
  const sandbox = await startSandbox({ platforms: { pay } });
  after(() => sandbox.stop());
  const { baseUrl, address } = sandbox.platforms.pay;
  const call = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Called> => {
    const response = await fetch(new URL(path, baseUrl), {
      method,
      headers: { authorization: 'Bearer sandbox-key', 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const answer = { status: response.status, headers: response.headers, body: (text === '' ? undefined : JSON.parse(text)) as Body };
    if (path.startsWith('/v1/')) assertAnswer(method, new URL(path, baseUrl).pathname, answer.status, answer.body);
    return answer;
  };
  const create = async (more: object = {}): Promise<Body> => (await call('POST', '/v1/payments', { ...wanted, ...more })).body;
  const get = async (id: string): Promise<Body> => (await call('GET', `/v1/payments/${id}`)).body;
  /** A payment that was paid. */
  const paid = async (card?: string, more: object = {}): Promise<string> => {
    const { payment_id: id } = await create(more);
    pay.pay(id, card);
    return id;
  };
  return { pay, sandbox, baseUrl, address, call, create, get, paid };
}
