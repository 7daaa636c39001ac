import { Hono } from 'hono';
import { isForeign, json, problemPage, styleSheet, wantsPage } from '../../page.ts';
import type { PayService } from '../rules/pay-service.ts';
import { bookPage } from './book-page.ts';
import { addControl } from './control.ts';
import { shown } from './shown.ts';

/** The desk: `/` and `/sandbox/…`. What can be read is here, what can be done is in `control.ts`. */
export function createDesk(service: PayService): Hono {
  const desk = new Hono();
  desk.use(async ({ req }, next) => {
    const changes = req.method !== 'GET' && req.method !== 'HEAD';
    if (changes && isForeign(req.raw)) return json({ problem: 'A page of another origin may not control the sandbox.' }, 403);
    return next();
  });
  desk.get('/sandbox/style.css', () => styleSheet());
  desk.get('/sandbox/payments', () => json(service.book.payments.map(shown)));
  desk.get('/sandbox/payments/:id', ({ req }) => {
    const payment = service.book.payment(req.param('id'));
    return payment ? json(shown(payment)) : json({ problem: 'There is no such payment.' }, 404);
  });
  desk.get('/sandbox/agreements', () => json(service.book.agreements));
  desk.get('/sandbox/webhooks', () => json(service.book.messages));
  desk.get('/sandbox/subscriptions', () => json(service.webhooks.subscriptions));
  addControl(desk, service);
  desk.get('/', () => bookPage(service));
  desk.notFound(({ req }) =>
    wantsPage(req.raw)
      ? problemPage('Not found', '/', 'There is nothing at this address.', 404)
      : json({ problem: 'There is nothing at this address.' }, 404),
  );
  return desk;
}
