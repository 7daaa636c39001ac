import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ImageFormat } from '@council-kit/core';
import type { PhotoFault } from './examine-photo.ts';

/** What the process is given. */
export interface DecodeTask {
  readonly bytes: Uint8Array;
  readonly format: Exclude<ImageFormat, 'heic'>;
  /** The most milliseconds of a core. */
  readonly cpuMs: number;
  /** The most bytes of memory that the process may have. */
  readonly memory: number;
}

/** What came of a photo. */
export type Opened =
  | { readonly kind: 'decoded'; readonly bytes: Uint8Array; readonly width: number; readonly height: number }
  | { readonly kind: 'refused'; readonly fault: PhotoFault };

/** What it answers; `cpuMs` is what the work cost. */
export type DecodeAnswer = { readonly cpuMs: number } & (
  | { readonly kind: 'ready' }
  | Opened
  /** It cost more than it may: the process has ended. */
  | { readonly kind: 'over' }
);
export type Decoded = Exclude<DecodeAnswer, { kind: 'ready' }>;

/** Where the machine is so busy that little of this is the decoder's own time. */
const patience = 30_000;
/** A process without work ends after so long, in milliseconds. */
const idleFor = 60_000;
const program = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './decode-process.ts' : './decode-process.js', import.meta.url));

/** One process that opens photos, one after the other. It is started when there is work and started again after it had to be ended. */
export class Decoder {
  #process: ChildProcess | undefined;
  #idle: NodeJS.Timeout | undefined;

  /**
   * Opens one photo. Call it again when it has answered.
   *
   * @throws Error where the process cannot be started
   */
  async decode(task: DecodeTask): Promise<Decoded> {
    clearTimeout(this.#idle);
    const child = this.#process ?? (await this.#start());
    child.ref();
    child.channel?.ref();
    const late = setTimeout(() => child.kill('SIGKILL'), patience);
    const answer = await new Promise<Decoded>((resolve) => {
      const ended = (code: number | null, signal: NodeJS.Signals | null): void =>
        // The system ends what takes too much memory; what ends by itself has stumbled over the file.
        resolve(signal === 'SIGKILL' ? { kind: 'over', cpuMs: task.cpuMs } : { kind: 'refused', fault: 'damaged', cpuMs: task.cpuMs });
      child.once('exit', ended);
      child.once('message', (message: Decoded) => {
        child.off('exit', ended);
        resolve(message);
      });
      child.send(task, (error) => {
        if (error) child.kill('SIGKILL');
      });
    });
    clearTimeout(late);
    child.removeAllListeners('message');
    if (answer.kind === 'over' || child.exitCode !== null || child.signalCode !== null) this.stop();
    else {
      child.unref();
      child.channel?.unref();
      this.#idle = setTimeout(() => this.stop(), idleFor).unref();
    }
    return answer;
  }

  async #start(): Promise<ChildProcess> {
    const child = await started();
    this.#process = child;
    child.once('exit', () => {
      if (this.#process === child) this.#process = undefined;
    });
    return child;
  }

  /** Ends the process, whatever it does. */
  stop(): void {
    clearTimeout(this.#idle);
    this.#process?.kill('SIGKILL');
    this.#process = undefined;
  }
}

async function started(): Promise<ChildProcess> {
  const { PATH, SYSTEMROOT, LD_LIBRARY_PATH, TMPDIR } = process.env;
  const child = fork(program, [], {
    // Neither the gateway's secrets nor its flags.
    env: { PATH, SYSTEMROOT, LD_LIBRARY_PATH, TMPDIR, UV_THREADPOOL_SIZE: '2', VIPS_CONCURRENCY: '1' },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-2000)));
  await new Promise<void>((resolve, reject) => {
    const failed = (cause?: unknown): void => reject(new Error(`Photos cannot be opened: the process ended. ${said}`, { cause }));
    child.once('error', failed);
    child.once('exit', failed);
    child.once('message', () => {
      child.off('exit', failed);
      child.off('error', failed);
      resolve();
    });
  });
  // What is to be said after the start is said by its answers and its end.
  child.on('error', () => child.kill('SIGKILL'));
  child.stderr?.removeAllListeners('data').resume();
  (child.stderr as unknown as { unref?(): void } | null)?.unref?.();
  return child;
}
