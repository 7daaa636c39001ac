/**
 * The yardstick: a server of the same framework that answers the same paths with the same bytes and does nothing else. Its write is
 * one row on disk (SQLite, synchronous=FULL), the least that "your report is kept" can mean.
 *
 * Arguments: a JSON file of `{ path: { type, body } }`, and a folder for its table.
 */
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const [answersFile = '', folder = ''] = process.argv.slice(2);
const answers = JSON.parse(readFileSync(answersFile, 'utf8')) as Record<string, { type: string; body: string }>;
const table = new DatabaseSync(join(folder, 'bare.sqlite'));
table.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS report (id INTEGER PRIMARY KEY, body TEXT NOT NULL)',
);
const insert = table.prepare('INSERT INTO report (body) VALUES (?)');

const app = new Hono();
app.get('*', (context) => {
  const { pathname, search } = new URL(context.req.url);
  const answer = answers[pathname + search];
  return answer ? context.body(answer.body, 200, { 'content-type': answer.type }) : context.notFound();
});
app.post('/reports', async (context) => {
  const { lastInsertRowid } = insert.run(JSON.stringify(await context.req.json()));
  return context.json({ reference: String(lastInsertRowid) }, 201);
});

const server = createAdaptorServer({ fetch: app.fetch }) as Server;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`));
