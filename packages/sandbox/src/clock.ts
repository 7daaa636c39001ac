/** Work that waits for its time. */
interface Due {
  readonly at: number;
  readonly work: () => void | Promise<void>;
}

/** The longest that Node's timers can wait. */
const longest = 2 ** 31 - 1;

/** A clock that runs, and can be moved ahead: what would have happened meanwhile happens, in order. */
export class MovableClock {
  readonly #source: () => number;
  #ahead = 0;
  #due: Due[] = [];
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(source: () => number = Date.now) {
    this.#source = source;
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.#source() + this.#ahead;
  }

  iso(): string {
    return new Date(this.now()).toISOString();
  }

  /** Does something after so many milliseconds; at once where there are none. */
  after(ms: number, work: () => void | Promise<void>): void {
    this.at(this.now() + ms, work);
  }

  at(at: number, work: () => void | Promise<void>): void {
    if (this.#stopped) return;
    this.#due.push({ at, work });
    this.#due.sort((a, b) => a.at - b.at);
    this.#arm();
  }

  /** Moves ahead by so many seconds, doing on the way what falls due, and resolves when that is done. */
  async advance(seconds: number): Promise<void> {
    const goal = this.now() + seconds * 1000;
    for (let next = this.#due[0]; next && next.at <= goal; next = this.#due[0]) {
      this.#due.shift();
      this.#ahead += Math.max(0, next.at - this.now());
      await next.work();
    }
    this.#ahead += Math.max(0, goal - this.now());
    this.#arm();
  }

  stop(): void {
    this.#stopped = true;
    this.#due = [];
    clearTimeout(this.#timer);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    const [next] = this.#due;
    if (!next || this.#stopped) return;
    this.#timer = setTimeout(() => this.#run(), Math.min(longest, Math.max(0, next.at - this.now())));
    this.#timer.unref();
  }

  /** Real time does not wait until one thing is done before the next begins. */
  #run(): void {
    for (let next = this.#due[0]; next && next.at <= this.now(); next = this.#due[0]) {
      this.#due.shift();
      void next.work();
    }
    this.#arm();
  }
}
