/** A map of at most so many entries. A new one takes the place of the one that was used longest ago. */
export class BoundedMap<Key, Value> {
  /** In the order of their last use: a `Map` keeps the order of insertion. */
  readonly #entries = new Map<Key, Value>();
  readonly #most: number;

  /** @param most entries; 0 keeps nothing */
  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#entries.size;
  }

  get(key: Key): Value | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: Key, value: Value): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.#most) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  delete(key: Key): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
