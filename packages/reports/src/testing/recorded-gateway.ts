/** Answers as the gateway gives them (record.test.ts compares), for tests and stories in a browser: `gateway="https://gateway.example"`. */
import { standInForGateway, type Asked, type StandIn } from '@council-kit/testing/gateway-stand-in.js';
import answers from './recorded-answers.json' with { type: 'json' };

export { gatewayAddress } from '@council-kit/testing/gateway-stand-in.js';

/** An answer in place of the recorded one; undefined leaves it. Rejecting is a lost connection. */
export type Instead = (asked: Asked) => Response | undefined | Promise<Response | undefined>;

interface Recorded {
  readonly status: number;
  readonly body: unknown;
}

/** Answers from now on. Gives what was asked so far, and takes itself away. */
export function recordedGateway(instead: Instead = () => undefined): StandIn {
  return standInForGateway(async (asked) => (await instead(asked)) ?? recorded(asked));
}

function recorded({ method, path, language, body }: Asked): Response {
  const own = answers[language === 'cy' ? 'cy' : 'en'];
  const given = body as Record<string, unknown> | undefined;
  if (path === '/reports/form') return json({ status: 200, body: answers.form });
  if (path === '/reports/map') return json({ status: 200, body: answers.map });
  if (path === '/reports/nearby') return json(given?.['service_code'] === 'fly-tipping' ? own.nearby : own.nothingNearby);
  if (path === '/reports/place') return json(Number(given?.['long']) > -1.9 ? own.placeOutside : own.place);
  if (path === '/reports' && method === 'POST') return json(own.created);
  if (path.startsWith('/reports/')) return json(path.endsWith('/7Q2KM-9XH4Y') ? own.followed : own.notFound);
  throw new TypeError(`Nothing is recorded for ${method} ${path}.`);
}

function json({ status, body }: Recorded): Response {
  return Response.json(body, { status, headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' } });
}
