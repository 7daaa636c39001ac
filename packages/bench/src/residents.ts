/** What residents ask of a gateway with the report service: made from what the gateway itself says it offers. */
import type { LoadRequest } from './load.ts';

interface Service {
  readonly service_code: string;
}

interface Definition {
  readonly attributes: readonly { code: string; datatype: string; required: boolean; values?: readonly { key: string }[] }[];
}

interface Spot {
  readonly lat: number;
  readonly long: number;
}

/** A square of 6 by 6 km around the middle of Aldermere, in steps of some 150 metres. */
const squareSide = 40;
const middle: Spot = { lat: 52.42, long: -4.62 };
const step = { lat: 0.00135, long: 0.0022 };

/** A hundred requests of residents: 70 look-ups, 20 pages, 10 reports. */
export interface Residents {
  /** Every address that is read, with what it is read with. */
  readonly reads: readonly LoadRequest[];
  /** The request of that turn; reports never repeat. */
  next(index: number): LoadRequest;
  /** A report that the gateway takes. */
  report(): LoadRequest;
}

/**
 * Moves residents into an empty gateway: reports are made, journeys are begun.
 *
 * @param already reports in the store when the measuring begins
 */
export async function residentsOf(origin: string, already = 200): Promise<Residents> {
  const json = async <Answer>(path: string): Promise<Answer> => {
    const answer = await fetch(`${origin}${path}`, { headers: { accept: 'application/json' } });
    if (!answer.ok) throw new Error(`${path} answers ${String(answer.status)}`);
    return (await answer.json()) as Answer;
  };
  const services = await json<Service[]>('/open311/v2/services.json');
  const kinds = await Promise.all(
    services.map(async ({ service_code: code }) => ({
      code,
      attributes: answersTo(await json<Definition>(`/open311/v2/services/${code}.json`)),
    })),
  );
  const inside: Spot[] = [];
  for (const spot of square()) {
    if ((await json<{ inside: boolean }>(`/reports/place?${query(spot)}`)).inside) inside.push(spot);
  }

  let made = 0;
  const report = (): LoadRequest => {
    made += 1;
    const kind = at(kinds, made);
    return {
      kind: 'report kept (write)',
      method: 'POST',
      path: '/reports',
      headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
      body: JSON.stringify({
        service_code: kind.code,
        // Far apart: what is near a place stays as much as it was while the load goes on. 7 and the number of spots share no factor.
        ...at(inside, made * 7),
        address_string: 'The wall by the bridge',
        description: `Number ${String(made)}, by the bridge. It has been there since last week and more is brought every night.`,
        attributes: kind.attributes,
        contact: { name: 'Ann Jones', email: 'ann@example.org', phone: '' },
      }),
    };
  };

  const references: string[] = [];
  for (let count = 0; count < already; count += 1) {
    const { method, path, headers, body } = report();
    const answer = await fetch(`${origin}${path}`, { method, headers: { ...headers }, body });
    if (answer.status !== 201) throw new Error(`A report is answered ${String(answer.status)}: ${await answer.text()}`);
    references.push(((await answer.json()) as { reference: string }).reference);
  }

  const lookups = [
    ...inside.slice(0, 40).map((spot) => `/reports/place?${query(spot)}`),
    ...inside.slice(0, 40).map((spot) => `/reports/nearby?${query(spot)}`),
    ...references.slice(0, 20).map((reference) => `/reports/${reference}`),
    '/open311/v2/services.json',
    ...services.slice(0, 3).map(({ service_code }) => `/open311/v2/services/${service_code}.json`),
  ].map((path): LoadRequest => ({ kind: 'look-up', method: 'GET', path, headers: { accept: 'application/json' } }));
  const pages = [
    ...references.slice(20, 40).map((reference, index) => page(`/reports/${reference}?lang=${index % 2 ? 'cy' : 'en'}`)),
    ...(await Promise.all(Array.from({ length: 20 }, (_, index) => beginJourney(origin, index % 2 ? 'cy' : 'en')))),
  ];
  return {
    reads: [...lookups, ...pages],
    report,
    next(index) {
      const turn = index % 10;
      if (turn === 9) return report();
      // Each kind's own count, so that all of its addresses have their turn.
      const round = Math.floor(index / 10);
      return turn < 7 ? at(lookups, round * 7 + turn) : at(pages, round * 2 + turn - 7);
    },
  };
}

const page = (path: string, cookie?: string): LoadRequest => ({
  kind: 'page',
  method: 'GET',
  path,
  headers: { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }) },
});

/** Opens the journey as a browser without JavaScript does: its first page, with the cookie that holds the answers. */
async function beginJourney(origin: string, language: string): Promise<LoadRequest> {
  let path = `/report?lang=${language}`;
  let cookie: string | undefined;
  for (let hops = 0; hops < 5; hops += 1) {
    const answer = await fetch(`${origin}${path}`, {
      redirect: 'manual',
      headers: { accept: 'text/html', ...(cookie === undefined ? {} : { cookie }) },
    });
    await answer.text();
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    const location = answer.headers.get('location');
    if (location === null) {
      if (answer.status !== 200) throw new Error(`${path} answers ${String(answer.status)}`);
      return page(path, cookie);
    }
    const next = new URL(location, `${origin}${path}`);
    path = next.pathname + next.search;
  }
  throw new Error('The journey’s first page leads on and on.');
}

/** The first choice, or a word, for each question that has to be answered. */
function answersTo({ attributes }: Definition): Record<string, string | string[]> {
  const answers: Record<string, string | string[]> = {};
  for (const { code, datatype, required, values } of attributes) {
    if (!required) continue;
    const first = values?.[0]?.key;
    answers[code] =
      { number: '1', datetime: '2026-11-20T09:00:00Z', string: 'A word', text: 'A word' }[datatype] ??
      (datatype === 'multivaluelist' ? [first ?? ''] : (first ?? ''));
  }
  return answers;
}

function* square(): Generator<Spot> {
  for (let row = 0; row < squareSide; row += 1)
    for (let column = 0; column < squareSide; column += 1)
      yield {
        lat: Number((middle.lat + (row - squareSide / 2) * step.lat).toFixed(5)),
        long: Number((middle.long + (column - squareSide / 2) * step.long).toFixed(5)),
      };
}

const query = ({ lat, long }: Spot): string => `lat=${String(lat)}&long=${String(long)}`;

function at<Item>(list: readonly Item[], index: number): Item {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('There is nothing in the list.');
  return item;
}
