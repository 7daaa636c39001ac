/** Answers in the gateway's place, in its own shapes, for tests and stories in a browser: `gateway="https://gateway.example"`. */

export const gatewayAddress = 'https://gateway.example';

/** What was asked. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly language: string;
  readonly idempotencyKey: string | null;
  readonly body: unknown;
}

/** An answer. A value is sent as JSON; rejecting is a lost connection; undefined is a path that nobody should ask. */
export type Answer = (asked: Asked) => unknown;

/** A problem as the gateway tells it. */
export function problem(status: number, title: string, more: Readonly<Record<string, unknown>> = {}): Response {
  return Response.json({ status, title, ...more }, { status, headers: { 'content-type': 'application/problem+json' } });
}

/** Stands in front of `fetch` for one address. Gives what was asked so far, and takes itself away. */
export function answeringGateway(answer: Answer): { readonly asked: Asked[]; remove(): void } {
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
    const given = await answer(one);
    if (given === undefined) throw new TypeError(`Nothing answers ${one.method} ${one.path}.`);
    return given instanceof Response ? given : Response.json(given, { status: one.method === 'POST' ? 201 : 200 });
  };
  return { asked, remove: () => (window.fetch = original) };
}

/** Waits for what a change in a tree brings about. */
export function until(root: Node, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      queueMicrotask(done);
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/** The words of the first element that a selector finds, blanks made one. */
export function words(root: ParentNode, selector: string): string {
  return root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
}
