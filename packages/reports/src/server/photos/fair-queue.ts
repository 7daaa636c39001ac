/** How much work may be under way and waiting. */
export interface QueueLimits {
  readonly atOnce: number;
  readonly waiting: number;
  readonly waitingPerClient: number;
}

interface Client {
  readonly waiting: (() => void)[];
  running: number;
  /** When it last had its turn: the count of turns given by then. */
  turn: number;
}

/** Work in turn, fairly: whose last turn is longest ago comes next, so a client with twenty things to do delays the others by one. */
export class FairQueue {
  readonly #limits: QueueLimits;
  /** Those with work under way or waiting. */
  readonly #clients = new Map<string, Client>();
  #running = 0;
  #waiting = 0;
  #turns = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  /** Does the work when its turn comes. Undefined, at once, where too much is waiting already. */
  run<Result>(client: string, work: () => Promise<Result>): Promise<Result> | undefined {
    const its = this.#clients.get(client) ?? { waiting: [], running: 0, turn: 0 };
    if (this.#running < this.#limits.atOnce) {
      this.#clients.set(client, its);
      this.#begin(its);
      return this.#do(client, its, work);
    }
    if (this.#waiting >= this.#limits.waiting || its.waiting.length >= this.#limits.waitingPerClient) return undefined;
    this.#clients.set(client, its);
    this.#waiting += 1;
    return new Promise<void>((resolve) => its.waiting.push(resolve)).then(() => this.#do(client, its, work));
  }

  #begin(its: Client): void {
    its.running += 1;
    this.#running += 1;
    its.turn = this.#turns += 1;
  }

  async #do<Result>(client: string, its: Client, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } finally {
      its.running -= 1;
      this.#running -= 1;
      if (its.running === 0 && its.waiting.length === 0) this.#clients.delete(client);
      this.#next();
    }
  }

  #next(): void {
    let next: Client | undefined;
    for (const each of this.#clients.values()) if (each.waiting.length > 0 && (!next || each.turn < next.turn)) next = each;
    const begin = next?.waiting.shift();
    if (!next || !begin) return;
    this.#waiting -= 1;
    // Before it runs, so that nothing else takes the place meanwhile.
    this.#begin(next);
    begin();
  }
}
