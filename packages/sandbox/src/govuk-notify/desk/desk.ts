import { Hono } from 'hono';
import { clockControl, readFields } from '../../clock-control.ts';
import { isForeign, json, problemPage, styleSheet, wantsPage } from '../../page.ts';
import { pdfOf } from '../api/messages.ts';
import { publicStatus } from '../api/present.ts';
import type { NotifyService } from '../sending/notify-service.ts';
import { outcomes, type NotifyTemplate, type Outcome } from '../settings.ts';
import { callbackKinds } from '../book.ts';
import { readSubscriptions } from '../read-settings.ts';
import { messagePage } from './message-page.ts';
import { overviewPage } from './overview-page.ts';

/**
 * The desk: `/` and `/sandbox/…`.
 *
 * - GET /sandbox/messages, GET /sandbox/messages/{id}: the book, a page for a browser; POST `{"status"}` ends a message; DELETE forgets everything
 * - GET /sandbox/callbacks: every callback and its attempts; POST /sandbox/callbacks/{id} sends one now
 * - GET, PUT /sandbox/subscriptions `{"delivery-receipt": {"url", "bearerToken", "held"}}`: who is told
 * - GET, POST /sandbox/templates: the templates; adds one, or a version
 * - POST /sandbox/received-texts `{"from", "content"}`: a resident sends a text message
 * - GET /sandbox/clock; POST `{"advance": seconds}` moves it
 */
export function createDesk(service: NotifyService): Hono {
  const desk = new Hono();
  desk.use(async ({ req }, next) => {
    if (req.method !== 'GET' && req.method !== 'HEAD' && isForeign(req.raw))
      return json({ problem: 'A page of another origin may not control the sandbox.' }, 403);
    await next();
    return undefined;
  });
  desk.get('/sandbox/style.css', () => styleSheet());
  desk.get('/sandbox/messages', () => json(service.book.notifications));
  desk.delete('/sandbox/messages', () => {
    service.book.forget();
    return new Response(null, { status: 204 });
  });
  desk.get('/sandbox/messages/:id', ({ req }) => {
    const message = service.book.notification(req.param('id'));
    if (!message) return missing(req.raw, 'There is no such message.');
    return wantsPage(req.raw) ? messagePage(service, message) : json({ ...message, status: publicStatus(message) });
  });
  desk.post('/sandbox/messages/:id', async ({ req }) => {
    const message = service.book.notification(req.param('id'));
    if (!message) return missing(req.raw, 'There is no such message.');
    const { status } = await readFields(req.raw);
    if (status === 'returned-letter' && message.type === 'letter') service.returnLetter(message);
    else if (outcomes.some((one) => one === status)) service.finish(message, status as Outcome);
    else return json({ problem: `status must be one of: ${outcomes.join(', ')}; of a letter also returned-letter.` }, 400);
    return wantsPage(req.raw)
      ? new Response(null, { status: 303, headers: { location: message.id } })
      : json({ ...message, status: publicStatus(message) });
  });
  desk.get('/sandbox/messages/:id/pdf', ({ req }) => {
    const message = service.book.notification(req.param('id'));
    if (message?.type !== 'letter') return missing(req.raw, 'There is no such letter.');
    return download(pdfOf(service, message), 'letter.pdf');
  });
  desk.get('/sandbox/files/:sha256', ({ req }) => {
    const sha256 = req.param('sha256');
    const file = service.book.notifications.flatMap(({ files = [] }) => files).find((one) => one.sha256 === sha256);
    const bytes = file && service.book.file(sha256);
    return bytes ? download(bytes, file.filename) : missing(req.raw, 'There is no such file.');
  });
  desk.get('/sandbox/subscriptions', () => json(service.callbacks.subscriptions));
  desk.put('/sandbox/subscriptions', async ({ req }) => {
    const subscriptions = readSubscriptions(await readFields(req.raw));
    if (!subscriptions) return json({ problem: `Each of ${callbackKinds.join(', ')} is {url, bearerToken, held?}.` }, 400);
    service.callbacks.subscribe(subscriptions);
    return json(subscriptions);
  });
  desk.get('/sandbox/callbacks', () => json(service.book.callbacks));
  desk.post('/sandbox/callbacks/:id', async ({ req }) => {
    if (!service.book.callback(req.param('id'))) return missing(req.raw, 'There is no such callback.');
    return json({ status: (await service.callbacks.deliver(req.param('id'))) ?? null });
  });
  desk.get('/sandbox/templates', () => json(service.templates.list()));
  desk.post('/sandbox/templates', async ({ req }) => {
    try {
      return json(service.templates.publish((await readFields(req.raw)) as unknown as NotifyTemplate, service.clock.now()), 201);
    } catch (error) {
      if (error instanceof TypeError) return json({ problem: error.message }, 400);
      throw error;
    }
  });
  desk.post('/sandbox/received-texts', async ({ req }) => {
    const { from, content } = await readFields(req.raw);
    if (typeof from !== 'string' || typeof content !== 'string') return json({ problem: 'from and content must be text.' }, 400);
    return json(service.receive({ from, content }), 201);
  });
  desk.all('/sandbox/clock', ({ req }) => clockControl(service, req.raw));
  desk.get('/', () => overviewPage(service));
  desk.notFound(({ req }) => missing(req.raw, 'There is nothing at this address.'));
  return desk;
}

const missing = (request: Request, sentence: string): Response | Promise<Response> =>
  wantsPage(request) ? problemPage('Not found', '/', sentence, 404) : json({ problem: sentence }, 404);

/** A file from a stranger: it is saved and never shown. */
function download(bytes: Uint8Array, filename: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(Buffer.from(filename).toString())}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  });
}
