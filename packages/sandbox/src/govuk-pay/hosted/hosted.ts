import { Hono, type Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { isForeign } from '../../page.ts';
import type { Payment } from '../payment.ts';
import type { PayService } from '../rules/pay-service.ts';
import type { Word } from './messages.ts';
import { bankPage, cardPage, confirmPage, endPage, usedPage, type CardForm } from './pages.ts';

/** The pages on which a payer pays: `/secure/{token}` leads to `/card_details/{payment}`, as Pay's own do. */
export function createHostedPages(service: PayService): Hono {
  const pages = new Hono();
  const askCard = (payment: Payment, form?: CardForm): Promise<Response> =>
    cardPage(payment, service.book.agreement(payment.set_up_agreement ?? ''), form);

  const enter = (context: Context, token: string): Response | Promise<Response> => {
    const payment = service.book.byToken(token);
    if (payment?.authorisation_mode !== 'web') return usedPage('en');
    // The same browser may use its link again; for anybody else it is spent.
    if (!service.paying.visit(payment) && !isTheirs(context, payment)) return usedPage(payment.language);
    setCookie(context, cookieOf(payment), payment.session, {
      httpOnly: true,
      sameSite: 'Lax',
      path: `/card_details/${payment.payment_id}`,
    });
    // The link itself is opened under another path than the cookie's.
    setCookie(context, `${cookieOf(payment)}-link`, payment.session, { httpOnly: true, sameSite: 'Lax', path: '/secure' });
    return context.redirect(`/card_details/${payment.payment_id}`, 303);
  };
  // Browsers ask for one by themselves; a page of errors in the console is no help to who looks there for their own.
  pages.get('/favicon.ico', (context) => context.body(null, 204));
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
      return payment.state.status === 'submitted' ? confirmPage(payment) : askCard(payment);
    }),
  );
  pages.post(
    '/card_details/:id',
    withPayment(async (payment, context) => {
      const form = await readCard(context, service.clock.now());
      if (Object.keys(form.errors).length > 0) return askCard(payment, form);
      const { number = '', expiry = '', name = '', email, ...typed } = form.values;
      const address = Object.fromEntries(Object.entries(typed).filter(([field, value]) => field !== 'code' && value !== ''));
      const outcome = service.paying.enterCard(payment, {
        number,
        expiry: monthOf(expiry)?.written ?? '',
        name,
        ...(email ? { email } : {}),
        ...(Object.keys(address).length > 0
          ? { address: { ...address, country: payment.prefilled?.billing_address?.country ?? 'GB' } }
          : {}),
      });
      if (outcome === 'not-a-test-card') return askCard(payment, { ...form, errors: { number: 'number-wrong' } });
      if (outcome === 'not-accepted') return askCard(payment, { ...form, errors: { number: 'not-accepted' } });
      return context.redirect(`/card_details/${payment.payment_id}`, 303);
    }),
  );
  pages.post(
    '/card_details/:id/3ds',
    withPayment(async (payment, context) => {
      service.paying.answerBank(payment, (await context.req.parseBody())['answer'] === 'yes');
      return context.redirect(`/card_details/${payment.payment_id}`, 303);
    }),
  );
  pages.post(
    '/card_details/:id/confirm',
    withPayment((payment, context) => {
      service.paying.confirm(payment);
      const done = payment.confirmed === true && payment.return_url !== undefined;
      return context.redirect(done ? (payment.return_url ?? '') : `/card_details/${payment.payment_id}`, 303);
    }),
  );
  pages.post(
    '/card_details/:id/cancel',
    withPayment((payment, context) => {
      service.paying.leave(payment);
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
    ['number', 'expiry', 'name', 'code', 'line1', 'line2', 'city', 'postcode', 'email'].map((name) => {
      const value = posted[name];
      return [name, typeof value === 'string' ? value.trim().slice(0, 255) : ''];
    }),
  );
  const errors: Record<string, Word> = {};
  if (!/^[\d\s-]{12,30}$/.test(values['number'] ?? '')) errors['number'] = 'number-wrong';
  if ((monthOf(values['expiry'] ?? '')?.end ?? 0) <= now) errors['expiry'] = 'expiry-wrong';
  if (!values['name']) errors['name'] = 'name-wrong';
  if (!/^\d{3,4}$/.test(values['code'] ?? '')) errors['code'] = 'code-wrong';
  return { values, errors };
}

/** A month as people type it (10/30, 1030 or 10 / 2030): as Pay writes it, and when it has ended. */
function monthOf(typed: string): { written: string; end: number } | undefined {
  const [, month, year] = /^(\d{1,2})\s*[/ ]?\s*(?:20)?(\d\d)$/.exec(typed) ?? [];
  const number = Number(month);
  if (month === undefined || year === undefined || number < 1 || number > 12) return undefined;
  return { written: `${month.padStart(2, '0')}/${year}`, end: Date.UTC(2000 + Number(year), number, 1) };
}
