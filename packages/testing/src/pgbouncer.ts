import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, constants, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = '/usr/sbin/pgbouncer';

export interface PgBouncer extends AsyncDisposable {
  /** The database's address, through PgBouncer. */
  readonly url: string;
}

/**
 * Starts a PgBouncer of its own in front of a database on the loopback interface, in transaction mode: two transactions of one client
 * may run in different sessions of the server. Its other settings are its defaults.
 * @param serverConnections fewer than clients have, so that they do change sessions
 * @returns undefined where none is installed; the test then skips, and says so
 */
export async function startPgBouncer(databaseUrl: string, serverConnections = 2): Promise<PgBouncer | undefined> {
  try {
    await access(PROGRAM, constants.X_OK);
  } catch {
    return undefined;
  }
  const { hostname, port: serverPort, username, pathname } = new URL(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'council-pgbouncer-'));
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(
    file,
    `[databases]
* = host=${hostname} port=${serverPort} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${serverConnections}
`,
  );
  // It refuses to run as root, and then runs as an account that must be able to read this.
  await chmod(folder, 0o755);
  const account = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const pooler = spawn(PROGRAM, [...account, file], { stdio: 'ignore' });
  const ended = once(pooler, 'exit');
  const url = new URL(databaseUrl);
  url.port = String(port);
  url.pathname = pathname;
  await untilListening(port, () => pooler.exitCode !== null);
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      pooler.kill('SIGTERM'); // at once, with clients connected or not
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilListening(port: number, over: () => boolean): Promise<void> {
  for (;;) {
    if (over()) throw new Error('PgBouncer ended at once.');
    const socket = createConnection(port, '127.0.0.1');
    const listens = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (listens) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
