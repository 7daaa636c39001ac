import { Buffer } from 'node:buffer';

/**
 * One platform of the sandbox: a Web-standard handler that speaks the platform's own protocol, and its desk.
 *
 * The protocol is everything outside `/` and `/sandbox/`; those two are the desk, which the real platform does not have.
 */
export interface Platform {
  /** What the platform is, in words, for the sandbox's own pages. */
  readonly title: string;
  /** The path under the address that clients are given as their base URL: '' where the protocol starts at the root. */
  readonly basePath: string;
  /** Answers the protocol and the desk. It never rejects. */
  fetch(request: Request): Promise<Response>;
  /** The body, as JSON, of its own errors, for the faults that speak in its name; Open311's where it has none of its own. */
  problem?(status: 429 | 500): unknown;
  /** Lets go of files. The platform does not answer afterwards. */
  close(): void;
}

/** Whether a path belongs to the desk (pages and control) rather than to the platform's protocol. Faults never touch the desk. */
export function isDeskPath(path: string): boolean {
  return path === '/' || path === '/sandbox' || path.startsWith('/sandbox/');
}

/** The whole of a body up to a limit, so that a client cannot fill the memory; 'too-large' past it. */
export async function readBody(request: Request, limit: number): Promise<Buffer | 'too-large'> {
  if (!request.body) return Buffer.alloc(0);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) return 'too-large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
