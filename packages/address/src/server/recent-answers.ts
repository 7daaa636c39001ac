import { BoundedMap } from '@council-kit/gateway';

export interface RecentOptions {
  /** The most answers that are kept. */
  readonly most: number;
  readonly keepMs: number;
  readonly now: () => number;
}

interface Kept<Answer> {
  readonly answer: Answer;
  readonly until: number;
}

/** Answers that are used again for a while, and questions that are asked once however many ask them at the same time. What failed is not kept. */
export class RecentAnswers<Answer> {
  readonly #options: RecentOptions;
  readonly #kept: BoundedMap<string, Kept<Answer>>;
  readonly #asked = new Map<string, Promise<Answer>>();

  constructor(options: RecentOptions) {
    this.#options = options;
    this.#kept = new BoundedMap(options.most);
  }

  get size(): number {
    return this.#kept.size;
  }

  async get(key: string, ask: () => Promise<Answer>): Promise<Answer> {
    const kept = this.#kept.get(key);
    if (kept && kept.until > this.#options.now()) return kept.answer;
    this.#kept.delete(key);
    const asked = this.#asked.get(key);
    if (asked) return asked;
    const answer = ask().finally(() => this.#asked.delete(key));
    this.#asked.set(key, answer);
    // Whoever joined hears of a failure by its own promise.
    const value = await answer;
    this.#keep(key, value);
    return value;
  }

  #keep(key: string, answer: Answer): void {
    const { keepMs, now } = this.#options;
    if (keepMs > 0) this.#kept.set(key, { answer, until: now() + keepMs });
  }
}
