import { toGrid, type GridPosition } from '../gazetteer/coordinates.ts';
import type { Gazetteer } from '../gazetteer/gazetteer.ts';
import type { TerminatedPostcode } from '../gazetteer/terminated.ts';
import { factsOf, type PostcodeFacts } from './facts.ts';

/** What postcodes.io takes for a postcode: any case, at most one space, and no special ones (its own check, `postcode@5`). */
export const isPostcode = (text: string): boolean => /^[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}$/i.test(text.trim());

const compact = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** Every postcode of a gazetteer, in alphabetical order, with its place. */
export class PostcodeDirectory {
  readonly #gazetteer: Gazetteer;
  readonly #facts = new Map<string, PostcodeFacts>();

  constructor(gazetteer: Gazetteer) {
    this.#gazetteer = gazetteer;
    for (const code of [...gazetteer.postcodes.keys()].sort()) {
      const facts = factsOf(gazetteer.postcodes.get(code) ?? []);
      if (facts) this.#facts.set(code, facts);
    }
  }

  /** The postcode that a text is; undefined where it is none or does not exist. */
  find(text: string): PostcodeFacts | undefined {
    return isPostcode(text) ? this.#facts.get(compact(text)) : undefined;
  }

  /** The terminated postcode that a text is. */
  terminated(text: string): TerminatedPostcode | undefined {
    return isPostcode(text) ? this.#gazetteer.terminated(compact(text)) : undefined;
  }

  /** The postcodes that start with a text: only the one where it is whole, only its own where it is an outward code (`AM1` is not `AM10`). */
  startingWith(text: string, limit: number): PostcodeFacts[] {
    const start = compact(text);
    const found = [...this.#facts].filter(([code]) => code.startsWith(start));
    const exact = found.filter(([code]) => code === start);
    const within = found.filter(([code]) => code.slice(0, -3) === start);
    const chosen = exact.length > 0 ? exact : within.length > 0 ? within : found;
    return chosen.slice(0, limit).map(([, facts]) => facts);
  }

  /** The postcodes round a place, nearest first. */
  round(place: GridPosition, metres: number, limit: number): { facts: PostcodeFacts; metres: number }[] {
    const distance = (facts: PostcodeFacts): number =>
      Math.hypot(facts.place.easting - place.easting, facts.place.northing - place.northing);
    return [...this.#facts.values()]
      .map((facts) => ({ facts, metres: distance(facts) }))
      .filter((one) => one.metres <= metres)
      .sort((a, b) => a.metres - b.metres)
      .slice(0, limit);
  }

  /** The same for a position in degrees. */
  roundPosition(latitude: number, longitude: number, metres: number, limit: number): { facts: PostcodeFacts; metres: number }[] {
    return this.round(toGrid({ latitude, longitude }), metres, limit);
  }

  /** The one with a number, counted round and round. */
  at(number: number): PostcodeFacts | undefined {
    return [...this.#facts.values()][Math.floor(number) % this.#facts.size];
  }
}
