import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { access, chown, constants, glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export interface Postgres {
  /** A `postgres://` address on the loopback interface, of an empty database. */
  url: string;
  /** Stops the server and deletes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL of its own: a temporary data folder, a free port, loopback only, durable as a real one.
 * @returns undefined where no PostgreSQL is installed; the test then skips, and says so.
 */
export async function startPostgres(): Promise<Postgres | undefined> {
  const programs = await findPrograms();
  if (!programs) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'council-postgres-'));
  const account = await serverAccount();
  if (account) await chown(folder, account.uid, account.gid);
  const data = join(folder, 'data');
  const options = { ...account, cwd: folder };
  // Passwords guard nothing on a loopback port that lives as long as a test; C sorts the same on every machine.
  await execute(join(programs, 'initdb'), ['-D', data, '-U', 'council', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'], options);
  const port = await freePort();
  const settings = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', shared_buffers: '32MB', max_connections: 60 };
  const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = spawn(join(programs, 'postgres'), ['-D', data, ...args], { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const end = () => server.kill('SIGQUIT');
  process.once('exit', end);
  try {
    await untilReady(server);
  } catch (error) {
    process.off('exit', end);
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    url: `postgres://council@127.0.0.1:${port}/postgres`,
    async stop() {
      process.off('exit', end);
      if (server.exitCode === null) {
        const ended = new Promise((done) => server.once('exit', done));
        server.kill('SIGINT'); // “fast shutdown”: ends connections, then stops
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The folder with `initdb` and `postgres`. Debian keeps each version's own, off the PATH. */
async function findPrograms(): Promise<string | undefined> {
  const debian = await Array.fromAsync(glob('/usr/lib/postgresql/*/bin'));
  const newestFirst = debian.sort((one, other) => other.localeCompare(one, 'en', { numeric: true }));
  for (const folder of [...newestFirst, ...(process.env['PATH'] ?? '').split(':')]) {
    try {
      await Promise.all(['initdb', 'postgres'].map((program) => access(join(folder, program), constants.X_OK)));
      return folder;
    } catch {
      continue;
    }
  }
  return undefined;
}

/** PostgreSQL refuses to run as root: then it runs as its own account, or as nobody. */
async function serverAccount(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const account = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!account) throw new Error('PostgreSQL does not run as root, and there is no account “postgres” or “nobody” to run it');
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

/** Resolves when the server says that it accepts connections; what it said is in the error when it ends before. */
function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((ready, fail) => {
    let said = '';
    server.stderr?.on('data', (chunk: Buffer) => {
      said = (said + String(chunk)).slice(-4000);
      if (said.includes('ready to accept connections')) ready();
    });
    server.once('error', fail);
    server.once('exit', (code) => fail(new Error(`PostgreSQL ended with ${code}: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
