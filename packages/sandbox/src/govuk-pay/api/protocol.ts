import { accountOf, type Account } from '../accounts.ts';
import { isError, payErrors, type PayError } from '../errors.ts';
import type { Payment } from '../payment.ts';
import { readBody } from '../../platform.ts';
import { presentAgreement } from '../present/agreement.ts';
import { presentEvents, presentPayment } from '../present/payment.ts';
import { presentRefund, presentRefunds } from '../present/refund.ts';
import { asOf } from '../rules/as-of.ts';
import type { PayService } from '../rules/pay-service.ts';
import { RateLimit } from './rate-limit.ts';
import { readNewAgreement } from './read-agreement.ts';
import { readCard } from './read-card.ts';
import { readNewPayment } from './read-payment.ts';
import { readNewRefund } from './read-refund.ts';
import { searchAgreements, searchDisputes, searchPayments, searchRefunds } from './searches.ts';

const mostBytes = 100_000;

/** An answer before it is written. */
interface Answer {
  status: number;
  body?: unknown;
  location?: string;
}

/** A request of a service that is known. */
interface Asked {
  readonly account: Account;
  readonly request: Request;
  readonly url: URL;
  readonly origin: string;
}

const fault = ({ status, ...body }: PayError): Answer => ({ status, body });
const found = (body: object): Answer => (isError(body) ? fault(body) : { status: 200, body });
const done = (error: PayError | undefined): Answer => (error ? fault(error) : { status: 204 });
/** What Pay's web server answers by itself. */
const plain = (code: number, message: string): Answer => ({ status: code, body: { code, message } });

/** The public API: https://docs.payments.service.gov.uk/api_reference/ */
export class PayProtocol {
  readonly #service: PayService;
  readonly #limit: RateLimit;

  constructor(service: PayService) {
    this.#service = service;
    this.#limit = new RateLimit(service.clock, service.options.postsPerSecond ?? 15);
  }

  async answer(request: Request): Promise<Response> {
    const { status, body, location } = await this.#answer(request);
    const headers = { 'cache-control': 'no-store', pragma: 'no-cache', ...(location === undefined ? {} : { location }) };
    return body === undefined
      ? new Response(null, { status, headers })
      : new Response(JSON.stringify(body), { status, headers: { ...headers, 'content-type': 'application/json' } });
  }

  async #answer(request: Request): Promise<Answer> {
    const { options } = this.#service;
    const url = new URL(request.url);
    const path = url.pathname.replace(/\/$/, '');
    const origin = options.publicUrl?.replace(/\/$/, '') ?? url.origin;
    const isPost = request.method === 'POST';
    if (!isPost && request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'HTTP 405 Method Not Allowed');
    // The one operation without a key: what it is sent holds a token of its own.
    if (path === '/v1/auth' && isPost)
      return this.#limit.isTooMany(undefined, path) ? fault(payErrors.tooMany()) : this.#authorise(request);
    const account = accountOf(options, /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '');
    if (!account) return plain(401, 'Unauthorized');
    if (isPost && this.#limit.isTooMany(account.service, path)) return fault(payErrors.tooMany());
    const [, , resource = '', ...ids] = path.split('/');
    const asked: Asked = { account, request, url, origin };
    const operation = `${isPost ? 'POST' : 'GET'} ${[resource, ...ids.map((id, index) => (index % 2 === 0 ? '{}' : id))].join('/')}`;
    return this.#operation(operation, asked, ids[0] ?? '', ids[2] ?? '');
  }

  async #operation(operation: string, asked: Asked, id: string, refundId: string): Promise<Answer> {
    const { account, request, url, origin } = asked;
    const { payments, agreements, book } = this.#service;
    const payment = payments.of(account, id);
    const agreement = agreements.of(account, id);
    switch (operation) {
      case 'POST payments':
        return this.#create(asked);
      case 'GET payments':
        return found(searchPayments(this.#visible(account), url, origin));
      case 'GET payments/{}':
        if (!payment) return fault(payErrors.notFound('P0200'));
        payments.freshToken(payment);
        return found(presentPayment(payment, origin));
      case 'GET payments/{}/events':
        return payment ? found(presentEvents(payment, origin)) : fault(payErrors.notFound('P0300'));
      case 'POST payments/{}/cancel':
        return payment ? done(payments.cancel(payment)) : fault(payErrors.notFound('P0500'));
      case 'POST payments/{}/capture':
        return payment ? done(payments.capture(payment)) : fault(payErrors.notFound('P1000'));
      case 'GET payments/{}/refunds':
        return payment ? found(this.#refunds(payment, origin)) : fault(payErrors.notFound('P0800'));
      case 'POST payments/{}/refunds':
        return this.#refund(asked, payment);
      case 'GET payments/{}/refunds/{}': {
        const refund = payment?.refunds.find(({ refund_id }) => refund_id === refundId);
        return payment && refund ? found(presentRefund(payment, refund, origin)) : fault(payErrors.notFound('P0700'));
      }
      case 'GET refunds':
        return found(searchRefunds(this.#visible(account), url, origin));
      case 'GET disputes':
        return found(searchDisputes(book.payments.filter(isOf(account)), url, origin));
      case 'POST agreements':
        return this.#createAgreement(account, request);
      case 'GET agreements':
        return found(
          searchAgreements(
            book.agreements.filter(isOf(account)).filter(({ created }) => created <= this.#until),
            url,
            origin,
          ),
        );
      case 'GET agreements/{}':
        return agreement ? found(presentAgreement(agreement)) : fault(payErrors.notFound('P2200'));
      case 'POST agreements/{}/cancel':
        return agreement ? done(agreements.cancel(agreement)) : fault(payErrors.notFound('P2500'));
      default:
        return plain(404, 'HTTP 404 Not Found');
    }
  }

  async #create({ account, request, origin }: Asked): Promise<Answer> {
    const key = request.headers.get('idempotency-key') ?? undefined;
    const keyError = idempotencyKeyError(key);
    if (keyError) return fault(keyError);
    const wanted = await reading(request, 'P0197', readNewPayment);
    if (isError(wanted)) return fault(wanted);
    const created = this.#service.payments.create(account, wanted, key);
    if (isError(created)) return fault(created);
    const { payment, replayed } = created;
    const body = presentPayment(payment, origin);
    if (replayed) return { status: 200, body };
    // The answer is that it is created; the card is charged after.
    this.#service.agreements.take(payment);
    return { status: 201, body, location: `${origin}/v1/payments/${payment.payment_id}` };
  }

  async #refund({ account, request, origin }: Asked, payment: Payment | undefined): Promise<Answer> {
    const wanted = await reading(request, 'P0697', readNewRefund);
    if (isError(wanted)) return fault(wanted);
    if (!payment) return fault(payErrors.notFound('P0600'));
    const refund = this.#service.refunds.create(account, payment, wanted);
    return isError(refund) ? fault(refund) : { status: 202, body: presentRefund(payment, refund, origin) };
  }

  async #createAgreement(account: Account, request: Request): Promise<Answer> {
    const wanted = await reading(request, 'P2197', readNewAgreement);
    if (isError(wanted)) return fault(wanted);
    const agreement = this.#service.agreements.create(account, wanted);
    return isError(agreement) ? fault(agreement) : { status: 201, body: presentAgreement(agreement) };
  }

  async #authorise(request: Request): Promise<Answer> {
    const sent = await json(request);
    if (sent && !('value' in sent)) return fault(sent);
    const card = sent ? readCard(sent.value, this.#service.clock.now()) : 'no-json';
    if (card === 'no-json') return plain(400, 'Unable to process JSON');
    return done('code' in card ? card : this.#service.cardsByApi.authorise(card.token, card.entry));
  }

  /** What is eventually consistent shows what was so a while ago. */
  get #until(): number {
    return this.#service.clock.now() - (this.#service.options.searchDelaySeconds ?? 0) * 1000;
  }

  /** What a search of this service sees by now. */
  #visible(account: Account): readonly Payment[] {
    return this.#service.book.payments.filter(isOf(account)).flatMap((payment) => asOf(payment, this.#until) ?? []);
  }

  #refunds(payment: Payment, origin: string): object {
    return presentRefunds(asOf(payment, this.#until) ?? { ...payment, refunds: [] }, origin);
  }
}

const isOf =
  ({ service }: Account) =>
  (kept: { service: number }): boolean =>
    kept.service === service;

function idempotencyKeyError(key: string | undefined): PayError | undefined {
  if (key === undefined) return undefined;
  if (key.length < 1 || key.length > 255)
    return payErrors.header('Idempotency-Key', 'Header [Idempotency-Key] can have a size between 1 and 255');
  if (!/^[a-zA-Z0-9-]+$/.test(key))
    return payErrors.header('Idempotency-Key', 'Header [Idempotency-Key] can only contain alphanumeric characters and hyphens');
  return undefined;
}

/** What was sent, or undefined where it is no JSON. Pay's firewall stops what does not say that it is JSON, and what is empty. */
async function json(request: Request): Promise<{ value: unknown } | PayError | undefined> {
  const body = await readBody(request, mostBytes);
  if (body === 'too-large') return undefined;
  if (body.length === 0 || !/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return payErrors.blocked();
  try {
    return { value: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    return undefined;
  }
}

/** Reads what was sent, in the way of its operation. */
async function reading<T extends object>(
  request: Request,
  notJson: 'P0197' | 'P0697' | 'P2197',
  read: (value: unknown) => T | PayError,
): Promise<T | PayError> {
  const sent = await json(request);
  if (!sent) return payErrors.notJson(notJson);
  return 'value' in sent ? read(sent.value) : sent;
}
