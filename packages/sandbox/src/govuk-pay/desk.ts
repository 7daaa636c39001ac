import { Hono } from 'hono';
import { html } from 'hono/html';
import { isForeign, json, page, problemPage, styleSheet, wantsPage } from '../page.ts';
import { testCards } from './cards.ts';
import { pounds } from './hosted-pages.ts';
import type { PayService } from './pay-service.ts';

const title = 'GOV.UK Pay';
const foreign = (): Response => json({ problem: 'A page of another origin may not control the sandbox.' }, 403);

/**
 * The desk: `/` and `/sandbox/…`.
 *
 * - GET /sandbox/payments, GET /sandbox/payments/{id}: the book
 * - GET /sandbox/webhooks: every message and its attempts; POST /sandbox/webhooks/{id} sends one now
 * - GET /sandbox/clock; POST `{"advance": seconds}` moves it
 */
export function createDesk(service: PayService): Hono {
  const desk = new Hono();
  desk.get('/sandbox/style.css', () => styleSheet());
  desk.get('/sandbox/payments', () => json(service.book.payments.map(shown)));
  desk.get('/sandbox/payments/:id', ({ req }) => {
    const payment = service.book.payment(req.param('id'));
    return payment ? json(shown(payment)) : json({ problem: 'There is no such payment.' }, 404);
  });
  desk.get('/sandbox/webhooks', () => json(service.book.messages));
  desk.post('/sandbox/webhooks/:id', async ({ req }) => {
    if (isForeign(req.raw)) return foreign();
    if (!service.book.message(req.param('id'))) return json({ problem: 'There is no such message.' }, 404);
    return json({ status: (await service.webhooks.deliver(req.param('id'))) ?? null });
  });
  desk.get('/sandbox/clock', () => json({ now: service.clock.iso() }));
  desk.post('/sandbox/clock', async ({ req }) => {
    if (isForeign(req.raw)) return foreign();
    const form = (req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
    const body: unknown = form ? await req.parseBody() : await req.json().catch(() => undefined);
    const seconds = Number((body as { advance?: unknown } | undefined)?.advance);
    if (!Number.isFinite(seconds) || seconds < 0 || seconds > 366 * 86_400)
      return json({ problem: 'advance must be a number of seconds, no more than a year.' }, 400);
    await service.clock.advance(seconds);
    await service.webhooks.settled();
    return wantsPage(req.raw) ? new Response(null, { status: 303, headers: { location: '../' } }) : json({ now: service.clock.iso() });
  });
  desk.get('/', () => bookPage(service));
  desk.notFound(({ req }) =>
    wantsPage(req.raw)
      ? problemPage('Not found', '/', 'There is nothing at this address.', 404)
      : json({ problem: 'There is nothing at this address.' }, 404),
  );
  return desk;
}

/** Without what opens the hosted pages. */
const shown = <T extends { token: string; session: string }>(payment: T): Omit<T, 'token' | 'session'> => ({
  ...payment,
  token: undefined,
  session: undefined,
});

function bookPage(service: PayService): Promise<Response> {
  const payments = [...service.book.payments].reverse();
  return page(
    title,
    '',
    html`<p>The API is at /v1/payments. Its keys: ${service.keys.join(', ')}.</p>
      <p>The clock: ${service.clock.iso()}</p>
      <form method="post" action="sandbox/clock">
        <label for="advance">Move it ahead, in seconds (5400 is 90 minutes: unfinished payments expire)</label>
        <input id="advance" name="advance" inputmode="numeric" value="5400" />
        <button>Move</button>
      </form>
      <h2>Payments</h2>
      <div class="scroll">
        <table>
          <caption>
            ${payments.length} payments, the last 200 shown
          </caption>
          <thead>
            <tr>
              <th scope="col">Payment</th>
              <th scope="col">Reference</th>
              <th scope="col">Amount</th>
              <th scope="col">State</th>
              <th scope="col">Refunded</th>
            </tr>
          </thead>
          <tbody>
            ${payments.slice(0, 200).map(
              (one) =>
                html`<tr>
                  <th scope="row"><a href="sandbox/payments/${one.payment_id}">${one.payment_id}</a></th>
                  <td><bdi>${one.reference}</bdi></td>
                  <td>${pounds(one.amount)}</td>
                  <td>${one.state.status} ${one.state.code ?? ''}</td>
                  <td>${pounds(one.refunds.reduce((sum, { amount }) => sum + amount, 0))}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <h2>Test cards</h2>
      <div class="scroll">
        <table>
          <tbody>
            ${testCards.map(
              ({ number, brand, outcome }) =>
                html`<tr>
                  <td>${number}</td>
                  <td>${brand}</td>
                  <td>${outcome}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p><a href="sandbox/webhooks">Webhooks</a> · <a href="sandbox/faults">Faults</a></p>`,
  );
}
