/** Answers in the gateway's place, in its own shapes, for tests and stories in a browser: `gateway="https://gateway.example"`. */

import { standInForGateway, type Asked, type StandIn } from '@council-kit/testing/gateway-stand-in.js';

export { gatewayAddress, type Asked } from '@council-kit/testing/gateway-stand-in.js';

/** An answer. A value is sent as JSON; rejecting is a lost connection; undefined is a path that nobody should ask. */
export type Answer = (asked: Asked) => unknown;

/** A problem as the gateway tells it. `retryAfter`: seconds. */
export function problem(status: number, title: string, { retryAfter, ...more }: Readonly<Record<string, unknown>> = {}): Response {
  const headers = {
    'content-type': 'application/problem+json',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
  };
  return Response.json({ status, title, ...more }, { status, headers });
}

/** Answers from now on. Gives what was asked so far, and takes itself away. */
export function answeringGateway(answer: Answer): StandIn {
  return standInForGateway(async (asked) => {
    const given = await answer(asked);
    if (given === undefined) throw new TypeError(`Nothing answers ${asked.method} ${asked.path}.`);
    return given instanceof Response ? given : Response.json(given, { status: asked.method === 'POST' ? 201 : 200 });
  });
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
