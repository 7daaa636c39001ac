/** One platform behind the gateway. Its address comes from settings, never from a request. */
export interface UpstreamOptions {
  /** In problems and logs: `open311`. */
  readonly system: string;
  /** Requests go to paths under this URL and nowhere else. */
  readonly baseUrl: string;
  /** Milliseconds for the whole of one attempt. 10,000 unless given. */
  readonly timeoutMs?: number;
  /** Bytes of an answer's body. 5 MB unless given. */
  readonly bodyLimit?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Upstream {
  /**
   * Like `fetch`, with a path under the base URL. GET and HEAD are tried three times with full jitter; writes once.
   * Any status comes back as an answer, its body already read within the limit.
   * @throws UpstreamError where there is no answer: refused, reset, timed out, too large, redirected off the host, circuit open.
   */
  fetch(path: string, init?: RequestInit): Promise<Response>;
}
