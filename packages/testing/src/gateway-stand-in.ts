/** Somebody in the gateway's place, for tests and stories in a browser: `gateway="https://gateway.example"`. */

export const gatewayAddress = 'https://gateway.example';

/** What was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly language: string;
  readonly idempotencyKey: string | null;
  readonly body: unknown;
}

export interface StandIn {
  /** In order, while it goes on. */
  readonly asked: readonly Asked[];
  /** Takes itself away. */
  remove(): void;
}

/** Stands in front of `fetch` for one address. An answer that rejects is a lost connection. */
export function standInForGateway(answer: (asked: Asked) => Response | Promise<Response>): StandIn {
  const original = window.fetch;
  const asked: Asked[] = [];
  window.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input, location.href);
    if (url.origin !== gatewayAddress) return original(input, init);
    const headers = new Headers(init.headers);
    const one: Asked = {
      method: init.method ?? 'GET',
      path: url.pathname + url.search,
      language: headers.get('accept-language') ?? 'en',
      idempotencyKey: headers.get('idempotency-key'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    };
    asked.push(one);
    init.signal?.throwIfAborted();
    return answer(one);
  };
  return { asked, remove: () => (window.fetch = original) };
}
