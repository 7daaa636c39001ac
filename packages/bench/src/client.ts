import { Agent, request } from 'node:http';

/** One connection that stays open, as a proxy's does. */
export class Client {
  readonly #origin: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(origin: string) {
    this.#origin = origin;
  }

  get(path: string): Promise<{ ms: number; body: string }> {
    return new Promise((resolve, reject) => {
      const started = performance.now();
      request(`${this.#origin}${path}`, { agent: this.#agent }, (answer) => {
        let body = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk: string) => (body += chunk));
        answer.on('end', () => {
          if ((answer.statusCode ?? 500) >= 500) reject(new Error(`${path}: ${String(answer.statusCode)} ${body}`));
          else resolve({ ms: performance.now() - started, body });
        });
      })
        .on('error', reject)
        .end();
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}
