/** One connection, byte for byte: what `fetch` does not let a test send or see. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export class Connection {
  readonly socket: Socket;
  readonly closed: Promise<void>;
  #received = '';
  #more: (() => void) | undefined;
  #ended = false;

  private constructor(socket: Socket) {
    this.socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => {
      this.#received += text;
      this.#more?.();
    });
    // A reset ends it like any other end: what was received before counts.
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) =>
      socket.on('close', () => {
        this.#ended = true;
        this.#more?.();
        resolve();
      }),
    );
  }

  /** @param from the address of this machine that it comes from: all of 127.0.0.0/8 are */
  static async open(url: string, from?: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), ...(from !== undefined && { localAddress: from }) });
    await once(socket, 'connect');
    return new Connection(socket);
  }

  write(text: string): void {
    this.socket.write(text, 'latin1');
  }

  /** The next answer with a `Content-Length`. Rejects where the connection closes before. */
  async answer(): Promise<RawAnswer> {
    for (;;) {
      const answer = this.#next();
      if (answer) return answer;
      if (this.#ended) throw new Error(`The connection closed. Received: ${this.#received.slice(0, 500)}`);
      await new Promise<void>((resolve) => (this.#more = resolve));
    }
  }

  #next(): RawAnswer | undefined {
    const end = this.#received.indexOf('\r\n\r\n');
    if (end === -1) return undefined;
    const [first = '', ...lines] = this.#received.slice(0, end).split('\r\n');
    const headers = new Headers(
      lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
    );
    const length = Number(headers.get('content-length') ?? 0);
    const body = this.#received.slice(end + 4, end + 4 + length);
    if (body.length < length) return undefined;
    this.#received = this.#received.slice(end + 4 + length);
    return { status: Number(first.split(' ')[1]), headers, body };
  }

  close(): void {
    this.socket.destroy();
  }
}
