import { readBody } from '../platform.ts';
import type { Payment } from './book.ts';
import { payErrors, type PayError } from './errors.ts';
import { isError, type PayService } from './pay-service.ts';
import { presentEvents, presentPayment, presentRefund, presentRefunds } from './present.ts';
import { searchPayments, searchRefunds } from './search.ts';

const mostBytes = 100_000;
const idempotencyKey = /^[a-zA-Z0-9-]*$/;

/** An answer before it is written. */
interface Answer {
  status: number;
  body?: unknown;
}

const fault = ({ status, ...body }: PayError): Answer => ({ status, body });

/** The public API: https://docs.payments.service.gov.uk/api_reference/ */
export class PayProtocol {
  readonly #service: PayService;
  readonly #posts = new Map<string, number[]>();

  constructor(service: PayService) {
    this.#service = service;
  }

  async answer(request: Request): Promise<Response> {
    const { status, body } = await this.#answer(request);
    return body === undefined
      ? new Response(null, { status })
      : new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  }

  async #answer(request: Request): Promise<Answer> {
    const url = new URL(request.url);
    const origin = this.#service.options.publicUrl?.replace(/\/$/, '') ?? url.origin;
    this.#service.webhooks.origin = origin;
    const key = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1] ?? '';
    if (!this.#service.keys.includes(key)) return { status: 401, body: { code: 401, message: 'Unauthorized' } };
    const [, resource, id, part, partId] =
      /^\/v1\/(payments|refunds)(?:\/([^/]+))?(?:\/([^/]+))?(?:\/([^/]+))?\/?$/.exec(url.pathname) ?? [];
    const read = request.method === 'GET' || request.method === 'HEAD';
    if (!read && request.method !== 'POST') return { status: 405, body: { code: 405, message: 'HTTP 405 Method Not Allowed' } };
    if (!read && this.#isTooMany(key, part ?? (id === undefined ? 'create' : ''))) return fault(payErrors.tooMany());
    if (resource === 'refunds' && id === undefined && read) return this.#found(searchRefunds(this.#visible(key), url, origin));
    if (resource !== 'payments') return { status: 404, body: { code: 404, message: 'HTTP 404 Not Found' } };
    if (id === undefined) return read ? this.#found(searchPayments(this.#visible(key), url, origin)) : this.#create(key, request, origin);
    const payment = this.#service.payment(key, id);
    const action = `${read ? 'GET' : 'POST'} ${part ?? ''}`;
    switch (action) {
      case 'GET ':
        if (!payment) return fault(payErrors.notFound('P0200'));
        this.#service.freshToken(payment);
        return { status: 200, body: presentPayment(payment, origin) };
      case 'GET events':
        return payment ? { status: 200, body: presentEvents(payment, origin) } : fault(payErrors.notFound('P0300'));
      case 'POST cancel':
        return payment ? this.#done(this.#service.cancel(payment)) : fault(payErrors.notFound('P0500'));
      case 'POST capture':
        return payment ? this.#done(this.#service.capture(payment)) : fault(payErrors.notFound('P1000'));
      case 'GET refunds':
        return this.#refunds(payment, partId, origin);
      case 'POST refunds':
        return payment ? this.#refund(key, payment, request, origin) : fault(payErrors.notFound('P0600'));
      default:
        return { status: 404, body: { code: 404, message: 'HTTP 404 Not Found' } };
    }
  }

  async #create(key: string, request: Request, origin: string): Promise<Answer> {
    const header = request.headers.get('idempotency-key') ?? undefined;
    if (header !== undefined && (header.length < 1 || header.length > 255))
      return fault(payErrors.header('Idempotency-Key', 'Header [Idempotency-Key] can have a size between 1 and 255'));
    if (header !== undefined && !idempotencyKey.test(header))
      return fault(payErrors.header('Idempotency-Key', 'Header [Idempotency-Key] can only contain alphanumeric characters and hyphens'));
    const body = await json(request);
    if (body === undefined) return fault(payErrors.notJson('P0197'));
    const created = this.#service.create(key, body.value, header);
    if (isError(created)) return fault(created);
    return { status: created.replayed ? 200 : 201, body: presentPayment(created.payment, origin) };
  }

  async #refund(key: string, payment: Payment, request: Request, origin: string): Promise<Answer> {
    const body = await json(request);
    if (body === undefined) return fault(payErrors.notJson('P0697'));
    const refund = this.#service.refund(key, payment, body.value);
    return isError(refund) ? fault(refund) : { status: 202, body: presentRefund(payment, refund, origin) };
  }

  #refunds(payment: Payment | undefined, refundId: string | undefined, origin: string): Answer {
    if (refundId === undefined)
      return payment ? { status: 200, body: presentRefunds(payment, origin) } : fault(payErrors.notFound('P0800'));
    const refund = payment?.refunds.find(({ refund_id }) => refund_id === refundId);
    return payment && refund ? { status: 200, body: presentRefund(payment, refund, origin) } : fault(payErrors.notFound('P0700'));
  }

  #done(error: PayError | undefined): Answer {
    return error ? fault(error) : { status: 204 };
  }

  #found(result: object): Answer {
    return isError(result) ? fault(result) : { status: 200, body: result };
  }

  /** What a search of this key sees by now. */
  #visible(key: string): readonly Payment[] {
    const service = this.#service.keys.indexOf(key);
    const until = this.#service.clock.now() - (this.#service.options.searchDelaySeconds ?? 0) * 1000;
    return this.#service.book.payments.filter((payment) => payment.service === service && payment.created <= until);
  }

  #isTooMany(key: string, part: string): boolean {
    const limit = this.#service.options.postsPerSecond ?? 15;
    if (limit === 0) return false;
    const kind = `${key} ${part === 'create' || part === 'capture' ? part : 'other'}`;
    const now = this.#service.clock.now();
    const within = (this.#posts.get(kind) ?? []).filter((at) => at > now - 1000);
    if (within.length >= limit) return true;
    this.#posts.set(kind, [...within, now]);
    return false;
  }
}

async function json(request: Request): Promise<{ value: unknown } | undefined> {
  const body = await readBody(request, mostBytes);
  if (body === 'too-large') return undefined;
  try {
    return { value: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    return undefined;
  }
}
