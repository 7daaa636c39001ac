import type { Address } from '../gazetteer/address.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import { indexForSearch, matchScore, wordsOf, type CandidateSearch } from '../gazetteer/search.ts';
import { readNumbers, readQuery, toPlace, type BadRequest, type Parameters, type Query } from './parameters.ts';
import { passes, recordsOf, writeRecord, type OsFields, type OsRecord } from './records.ts';

/** What OS Places answers: a header, and results where there are any (an empty list is left out, not sent). */
export interface PlacesAnswer {
  header: Record<string, string | number>;
  results?: Record<string, OsFields>[];
}

interface Found {
  record: OsRecord;
  score: number;
}

/** What a resource found, and how the header repeats the question. */
interface Search {
  query: string;
  found: Found[];
}

/** The places of one gazetteer. */
export class Places {
  readonly #gazetteer: Gazetteer;
  #search: CandidateSearch | undefined;

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
  }

  /** Answers a resource; undefined for one that there is not. `uri` is the question's address without its key. */
  answer(resource: string, parameters: Parameters, uri: string): PlacesAnswer | BadRequest | undefined {
    const search = this.#resource(resource);
    if (!search) return undefined;
    const query = readQuery(parameters);
    if ('badRequest' in query) return query;
    const result = search(parameters, query);
    if ('badRequest' in result) return result;
    const isFind = resource === 'find';
    const precision = isFind ? Number(parameters.first('matchprecision') ?? 1) : 1;
    if (!(Number.isInteger(precision) && precision >= 1 && precision <= 10))
      return { badRequest: 'Parameter matchprecision has an invalid value' };
    const page = result.found.slice(query.offset, query.offset + query.maxresults);
    const filter = parameters.all('fq').join(' ');
    return {
      header: {
        uri,
        query: result.query,
        offset: query.offset,
        totalresults: result.found.length,
        format: 'JSON',
        dataset: query.datasets.join(','),
        lr: query.languages.map((one) => one.toUpperCase()).join(','),
        maxresults: query.maxresults,
        ...(isFind ? { matchprecision: precision } : {}),
        ...(filter === '' ? {} : { filter: `fq=${filter}` }),
        epoch: '122',
        lastupdate: '2026-09-30',
        output_srs: query.outputSrsName,
      },
      ...(page.length === 0
        ? {}
        : { results: page.map((one) => writeRecord(one.record, query.outputSrs, describeMatch(one.score, precision))) }),
    };
  }

  #resource(name: string): ((parameters: Parameters, query: Query) => Search | BadRequest) | undefined {
    switch (name) {
      case 'postcode':
        return (parameters, query) => this.#postcode(parameters, query);
      case 'uprn':
        return (parameters, query) => this.#uprn(parameters, query);
      case 'find':
        return (parameters, query) => this.#find(parameters, query);
      case 'nearest':
        return (parameters, query) => this.#round(parameters, query, true);
      case 'radius':
        return (parameters, query) => this.#round(parameters, query, false);
      case 'bbox':
        return (parameters, query) => this.#box(parameters, query);
      default:
        return undefined;
    }
  }

  #postcode(parameters: Parameters, query: Query): Search | BadRequest {
    const given = parameters.first('postcode');
    if (given === undefined) return { badRequest: 'No postcode parameter provided.' };
    const compact = given.toUpperCase().replace(/\s/g, '');
    const parts = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[ABD-HJLNP-UW-Z]{0,2})?$/.exec(compact);
    if (!parts) {
      return {
        badRequest: `Requested postcode must contain a minimum of the sector plus 1 digit of the district e.g. SO1. Requested postcode was ${given}`,
      };
    }
    const [, outward = '', inward = ''] = parts;
    const codes =
      inward.length === 3
        ? [compact]
        : [...this.#gazetteer.postcodes.keys()].filter((code) => code.slice(0, -3) === outward && code.slice(-3).startsWith(inward));
    const addresses = codes.flatMap((code) => this.#gazetteer.postcodes.get(code) ?? []);
    return { query: `postcode=${given}`, found: byLine(addresses, query) };
  }

  #uprn(parameters: Parameters, query: Query): Search | BadRequest {
    const given = parameters.first('uprn');
    if (given === undefined) return { badRequest: 'No uprn parameter provided.' };
    if (!/^\d{1,12}$/.test(given)) return { badRequest: `Requested UPRN must be a number of up to 12 digits. Requested UPRN was ${given}` };
    const address = this.#gazetteer.byUprn(String(Number(given)));
    return { query: `uprn=${given}`, found: byLine(address ? [address] : [], query) };
  }

  #find(parameters: Parameters, query: Query): Search | BadRequest {
    const given = parameters.first('query');
    if (given === undefined) return { badRequest: 'No query parameter provided.' };
    const least = Number(parameters.first('minmatch') ?? 0.1);
    if (!(least >= 0.1 && least <= 1)) return { badRequest: 'Parameter minmatch has an invalid value. Allowed: 0.1 to 1.0' };
    // Nobody's address is longer, and a text of a megabyte is no question.
    const text = given.slice(0, 300);
    this.#search ??= indexForSearch(this.#gazetteer);
    const written = wordsOf(text);
    const found = this.#search
      .candidates(text)
      .flatMap((address) => expand(address, query))
      .map((record) => ({ record, score: matchScore(written, wordsOf(record.line)) }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || compare(a.record.line, b.record.line));
    return { query: `query=${given}`, found };
  }

  #round(parameters: Parameters, query: Query, onlyNearest: boolean): Search | BadRequest {
    const given = parameters.first('point');
    const point = readNumbers('point', given, 2);
    if ('badRequest' in point) return point;
    const radius = Number(parameters.first('radius') ?? 100);
    if (!(radius >= 0.01 && radius <= 1000)) return { badRequest: 'Parameter radius has an invalid value. Allowed: 0.01 to 1000' };
    const found: Found[] = [];
    for (const { address } of this.#gazetteer.within(toPlace(point, query.srs), radius)) {
      const records = expand(address, query);
      found.push(...records.map((record) => ({ record, score: 1 })));
      if (onlyNearest && records.length > 0) break;
    }
    return { query: `point=${given ?? ''}`, found };
  }

  #box(parameters: Parameters, query: Query): Search | BadRequest {
    const given = parameters.first('bbox');
    const box = readNumbers('bbox', given, 4);
    if ('badRequest' in box) return box;
    const least = toPlace(box.slice(0, 2), query.srs);
    const most = toPlace(box.slice(2), query.srs);
    const area = (most.easting - least.easting) * (most.northing - least.northing);
    if (!(most.easting >= least.easting && most.northing >= least.northing))
      return { badRequest: `Parameter bbox has an invalid value of '${given ?? ''}'` };
    if (area > 1_000_000) return { badRequest: 'The maximum size of the bounding box is 1km2.' };
    return { query: `bbox=${given ?? ''}`, found: byLine(this.#gazetteer.inBox(least, most), query) };
  }
}

/** The records of an address that the question asks for. */
const expand = (address: Address, query: Query): OsRecord[] =>
  query.datasets.flatMap((dataset) => recordsOf(address, dataset, query.languages)).filter((record) => passes(record, query.filters));

/**
 * The records in the order of their lines, letter by letter (so 10 stands before 2), all of the first dataset before the second: the two records of
 * one property can stand on different pages.
 */
function byLine(addresses: readonly Address[], query: Query): Found[] {
  return query.datasets.flatMap((dataset) =>
    addresses
      .flatMap((address) => expand(address, { ...query, datasets: [dataset] }))
      .sort((a, b) => compare(a.line, b.line))
      .map((record) => ({ record, score: 1 })),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The score is cut, not rounded, at so many decimals. */
function describeMatch(score: number, precision: number): { score: number; description: string } {
  const cut = Math.floor(score * 10 ** precision + 1e-9) / 10 ** precision;
  return { score: cut, description: cut >= 1 ? 'EXACT' : cut >= 0.7 ? 'GOOD' : 'NO MATCH' };
}
