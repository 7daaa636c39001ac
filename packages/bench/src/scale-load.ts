/** Asks for one address again and again on many connections, in a thread of its own, until it is told to stop. */
import { Agent, get } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

const { url, connections } = workerData as { readonly url: string; readonly connections: number };
const agent = new Agent({ keepAlive: true, maxSockets: connections });
let stopping = false;
let answers = 0;
const ask = (): Promise<void> =>
  new Promise((done) => {
    get(url, { agent }, (answer) => {
      answer.resume().on('end', () => {
        answers += 1;
        done();
      });
    }).on('error', () => done());
  });
parentPort?.once('message', () => (stopping = true));
await Promise.all(
  Array.from({ length: connections }, async () => {
    while (!stopping) await ask();
  }),
);
agent.destroy();
parentPort?.postMessage(answers);
