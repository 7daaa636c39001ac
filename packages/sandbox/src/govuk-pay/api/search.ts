import { payErrors, type PayError } from '../errors.ts';

type Check = (text: string) => boolean;

/** What a search takes: its parameters, each with what it must be, and its codes. Other parameters are not looked at. */
export interface SearchKind {
  readonly parameters: Readonly<Record<string, Check>>;
  readonly wrong: 'P0401' | 'P1101' | 'P2401';
  readonly noSuchPage: 'P0402' | 'P1100' | 'P2402';
  /** Names that its errors call by another. */
  readonly called?: Readonly<Record<string, string>>;
}

const datetime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)(\[\w+(\/\w+)?\])?$/;
const date = /^\d{4}-\d\d-\d\d$/;
const isDatetime: Check = (text) => datetime.test(text) && !Number.isNaN(Date.parse(text.replace(/\[.*$/, '')));
const isDate: Check = (text) => date.test(text) && !Number.isNaN(Date.parse(text));
const isCount =
  (most: number): Check =>
  (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= 1 && Number(text) <= most;

export const upTo =
  (longest: number): Check =>
  (text) =>
    text.length <= longest;
export const oneOf =
  (words: readonly string[]): Check =>
  (text) =>
    words.includes(text);
export const digits =
  (count: number): Check =>
  (text) =>
    text.length === count && /^\d+$/.test(text);

export const pageParameters = { page: isCount(1e9), display_size: isCount(500) } as const;
export const dateParameters = { from_date: isDatetime, to_date: isDatetime, from_settled_date: isDate, to_settled_date: isDate } as const;

/** The parameters that were given, or which of them cannot be read. An empty one is none. */
export function readSearch(url: URL, { parameters, wrong, called }: SearchKind): Given | PayError {
  const given = new Map([...url.searchParams].filter(([, value]) => value.trim() !== ''));
  const unreadable = Object.entries(parameters).flatMap(([name, fits]) => {
    const value = given.get(name);
    return value === undefined || fits(value) ? [] : [called?.[name] ?? name];
  });
  return unreadable.length > 0 ? payErrors.search(unreadable, wrong) : new Given(given);
}

/** What was asked for. */
export class Given {
  readonly #values: ReadonlyMap<string, string>;

  constructor(values: ReadonlyMap<string, string>) {
    this.#values = values;
  }

  number(name: string, otherwise: number): number {
    return Number(this.#values.get(name) ?? otherwise);
  }

  /** In whatever case. */
  equals(name: string, value: string | undefined): boolean {
    return !this.#values.has(name) || value?.toLowerCase() === this.#values.get(name)?.toLowerCase();
  }

  /** A part of it, in whatever case. */
  isIn(name: string, value: string | undefined): boolean {
    return !this.#values.has(name) || (value?.toLowerCase().includes(this.#values.get(name)?.toLowerCase() ?? '') ?? false);
  }

  /** One of several, with commas between. */
  lists(name: string, value: string | undefined): boolean {
    return (
      !this.#values.has(name) ||
      (this.#values
        .get(name)
        ?.toLowerCase()
        .split(',')
        .includes(value?.toLowerCase() ?? '') ??
        false)
    );
  }

  /** From the one on, and before the other. */
  between(name: 'date' | 'settled_date', at: string | undefined): boolean {
    const time = (text: string): number => Date.parse(text.replace(/\[.*$/, ''));
    const from = this.#values.get(`from_${name}`);
    const to = this.#values.get(`to_${name}`);
    if (from === undefined && to === undefined) return true;
    if (at === undefined) return false;
    return (from === undefined || time(at) >= time(from)) && (to === undefined || time(at) < time(to));
  }
}

/** One page of what was found, newest first. */
export interface Page {
  readonly total: number;
  readonly count: number;
  readonly page: number;
  readonly results: readonly object[];
  readonly links: Readonly<Record<'self' | 'first_page' | 'last_page' | 'prev_page' | 'next_page', object | null>>;
}

export function paged<T>(
  oldestFirst: readonly T[],
  given: Given,
  url: URL,
  origin: string,
  { noSuchPage }: SearchKind,
  present: (one: T) => object,
): Page | PayError {
  const page = given.number('page', 1);
  const size = given.number('display_size', 500);
  const total = oldestFirst.length;
  const last = Math.max(1, Math.ceil(total / size));
  // Where nothing was found, every page is as empty as the first.
  if (total > 0 && page > last) return payErrors.noSuchPage(noSuchPage);
  const results = [...oldestFirst].reverse().slice((page - 1) * size, page * size);
  const to = (number: number): object => {
    const there = new URLSearchParams(url.searchParams);
    there.set('page', String(number));
    there.set('display_size', String(size));
    return { href: `${origin}${url.pathname}?${there.toString()}`, method: 'GET' };
  };
  return {
    total,
    count: results.length,
    page,
    results: results.map(present),
    links: {
      self: to(page),
      first_page: to(1),
      last_page: to(last),
      prev_page: page > 1 ? to(page - 1) : null,
      next_page: page < last ? to(page + 1) : null,
    },
  };
}
