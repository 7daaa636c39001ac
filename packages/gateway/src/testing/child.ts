/** The gateway as its own process: `council-gateway` with a settings file. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../bin/council-gateway.js', import.meta.url));
export const noticesModule = fileURLToPath(new URL('./notices.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly stderr: string;
  readonly stdout: string;
}

export interface Child {
  readonly process: ChildProcess;
  readonly url: string;
  readonly ended: Promise<Ended>;
}

/** Runs it to its end. */
export async function runProgram(
  folder: string,
  settings: unknown,
  args: readonly string[] = [],
  environment: NodeJS.ProcessEnv = {},
): Promise<Ended> {
  return await launch(await settingsFile(folder, settings), args, environment).ended;
}

/** Runs it until it says where it answers. */
export async function startProgram(folder: string, settings: unknown, environment: NodeJS.ProcessEnv = {}): Promise<Child> {
  const { process: child, ended, said } = launch(await settingsFile(folder, settings), [], environment);
  const url = await Promise.race([said, ended.then(({ stderr }) => Promise.reject(new Error(`It ended: ${stderr}`)))]);
  return { process: child, url, ended };
}

export interface Unready extends Pick<Child, 'process' | 'ended'> {
  /** Its log so far. */
  said(): string;
  /** Resolves when its log holds that; rejects when it ends before. */
  saying(what: RegExp): Promise<void>;
}

/** Runs it, whether it is ever ready or not. */
export async function programOf(folder: string, settings: unknown): Promise<Unready> {
  const { process: child, ended } = launch(await settingsFile(folder, settings), [], {});
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return {
    process: child,
    ended,
    said: () => output,
    async saying(what) {
      while (!what.test(output)) {
        const end = await Promise.race([once(child.stdout ?? child, 'data').then(() => undefined), ended]);
        if (end) throw new Error(`It ended: ${end.stderr}`);
      }
    },
  };
}

async function settingsFile(folder: string, settings: unknown): Promise<string> {
  const file = join(folder, 'council-gateway.json');
  await writeFile(file, typeof settings === 'string' ? settings : JSON.stringify(settings));
  return file;
}

function launch(
  file: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): { process: ChildProcess; ended: Promise<Ended>; said: Promise<string> } {
  const child = spawn(process.execPath, ['--conditions=council-kit-source', program, '--settings', file, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  let stdout = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  const said = new Promise<string>((resolve) => {
    child.stderr.on('data', (chunk: Buffer) => {
      stderr += chunk.toString();
      const url = /answers on (\S+)/.exec(stderr)?.[1];
      if (url) resolve(url);
    });
  });
  return { process: child, said, ended: once(child, 'close').then(([code]) => ({ code: code as number | null, stderr, stdout })) };
}
