/**
 * Every fault that the sandbox plays, with what the caller meets and whether the platform has acted on the request by then
 * (`acts`: it stored the report and only its answer is bad, which is the trap for "exactly once").
 */
export const faults = {
  refuse: { acts: false, does: 'closes its port: connections are refused, until cleared or for a number of seconds' },
  reset: { acts: false, does: 'resets the connection before reading the request' },
  hang: { acts: false, does: 'takes the request and never answers' },
  'slow-headers': { acts: true, does: 'acts at once, and starts its answer only after a number of seconds' },
  'slow-body': { acts: true, does: 'sends its headers at once and its body a few bytes at a time over a number of seconds' },
  'truncated-body': { acts: true, does: 'announces its whole answer, sends half of it and drops the connection' },
  'server-error': { acts: false, does: 'answers 500 in its own error format' },
  'bad-gateway-html': { acts: false, does: 'answers 502 with the HTML page of a proxy' },
  unavailable: { acts: false, does: 'answers 503 with Retry-After' },
  'too-many-requests': { acts: false, does: 'answers 429 with Retry-After' },
  'ok-html': { acts: false, does: 'answers 200 with an HTML page (a firewall or a sign-in page)' },
  'ok-error': { acts: false, does: 'answers 200 with an error of its own format inside' },
  'malformed-body': { acts: false, does: 'answers 200 with a body that breaks off in the middle of its syntax' },
  'wrong-shape': { acts: false, does: 'answers 200 with well-formed JSON or XML that is not what the protocol says' },
  empty: { acts: false, does: 'answers 200 with no body' },
  'huge-body': { acts: false, does: 'answers 200 with a body of 256 MB, or as many bytes as asked' },
  'redirect-link-local': { acts: false, does: 'redirects to http://169.254.169.254/, the metadata address of a cloud' },
  'wrong-charset': { acts: true, does: 'answers in UTF-16 and labels it UTF-8' },
  'lost-answer': { acts: true, does: 'acts on the request, then drops the connection without a byte of answer' },
} as const satisfies Record<string, { acts: boolean; does: string }>;

/** The name of a fault. */
export type FaultKind = keyof typeof faults;

/** Every fault's name. */
export const faultKinds: readonly FaultKind[] = Object.keys(faults) as FaultKind[];

/** A fault to play. */
export interface Fault {
  fault: FaultKind;
  /** How many requests meet it; until cleared where absent. Not with `refuse`: refused connections cannot be counted. */
  times?: number;
  /** Only requests with this method. */
  method?: string;
  /** Only requests whose path starts with this, such as `/requests`. */
  path?: string;
  /** slow-headers and slow-body: how long it takes (default 30). refuse: for how long (until cleared where absent). */
  seconds?: number;
  /** unavailable and too-many-requests: the value of Retry-After, seconds or an HTTP date (default '2'). */
  retryAfter?: string;
  /** huge-body: how many bytes (default 256 MB). */
  bytes?: number;
  /** Overrides whether the platform acts on the request first: a 500 after the report was stored is `{ fault: 'server-error', acts: true }`. */
  acts?: boolean;
}

/** A request that met a fault. */
export interface PlayedFault {
  fault: FaultKind;
  method: string;
  path: string;
  /** ISO 8601. */
  at: string;
}

/** Why a fault cannot be played, in a sentence. */
export type FaultProblem = { problem: string };

/** Reads a fault from outside (JSON or form fields, whose numbers are text). */
export function parseFault(input: unknown): Fault | FaultProblem {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return { problem: 'A fault is an object such as {"fault":"reset","times":2}.' };
  const given = new Map(Object.entries(input).filter(([, value]) => value !== '' && value !== undefined && value !== null));
  const kind = given.get('fault');
  if (typeof kind !== 'string' || !isFaultKind(kind)) return { problem: `fault must be one of: ${faultKinds.join(', ')}.` };
  const fault: Fault = { fault: kind };
  const limits = { times: [1, 1_000_000], seconds: [0, 3600], bytes: [1, 2 ** 32] } as const;
  for (const name of ['times', 'seconds', 'bytes'] as const) {
    if (!given.has(name)) continue;
    const value = Number(given.get(name));
    const [least, most] = limits[name];
    if (!(value >= least && value <= most) || (name !== 'seconds' && !Number.isInteger(value))) {
      return { problem: `${name} must be a number from ${least} to ${most}.` };
    }
    fault[name] = value;
  }
  for (const name of ['method', 'path', 'retryAfter'] as const) {
    const value = given.get(name);
    if (value === undefined) continue;
    if (typeof value !== 'string' && typeof value !== 'number') return { problem: `${name} must be text.` };
    if (!/^[\x20-\x7e]*$/.test(String(value))) return { problem: `${name} must be printable ASCII.` };
    fault[name] = name === 'method' ? String(value).toUpperCase() : String(value);
  }
  const acts = given.get('acts');
  if (acts !== undefined) fault.acts = acts === true || acts === 'true';
  if (fault.fault === 'refuse' && (fault.times !== undefined || fault.method !== undefined || fault.path !== undefined)) {
    return { problem: 'refuse cannot be counted or narrowed: a refused connection is never seen. Give seconds, or clear it.' };
  }
  return fault;
}

const isFaultKind = (name: string): name is FaultKind => Object.hasOwn(faults, name);

/** The faults that a platform will play, in the order given: the first that fits a request is played. */
export class FaultSchedule {
  readonly #waiting: Fault[] = [];
  readonly #played: PlayedFault[] = [];
  readonly #changed: (refusing: Fault | undefined) => Promise<void>;

  /** `changed` is told after each change whether the port must refuse connections, and resolves when it does, or listens again. */
  constructor(changed: (refusing: Fault | undefined) => Promise<void>) {
    this.#changed = changed;
  }

  /** The faults still to be met. */
  get waiting(): readonly Readonly<Fault>[] {
    return this.#waiting;
  }

  /** The requests that have met a fault since the last `clear`, oldest first (the last 1,000). */
  get played(): readonly PlayedFault[] {
    return this.#played;
  }

  /**
   * Plays a fault for the next `times` requests that fit it, or until cleared. It holds when the promise resolves.
   *
   * @throws TypeError with the sentence of `parseFault` when it cannot be played.
   */
  async add(fault: Fault): Promise<void> {
    const parsed = parseFault(fault);
    if ('problem' in parsed) throw new TypeError(parsed.problem);
    this.#waiting.push(parsed);
    await this.#announce();
  }

  /** Plays no fault any more and forgets those played. Requests that hang are let go. */
  async clear(): Promise<void> {
    this.#waiting.length = 0;
    this.#played.length = 0;
    await this.#announce();
  }

  /** Stops one fault. */
  async remove(fault: Fault): Promise<void> {
    const index = this.#waiting.indexOf(fault);
    if (index >= 0) this.#waiting.splice(index, 1);
    await this.#announce();
  }

  /** The fault that a request meets, counted as met. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.#waiting.find(
      (one) => one.fault !== 'refuse' && (one.method ?? method) === method && path.startsWith(one.path ?? ''),
    );
    if (!fault) return undefined;
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.#waiting.splice(this.#waiting.indexOf(fault), 1);
    }
    this.#played.push({ fault: fault.fault, method, path, at: new Date().toISOString() });
    if (this.#played.length > 1000) this.#played.shift();
    return fault;
  }

  #announce(): Promise<void> {
    return this.#changed(this.#waiting.find((fault) => fault.fault === 'refuse'));
  }
}
