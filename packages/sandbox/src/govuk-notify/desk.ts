import { Hono } from 'hono';
import { html } from 'hono/html';
import { isForeign, json, page, problemPage, styleSheet, wantsPage } from '../page.ts';
import type { NotifyService } from './notify-service.ts';

const title = 'GOV.UK Notify';
const foreign = (): Response => json({ problem: 'A page of another origin may not control the sandbox.' }, 403);

/**
 * The desk: `/` and `/sandbox/…`.
 *
 * - GET /sandbox/messages, GET /sandbox/messages/{id}: the book
 * - GET /sandbox/callbacks: every callback and its attempts; POST /sandbox/callbacks/{id} sends one now
 * - GET /sandbox/clock; POST `{"advance": seconds}` moves it
 */
export function createDesk(service: NotifyService): Hono {
  const desk = new Hono();
  desk.get('/sandbox/style.css', () => styleSheet());
  desk.get('/sandbox/messages', () => json(service.book.notifications));
  desk.get('/sandbox/callbacks', () => json(service.book.callbacks));
  desk.post('/sandbox/callbacks/:id', async ({ req }) => {
    if (isForeign(req.raw)) return foreign();
    if (!service.book.callback(req.param('id'))) return json({ problem: 'There is no such callback.' }, 404);
    return json({ status: (await service.callbacks.deliver(req.param('id'))) ?? null });
  });
  desk.get('/', () => page(title, '', html`<p>The API is at /v2/notifications.</p>`));
  desk.notFound(({ req }) =>
    wantsPage(req.raw)
      ? problemPage('Not found', '/', 'There is nothing at this address.', 404)
      : json({ problem: 'There is nothing at this address.' }, 404),
  );
  return desk;
}
