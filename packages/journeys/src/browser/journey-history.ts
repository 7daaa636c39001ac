import type { Place } from './journey-run.ts';

/** How a journey shows in the page's address: after the `#`, as a query parameter, or not at all. */
export type HistoryMode = 'hash' | 'query' | 'none';

/** Between an address and the mark of an answer that is being changed. Neither is in an address. */
const changingMark = '~change';

/**
 * A journey's steps as entries of the browser's history, beside whatever else the page does with its address: entries of the
 * page's own are left alone, and so are its other parameters.
 */
export class JourneyHistory {
  readonly #name: string;
  readonly #mode: HistoryMode;

  constructor(name: string, mode: HistoryMode) {
    this.#name = name;
    this.#mode = mode;
  }

  /** A link to a place. It can also be opened in a new tab. */
  href(place: Place): string {
    const value = place.address + (place.changing ? changingMark : '');
    // With the path: a page with a `<base>` would take a bare hash elsewhere.
    if (this.#mode !== 'query') return `${location.pathname}${location.search}#${this.#name}=${value}`;
    const url = new URL(location.href);
    url.searchParams.set(this.#name, value);
    return url.pathname + url.search;
  }

  /** The place that a link of this journey leads to; undefined for any other link. */
  placeOf(link: HTMLAnchorElement): Place | undefined {
    const here = new URL(location.href);
    const there = new URL(link.href, here);
    return there.origin === here.origin && there.pathname === here.pathname ? this.#placeIn(there) : undefined;
  }

  /** The place that the history says we are at: its entry's own, else the address's. */
  get current(): Place | undefined {
    return this.#mode === 'none' ? undefined : (this.#entry ?? this.#placeIn(new URL(location.href)));
  }

  push(place: Place): void {
    this.#write('pushState', place, this.href(place));
  }

  /** Notes the place with the entry we are at. Its address stays where that names no place: a page is not renamed by being opened. */
  replace(place: Place): void {
    const named = this.#placeIn(new URL(location.href)) !== undefined;
    this.#write('replaceState', place, named ? this.href(place) : undefined);
  }

  /** Sandboxed documents may not write, and WebKit allows a hundred writes in ten seconds: the journey goes on without. */
  #write(how: 'pushState' | 'replaceState', place: Place, url: string | undefined): void {
    if (this.#mode === 'none') return;
    try {
      history[how](this.#state(place), '', url);
    } catch (error) {
      console.warn(error);
    }
  }

  get #key(): string {
    return `council-journey:${this.#name}`;
  }

  get #entry(): Place | undefined {
    const state: unknown = history.state;
    const place = typeof state === 'object' && state !== null ? (state as Record<string, unknown>)[this.#key] : undefined;
    return typeof place === 'string' ? parse(place) : undefined;
  }

  #state(place: Place): unknown {
    const state: unknown = history.state;
    const others = typeof state === 'object' ? state : {};
    return { ...others, [this.#key]: place.address + (place.changing ? changingMark : '') };
  }

  #placeIn(url: URL): Place | undefined {
    const parameters = this.#mode === 'query' ? url.searchParams : new URLSearchParams(url.hash.slice(1));
    const value = parameters.get(this.#name);
    return value === null ? undefined : parse(value);
  }
}

function parse(value: string): Place {
  return { address: value.replace(changingMark, ''), changing: value.endsWith(changingMark) };
}
