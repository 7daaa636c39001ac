/**
 * The yardstick: a server of the same framework that answers the same requests with the same bytes and does nothing else. `/reports`
 * writes one row to the disk (SQLite, synchronous=FULL), the least that "your report is kept" can mean; `memory` writes nothing.
 *
 * Arguments: a JSON file of {@link BareAnswers}, a folder for its table, and `disk` or `memory`.
 */
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** By path and the cookie it came with: the header's content type and the body. */
export type BareAnswers = Record<string, { readonly type: string; readonly body: string }>;

const [answersFile = '', folder = '', keeps = 'disk'] = process.argv.slice(2);
const answers = new Map(Object.entries(JSON.parse(readFileSync(answersFile, 'utf8')) as BareAnswers));
const table = new DatabaseSync(join(folder, 'bare.sqlite'));
table.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE IF NOT EXISTS report (id INTEGER PRIMARY KEY, body TEXT NOT NULL)',
);
const insert = table.prepare('INSERT INTO report (body) VALUES (?)');
let kept = 0;

const app = new Hono();
app.get('*', (context) => {
  const { pathname, search } = new URL(context.req.url);
  const answer = answers.get(`${pathname}${search} ${context.req.header('cookie') ?? ''}`);
  return answer ? context.body(answer.body, 200, { 'content-type': answer.type }) : context.notFound();
});
app.post('/reports', async (context) => {
  const body = JSON.stringify(await context.req.json());
  kept = keeps === 'disk' ? Number(insert.run(body).lastInsertRowid) : kept + 1;
  return context.json({ reference: String(kept) }, 201);
});

const server = createAdaptorServer({ fetch: app.fetch }) as Server;
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}`));
