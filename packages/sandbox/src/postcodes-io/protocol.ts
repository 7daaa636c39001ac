import { readBody } from '../platform.ts';
import { isPostcode, type PostcodeDirectory } from './directory.ts';
import { writeFacts } from './facts.ts';

/** An answer: `{status, result}` or `{status, error}`, and perhaps `terminated` beside the error. */
export type Answer = { status: 200; result: unknown } | { status: 400 | 404 | 413; error: string; terminated?: unknown };

const error = (status: 400 | 404 | 413, sentence: string): Answer => ({ status, error: sentence });
const result = (value: unknown): Answer => ({ status: 200, result: value });

const jsonSentence = `Invalid JSON submitted.
You need to submit a JSON object with an array of postcodes or geolocation objects.
Also ensure that Content-Type is set to application/json
`;
const querySentence = jsonSentence.replace('Invalid JSON submitted.', 'Invalid JSON query submitted. ');

/** The most that are looked up at once, by its own defaults. */
const bulkLimit = 100;
const nearestDefaults = { radius: 100, limit: 10 };
const nearestMost = { radius: 2000, limit: 100 };

/** Answers postcodes.io, whose sentences these are: https://github.com/ideal-postcodes/postcodes.io (api/app/controllers, api/app/lib/errors.ts). */
export async function answerPostcodesIo(directory: PostcodeDirectory, request: Request, random: () => number): Promise<Answer> {
  const url = new URL(request.url);
  const [resource, id, part, ...more] = url.pathname
    .split('/')
    .slice(1)
    .map(decode)
    .filter((one, index) => index === 0 || one !== '');
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (more.length > 0) return notFound;
  if (resource === 'postcodes' && id === undefined && request.method === 'POST') return bulk(directory, request, url.searchParams);
  if (!isRead) return notFound;
  if (resource === 'random' && id === 'postcodes' && part === undefined) {
    const facts = directory.at(random() * Number.MAX_SAFE_INTEGER);
    return result(facts ? writeFacts(facts) : null);
  }
  if (resource === 'terminated_postcodes' && id !== undefined && part === undefined) return terminated(directory, id);
  if (resource !== 'postcodes') return notFound;
  if (id === undefined) return query(directory, url.searchParams);
  switch (part) {
    case undefined:
      return show(directory, id);
    case 'validate':
      return result(directory.find(id) !== undefined);
    case 'nearest': {
      const facts = directory.find(id);
      return facts
        ? nearest(url.searchParams, (metres, limit) => directory.round(facts.place, metres, limit))
        : error(404, 'Postcode not found');
    }
    case 'autocomplete': {
      const found = directory.startingWith(id, limitOf(url.searchParams.get('limit')));
      return result(found.length > 0 ? found.map((facts) => facts.postcode) : null);
    }
    default:
      return notFound;
  }
}

const notFound = error(404, 'Resource not found');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function show(directory: PostcodeDirectory, text: string): Answer {
  if (!isPostcode(text)) return error(404, 'Invalid postcode');
  const facts = directory.find(text);
  if (facts) return result(writeFacts(facts));
  const terminated = directory.terminated(text);
  return { status: 404, error: 'Postcode not found', ...(terminated ? { terminated: writeTerminated(terminated) } : {}) };
}

function terminated(directory: PostcodeDirectory, text: string): Answer {
  if (!isPostcode(text)) return error(404, 'Invalid postcode');
  const found = directory.terminated(text);
  return found ? result(writeTerminated(found)) : error(404, 'Terminated postcode not found');
}

const writeTerminated = (found: NonNullable<ReturnType<PostcodeDirectory['terminated']>>): object => ({
  postcode: found.postcode,
  year_terminated: found.year,
  month_terminated: found.month,
  longitude: Number(found.longitude.toFixed(6)),
  latitude: Number(found.latitude.toFixed(6)),
});

function query(directory: PostcodeDirectory, search: URLSearchParams): Answer {
  const latitude = search.get('latitude') ?? search.get('lat');
  const longitude = search.get('longitude') ?? search.get('lon');
  if (latitude && longitude) return atPosition(directory, search, Number(latitude), Number(longitude));
  const text = search.get('q') ?? search.get('query') ?? '';
  if (text.trim() === '') return error(400, 'No postcode query submitted. Remember to include query parameter');
  const found = directory.startingWith(text, limitOf(search.get('limit')));
  return result(found.length > 0 ? found.map(writeFacts) : null);
}

function limitOf(given: string | null): number {
  const limit = parseInt(given ?? '', 10);
  return Number.isNaN(limit) || limit < 1 ? 10 : Math.min(limit, 100);
}

function atPosition(directory: PostcodeDirectory, search: URLSearchParams, latitude: number, longitude: number): Answer {
  if (!Number.isFinite(latitude) || !Number.isFinite(longitude)) return error(400, 'Invalid longitude/latitude submitted');
  return nearest(search, (metres, limit) => directory.roundPosition(latitude, longitude, metres, limit));
}

type Round = (metres: number, limit: number) => ReturnType<PostcodeDirectory['round']>;

function nearest(search: URLSearchParams, round: Round): Answer {
  const limit = parseInt(search.get('limit') || String(nearestDefaults.limit), 10);
  if (Number.isNaN(limit) || limit < 0) return error(400, 'Invalid result limit submitted');
  const radius = parseFloat(search.get('radius') || String(nearestDefaults.radius));
  if (Number.isNaN(radius) || radius < 0) return error(400, 'Invalid lookup radius submitted');
  const isWide = search.has('widesearch') || search.has('wideSearch');
  const found = isWide
    ? round(20_000, Math.min(limit, nearestDefaults.limit))
    : round(Math.min(radius, nearestMost.radius), Math.min(limit, nearestMost.limit));
  return result(
    found.length > 0 ? found.map(({ facts, metres }) => ({ ...writeFacts(facts), distance: Number(metres.toFixed(8)) })) : null,
  );
}

async function bulk(directory: PostcodeDirectory, request: Request, search: URLSearchParams): Promise<Answer> {
  const body = await readBody(request, 100_000);
  if (body === 'too-large') return error(413, 'request entity too large');
  // A body of another type is not parsed at all, and so holds nothing that is asked for.
  const isJson = /^application\/json\s*(;|$)/i.test(request.headers.get('content-type') ?? '');
  let given: unknown = {};
  try {
    if (isJson) given = JSON.parse(body.toString('utf8'));
  } catch {
    return error(400, jsonSentence);
  }
  const { postcodes, geolocations } = (typeof given === 'object' && given !== null ? given : {}) as Record<string, unknown>;
  if (postcodes) {
    if (!Array.isArray(postcodes)) return error(400, 'Invalid data submitted. You need to provide a JSON array');
    if (postcodes.length > bulkLimit)
      return error(400, `Too many postcodes submitted. Up to ${bulkLimit} postcodes can be bulk requested at a time`);
    const texts = postcodes.filter((one): one is string => typeof one === 'string');
    return result(
      texts.map((text) => {
        const facts = directory.find(text);
        return { query: text, result: facts ? writeFacts(facts) : null };
      }),
    );
  }
  if (!geolocations) return error(400, querySentence);
  if (!Array.isArray(geolocations)) return error(400, 'Invalid data submitted. You need to provide a JSON array');
  if (geolocations.length > bulkLimit)
    return error(400, `Too many locations submitted. Up to ${bulkLimit} locations can be bulk requested at a time`);
  const answers = geolocations.map((one) => oneLocation(directory, one, search));
  return answers.find((one) => one.status !== 200) ?? result(answers.map((one) => (one.status === 200 ? one.result : null)));
}

/** One geolocation of several; what it says itself counts before what the address says for all. */
function oneLocation(directory: PostcodeDirectory, location: unknown, search: URLSearchParams): Answer {
  const own = Object.entries(typeof location === 'object' && location !== null ? location : {}).filter(([name]) =>
    ['limit', 'longitude', 'latitude', 'radius', 'widesearch'].includes(name.toLowerCase()),
  );
  const both = new URLSearchParams(search);
  for (const [name, value] of own) both.set(name, String(value));
  const answer = atPosition(directory, both, Number(both.get('latitude') ?? NaN), Number(both.get('longitude') ?? NaN));
  return answer.status === 200 ? result({ query: Object.fromEntries(own), result: answer.result }) : answer;
}
