import { Agent, request } from 'node:http';

/** One request of the mix. */
export interface LoadRequest {
  readonly kind: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface LoadResult {
  /** Milliseconds from when the request was due to the last byte of its answer, by kind. */
  readonly latencies: ReadonlyMap<string, readonly number[]>;
  readonly errors: number;
}

/**
 * Sends requests at a steady rate whether or not the answers keep up (an open loop: people do not wait for each other),
 * so a stall counts against every request that was due in it.
 */
export async function load(origin: string, perSecond: number, seconds: number, next: (index: number) => LoadRequest): Promise<LoadResult> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const latencies = new Map<string, number[]>();
  let errors = 0;
  const total = perSecond * seconds;
  const begun = performance.now();
  const pending: Promise<void>[] = [];
  const send = (index: number): Promise<void> =>
    new Promise((done) => {
      const due = begun + (index * 1000) / perSecond;
      const { kind, method, path, headers = {}, body } = next(index);
      const call = request(
        `${origin}${path}`,
        { agent, method, headers: { ...headers, ...(body ? { 'content-length': Buffer.byteLength(body) } : {}) } },
        (answer) => {
          answer.resume();
          answer.on('end', () => {
            if ((answer.statusCode ?? 500) >= 400) errors += 1;
            const list = latencies.get(kind) ?? [];
            list.push(performance.now() - due);
            latencies.set(kind, list);
            done();
          });
        },
      );
      call.setTimeout(10_000, () => call.destroy(new Error('no answer in 10 s')));
      call.on('error', () => {
        errors += 1;
        done();
      });
      call.end(body);
    });
  await new Promise<void>((finished) => {
    let sent = 0;
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - begun) * perSecond) / 1000) + 1);
      for (; sent < due; sent += 1) pending.push(send(sent));
      if (sent < total) return;
      clearInterval(timer);
      finished();
    }, 1);
  });
  await Promise.all(pending);
  agent.destroy();
  return { latencies, errors };
}

/** The value below which that share of the values lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
