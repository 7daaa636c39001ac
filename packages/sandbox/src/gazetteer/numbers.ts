import type { Random } from './random.ts';

/** Counts the numbers out. Nothing is remembered of those given. */
export class Numbers {
  #streets = 0;
  #deliveryPoints = 0;
  /** How many UPRNs of each length are out; of one digit the specials have taken five. */
  readonly #given: number[] = [0, 5, ...Array.from({ length: 11 }, () => 0)];

  street(): string {
    this.#streets += 1;
    return String(49_000_000 + this.#streets);
  }

  deliveryPoint(): string {
    this.#deliveryPoints += 1;
    return String(90_000_000 + this.#deliveryPoints);
  }

  /** A UPRN: most have 11 or 12 digits, as in life, some any other number. */
  property(random: Random): string {
    const wanted = random.onceIn(400) ? random.whole(1, 9) : random.pick([12, 12, 12, 12, 11, 11, 11, 10, 8]);
    // The lengths that hold too few are soon full.
    const length = (this.#given[wanted] ?? 0) < 9 * 10 ** (wanted - 1) ? wanted : 12;
    const counted = this.#given[length] ?? 0;
    this.#given[length] = counted + 1;
    if (length <= 5) return String(length === 1 ? counted + 1 : 10 ** (length - 1) + counted);
    // Scattered over its length, so that neighbours in number are not neighbours in the street: a prime step through ten million.
    const scattered = length >= 8 ? (counted * 7_654_321) % 10_000_000 : counted;
    return String((prefixes[length] ?? 10 ** (length - 1)) + scattered);
  }
}

const prefixes: Readonly<Record<number, number>> = { 8: 90_000_000, 10: 1_005_000_000, 11: 10_023_000_000, 12: 100_090_000_000 };
