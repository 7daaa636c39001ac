/** GOV.UK Pay's API: https://docs.payments.service.gov.uk/api_reference/ */
import { jsonAnswer, retryAfterSeconds, UpstreamError, type Upstream } from '@council-kit/gateway';
import * as v from 'valibot';
import {
  payErrorSchema,
  payPaymentSchema,
  payRefundSchema,
  payRefundsSchema,
  paySearchSchema,
  type PayPayment,
  type PayRefund,
} from './pay-answers.ts';
import { PayRefusal, PaySilence, type PayStep } from './pay-problems.ts';

/** What a payment is created with. */
export interface NewPayPayment {
  readonly amount: number;
  readonly reference: string;
  readonly description: string;
  readonly return_url: string;
  readonly language: 'en' | 'cy';
  readonly email?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

/** Faults of a connection that was never made: nothing was asked. */
const neverAsked = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT']);

/**
 * Every method either gives what Pay answered, or throws: {@link PayRefusal}, Pay said no and did nothing; {@link PaySilence}, nobody knows.
 */
export class PayClient {
  readonly #upstream: Upstream;
  readonly #key: string;

  constructor(upstream: Upstream, key: string) {
    this.#upstream = upstream;
    this.#key = key;
  }

  /** Never tried again by itself: Pay promises to know a repeated request only for recurring payments. */
  async create(payment: NewPayPayment, idempotencyKey: string): Promise<PayPayment> {
    const response = await this.#ask('begin', 'POST', 'v1/payments', payment, { 'Idempotency-Key': idempotencyKey });
    return this.#read('begin', response, [200, 201], payPaymentSchema);
  }

  async get(payId: string): Promise<PayPayment> {
    return this.#read('read', await this.#ask('read', 'GET', `v1/payments/${encodeURIComponent(payId)}`), [200], payPaymentSchema);
  }

  async cancel(payId: string): Promise<void> {
    await this.#done('cancel', await this.#ask('cancel', 'POST', `v1/payments/${encodeURIComponent(payId)}/cancel`));
  }

  async capture(payId: string): Promise<void> {
    await this.#done('capture', await this.#ask('capture', 'POST', `v1/payments/${encodeURIComponent(payId)}/capture`));
  }

  /** @param available what is left to refund, as the officer saw it: where it has changed meanwhile, Pay refuses with P0604 (412) */
  async refund(payId: string, amount: number, available: number): Promise<PayRefund> {
    const body = { amount, refund_amount_available: available };
    const response = await this.#ask('refund', 'POST', `v1/payments/${encodeURIComponent(payId)}/refunds`, body);
    return this.#read('refund', response, [200, 202], payRefundSchema);
  }

  async refunds(payId: string): Promise<readonly PayRefund[]> {
    const response = await this.#ask('read', 'GET', `v1/payments/${encodeURIComponent(payId)}/refunds`);
    return (await this.#read('read', response, [200], payRefundsSchema))._embedded.refunds;
  }

  /** Payments with exactly this reference, newest first. Lags behind: finding none says little about the last minute. */
  async withReference(reference: string): Promise<readonly PayPayment[]> {
    const query = new URLSearchParams({ reference, display_size: '20' });
    const { results } = await this.#search('begin', query);
    // The search does not tell capitals from small letters.
    return results.filter((one) => one.reference === reference);
  }

  /** Every payment created in a stretch of time, page after page. */
  async *createdBetween(from: Date, to: Date): AsyncGenerator<PayPayment> {
    const second = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
    for (let page = 1; ; page += 1) {
      const query = new URLSearchParams({ from_date: second(from), to_date: second(to), display_size: '500', page: String(page) });
      const found = await this.#search('search', query);
      yield* found.results;
      if (found.results.length === 0 || page * 500 >= found.total) return;
    }
  }

  async #search(step: PayStep, query: URLSearchParams): Promise<v.InferOutput<typeof paySearchSchema>> {
    return this.#read(step, await this.#ask(step, 'GET', `v1/payments?${query.toString()}`), [200], paySearchSchema);
  }

  async #ask(
    step: PayStep,
    method: 'GET' | 'POST',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    try {
      return await this.#upstream.fetch(path, {
        method,
        headers: {
          Authorization: `Bearer ${this.#key}`,
          Accept: 'application/json',
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      if (error.failure === 'circuit_open' || wasNeverAsked(error)) throw new PayRefusal(step, { payStatus: 503, retryAfter: '30' });
      throw new PaySilence(step, error.failure, { cause: error });
    }
  }

  async #done(step: PayStep, response: Response): Promise<void> {
    if (response.status === 204) return;
    await this.#refuse(step, response);
  }

  async #read<Schema extends v.GenericSchema>(
    step: PayStep,
    response: Response,
    good: readonly number[],
    schema: Schema,
  ): Promise<v.InferOutput<Schema>> {
    if (!good.includes(response.status)) return await this.#refuse(step, response);
    const parsed = v.safeParse(schema, await jsonAnswer(response));
    if (!parsed.success) throw new PaySilence(step, 'unexpected_answer');
    return parsed.output;
  }

  /** 4xx with Pay's own body is Pay's word. Anything else may have come from something between us. */
  async #refuse(step: PayStep, response: Response): Promise<never> {
    const payStatus = response.status;
    if (payStatus === 429)
      throw new PayRefusal(step, { payStatus, payCode: 'P0900', retryAfter: retryAfterSeconds(response, new Date())?.toString() });
    const parsed = v.safeParse(payErrorSchema, await jsonAnswer(response));
    if (payStatus >= 400 && payStatus < 500 && parsed.success)
      throw new PayRefusal(step, { payStatus, payCode: parsed.output.code, field: parsed.output.field });
    if (payStatus === 401 || payStatus === 403) throw new PayRefusal(step, { payStatus });
    throw new PaySilence(step, `answered_${payStatus}`);
  }
}

function wasNeverAsked(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string' && neverAsked.has(at.code)) return true;
    if (at instanceof AggregateError && at.errors.length > 0 && at.errors.every(wasNeverAsked)) return true;
  }
  return false;
}
