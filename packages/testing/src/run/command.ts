import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { root } from './root.ts';

/** Runs a command line with the PATH that npm would give it, without the half second that npm takes to start. */
export function runCommand(command: string, cwd: string = root): Promise<{ code: number; output: string }> {
  const PATH = `${join(root, 'node_modules/.bin')}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  return new Promise((done, fail) => {
    const child = spawn(command, {
      cwd,
      shell: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, PATH, FORCE_COLOR: undefined, NO_COLOR: '1' },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += String(chunk)));
    child.on('error', fail);
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });
}
