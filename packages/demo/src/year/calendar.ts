/** What happens in a year, each at its time. What happens can add what happens later. */
export class Calendar {
  /** Latest first, so that the next is the last. */
  readonly #days: { readonly at: number; readonly happen: () => Promise<void> | void }[] = [];

  /** @param at milliseconds since 1970 */
  add(at: number, happen: () => Promise<void> | void): void {
    let low = 0;
    let high = this.#days.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#days[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    this.#days.splice(low, 0, { at, happen });
  }

  /** Lets everything up to a time happen, in order. */
  async liveUntil(limit: number, setTime: (at: number) => void): Promise<void> {
    for (let next = this.#days.at(-1); next && next.at <= limit; next = this.#days.at(-1)) {
      this.#days.pop();
      setTime(next.at);
      await next.happen();
    }
  }
}
