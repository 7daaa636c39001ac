import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isForeign } from '../page.ts';
import type { Payment } from './book.ts';
import { bankPage, cardPage, confirmPage, endPage, usedPage, type CardForm } from './hosted-pages.ts';
import type { Word } from './hosted.messages.ts';
import type { PayService } from './pay-service.ts';

/** The pages on which a payer pays: `/secure/{token}` leads to `/card_details/{payment}`, as Pay's own do. */
export function createHostedPages(service: PayService): Hono {
  const pages = new Hono();

  const enter = (context: Context, token: string): Response | Promise<Response> => {
    const payment = service.book.byToken(token);
    if (!payment) return usedPage('en');
    // The same browser may use its link again; for anybody else it is spent.
    if (!service.visit(payment) && !isTheirs(context, payment)) return usedPage(payment.language);
    setCookie(context, cookieOf(payment), payment.session, {
      httpOnly: true,
      sameSite: 'Lax',
      path: `/card_details/${payment.payment_id}`,
    });
    // The link itself is opened under another path than the cookie's.
    setCookie(context, `${cookieOf(payment)}-link`, payment.session, { httpOnly: true, sameSite: 'Lax', path: '/secure' });
    return context.redirect(`/card_details/${payment.payment_id}`, 303);
  };
  pages.get('/secure/:token', (context) => enter(context, context.req.param('token')));
  pages.post('/secure', async (context) => {
    const token = (await context.req.parseBody())['chargeTokenId'];
    return enter(context, typeof token === 'string' ? token : '');
  });

  /** A page of a payment, for the browser that it was opened in. */
  const withPayment =
    (answer: (payment: Payment, context: Context) => Response | Promise<Response>) =>
    (context: Context): Response | Promise<Response> => {
      const payment = service.book.payment(context.req.param('id') ?? '');
      if (!payment || getCookie(context, cookieOf(payment)) !== payment.session) return usedPage(payment?.language ?? 'en');
      if (context.req.method === 'POST' && isForeign(context.req.raw)) return usedPage(payment.language);
      return answer(payment, context);
    };

  pages.get(
    '/card_details/:id',
    withPayment((payment) => {
      if (payment.state.finished || payment.confirmed) return endPage(payment);
      if (payment.awaitingBank) return bankPage(payment);
      return payment.state.status === 'submitted' ? confirmPage(payment) : cardPage(payment);
    }),
  );
  pages.post(
    '/card_details/:id',
    withPayment(async (payment, context) => {
      const form = await readCard(context, service.clock.now());
      if (Object.keys(form.errors).length > 0) return cardPage(payment, form);
      const { number = '', expiry = '', name = '', email, line1, city, postcode } = form.values;
      const outcome = service.enterCard(payment, {
        number,
        expiry: expiry.replace(/\s/g, ''),
        name,
        ...(email ? { email } : {}),
        ...(line1 || city || postcode
          ? { address: { ...(line1 ? { line1 } : {}), ...(city ? { city } : {}), ...(postcode ? { postcode } : {}), country: 'GB' } }
          : {}),
      });
      if (outcome === 'not-a-test-card') return cardPage(payment, { ...form, errors: { number: 'number-wrong' } });
      if (outcome === 'not-accepted') return cardPage(payment, { ...form, errors: { number: 'not-accepted' } });
      return context.redirect(`/card_details/${payment.payment_id}`, 303);
    }),
  );
  pages.post(
    '/card_details/:id/3ds',
    withPayment(async (payment, context) => {
      service.answerBank(payment, (await context.req.parseBody())['answer'] === 'yes');
      return context.redirect(`/card_details/${payment.payment_id}`, 303);
    }),
  );
  pages.post(
    '/card_details/:id/confirm',
    withPayment((payment, context) => {
      service.confirm(payment);
      const done = payment.confirmed === true && payment.return_url !== undefined;
      return context.redirect(done ? (payment.return_url ?? '') : `/card_details/${payment.payment_id}`, 303);
    }),
  );
  pages.post(
    '/card_details/:id/cancel',
    withPayment((payment, context) => {
      service.leave(payment);
      return context.redirect(`/card_details/${payment.payment_id}`, 303);
    }),
  );
  return pages;
}

const cookieOf = (payment: Payment): string => `sandbox-pay-${payment.payment_id}`;

const isTheirs = (context: Context, payment: Payment): boolean => getCookie(context, `${cookieOf(payment)}-link`) === payment.session;

async function readCard(context: Context, now: number): Promise<CardForm> {
  const posted = await context.req.parseBody();
  const values = Object.fromEntries(
    ['number', 'expiry', 'name', 'code', 'line1', 'city', 'postcode', 'email'].map((name) => {
      const value = posted[name];
      return [name, typeof value === 'string' ? value.trim().slice(0, 255) : ''];
    }),
  );
  const errors: Record<string, Word> = {};
  if (!/^[\d\s-]{12,30}$/.test(values['number'] ?? '')) errors['number'] = 'number-wrong';
  if (!isAhead(values['expiry'] ?? '', now)) errors['expiry'] = 'expiry-wrong';
  if (!values['name']) errors['name'] = 'name-wrong';
  if (!/^\d{3,4}$/.test(values['code'] ?? '')) errors['code'] = 'code-wrong';
  return { values, errors };
}

/** A month that has not ended: 10/30, 1030 or 10 / 2030. */
function isAhead(typed: string, now: number): boolean {
  const [, month = '', year = ''] = /^(\d{1,2})\s*[/ ]?\s*(?:20)?(\d\d)$/.exec(typed) ?? [];
  const number = Number(month);
  return month !== '' && number >= 1 && number <= 12 && Date.UTC(2000 + Number(year), number, 1) > now;
}
