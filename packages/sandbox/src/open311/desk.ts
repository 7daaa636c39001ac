import { Hono } from 'hono';
import { isForeign, json, problemPage, styleSheet, wantsPage } from '../page.ts';
import type { BackOffice, OfficerUpdate } from './back-office.ts';
import { isExtendedStatus } from './dialect.ts';
import { Parameters, readParameters } from './parameters.ts';
import { bookPage, receivedPage, requestPage, type RefusedChange } from './pages.ts';

/**
 * The desk of the back office: `/` and `/sandbox/…`. For programs JSON, for a browser pages.
 *
 * - GET /sandbox/received: every POST, in order; DELETE forgets everything
 * - GET /sandbox/received/{number}
 * - GET /sandbox/requests, GET /sandbox/requests/{id}; POST there changes the status, as the officer's form does
 * - GET /sandbox/updates
 * - GET /sandbox/files/{sha256}: the bytes of a file that came
 */
export function createDesk(office: BackOffice): Hono {
  const { book } = office;
  const desk = new Hono();
  const notFound = (request: Request, root: string): Response | Promise<Response> =>
    wantsPage(request)
      ? problemPage('Not found', root, 'There is nothing at this address.', 404)
      : json({ problem: 'There is nothing at this address.' }, 404);

  desk.get('/', () => bookPage(office));
  desk.get('/sandbox/style.css', () => styleSheet());
  desk.get('/sandbox/received', () => json(book.received));
  desk.delete('/sandbox/received', ({ req }) => {
    if (isForeign(req.raw)) return json({ problem: 'A page of another origin may not control the sandbox.' }, 403);
    book.clear();
    return json(book.received);
  });
  desk.get('/sandbox/received/:number', ({ req }) => {
    const received = book.received.find((one) => String(one.number) === req.param('number'));
    if (!received) return notFound(req.raw, '../../');
    return wantsPage(req.raw) ? receivedPage(received) : json(received);
  });
  desk.get('/sandbox/updates', () => json(book.updates));
  desk.get('/sandbox/requests', () => json(book.requests));
  desk.get('/sandbox/requests/:id', ({ req }) => {
    const request = book.request(req.param('id'));
    if (!request) return notFound(req.raw, '../../');
    return wantsPage(req.raw) ? requestPage(office, request) : json(request);
  });
  desk.post('/sandbox/requests/:id', async ({ req }) => {
    if (isForeign(req.raw)) return json({ problem: 'A page of another origin may not control the sandbox.' }, 403);
    const request = book.request(req.param('id'));
    if (!request) return notFound(req.raw, '../../');
    const change = await readChange(req.raw);
    if ('problem' in change) {
      return wantsPage(req.raw) ? requestPage(office, request, change) : json({ problem: change.problem }, 400);
    }
    const update = office.update(request.service_request_id, change);
    // The way back is relative, so that it also holds under the desk of the whole sandbox.
    return wantsPage(req.raw)
      ? new Response(null, { status: 303, headers: { location: encodeURIComponent(request.service_request_id) } })
      : json(update, 201);
  });
  desk.get('/sandbox/files/:sha256', ({ req }) => {
    const sha256 = req.param('sha256');
    const bytes = /^[0-9a-f]{64}$/.test(sha256) ? office.file(sha256) : undefined;
    if (!bytes) return notFound(req.raw, '../../');
    const headers = { 'content-type': imageType(bytes), 'content-disposition': 'attachment', 'x-content-type-options': 'nosniff' };
    return new Response(new Uint8Array(bytes), { headers });
  });
  desk.notFound(({ req }) => notFound(req.raw, '/'));
  return desk;
}

async function readChange(request: Request): Promise<OfficerUpdate | RefusedChange> {
  const given = await readFields(request);
  if (!given) return { problem: 'The body must be JSON or a form.', description: '', status: '' };
  const field = (name: string): string => {
    const value = given.get(name);
    return typeof value === 'string' ? value : '';
  };
  const status = field('status').toLowerCase();
  const description = field('description');
  if (!isExtendedStatus(status)) return { problem: 'Choose a status.', description, status };
  if (description.trim() === '') return { problem: 'Enter a public note.', description, status };
  const extras = given.get('extras');
  const media = given.get('media_url');
  return {
    status,
    description,
    external_status_code: field('external_status_code') || undefined,
    customer_reference: field('customer_reference') || undefined,
    fixmystreet_id: field('fixmystreet_id') || undefined,
    media_url: (Array.isArray(media) ? media : [media]).filter((one): one is string => typeof one === 'string' && one !== ''),
    ...(typeof extras === 'object' && extras !== null && !Array.isArray(extras)
      ? { extras: Object.fromEntries(Object.entries(extras).map(([key, value]) => [key, String(value)])) }
      : {}),
  };
}

async function readFields(request: Request): Promise<Map<string, unknown> | undefined> {
  if ((request.headers.get('content-type') ?? '').startsWith('application/json')) {
    const value: unknown = await request.json().catch(() => undefined);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  }
  const parameters = await readParameters(request, 1_000_000);
  return parameters instanceof Parameters ? new Map(parameters.pairs) : undefined;
}

/** Only by its own first bytes is a file shown as an image; whatever it said it was, the rest is bytes. */
function imageType(bytes: Uint8Array): string {
  const start = [...bytes.subarray(0, 12)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (start.startsWith('ffd8ff')) return 'image/jpeg';
  if (start.startsWith('89504e470d0a1a0a')) return 'image/png';
  if (start.startsWith('52494646') && start.endsWith('57454250')) return 'image/webp';
  return 'application/octet-stream';
}
