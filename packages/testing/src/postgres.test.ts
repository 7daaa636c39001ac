import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { test } from 'node:test';
import { startPostgres } from './postgres.ts';

test('a PostgreSQL of its own starts, answers on loopback, and is gone after', async (context) => {
  const postgres = await startPostgres();
  if (!postgres) return context.skip('PostgreSQL is not installed: packages/testing/set-up-system.sh installs it on Debian');
  const { hostname, port } = new URL(postgres.url);
  assert.equal(hostname, '127.0.0.1');
  assert.equal(await connects(Number(port)), true);
  await postgres.stop();
  assert.equal(await connects(Number(port)), false);
});

function connects(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => done(socket.destroy() && true));
    socket.once('error', () => done(false));
  });
}
