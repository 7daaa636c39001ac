/** Keeps the highest of many: a heap with the lowest of the kept on top. */
export class Highest {
  readonly #most: number;
  readonly #documents: number[] = [];
  readonly #scores: number[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  offer(document: number, score: number): void {
    if (this.#scores.length < this.#most) {
      this.#scores.push(score);
      this.#documents.push(document);
      this.#rise(this.#scores.length - 1);
    } else if (score > (this.#scores[0] ?? 0)) {
      this.#scores[0] = score;
      this.#documents[0] = document;
      this.#sink();
    }
  }

  taken(): readonly number[] {
    return this.#documents;
  }

  #rise(from: number): void {
    for (let at = from; at > 0;) {
      const parent = (at - 1) >> 1;
      if ((this.#scores[parent] ?? 0) <= (this.#scores[at] ?? 0)) return;
      this.#swap(parent, at);
      at = parent;
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#scores.length && (this.#scores[child] ?? 0) < (this.#scores[least] ?? 0)) least = child;
      }
      if (least === at) return;
      this.#swap(least, at);
      at = least;
    }
  }

  #swap(one: number, other: number): void {
    [this.#scores[one], this.#scores[other]] = [this.#scores[other] ?? 0, this.#scores[one] ?? 0];
    [this.#documents[one], this.#documents[other]] = [this.#documents[other] ?? 0, this.#documents[one] ?? 0];
  }
}
