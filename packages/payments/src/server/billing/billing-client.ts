/**
 * The council's billing system, by the one small contract that any of them has to come to:
 *
 * - `POST accounts/find` `{account, postcode}` → 200 `BillingAccount`; 404 where there is none, or it has another postcode
 * - `POST payments` `{reference, account, fund, amount, date, provider_reference}` → 201; 200 for a reference that it has; an amount below nought is a refund
 * - `POST direct-debits` `{reference, account, account_name, sort_code, account_number, day, first_collection}` → 201, 200
 *
 * with `Authorization: Bearer {key}` and `Idempotency-Key`, which repeats the reference.
 */
import { jsonAnswer, Problem, retryAfterSeconds, type Upstream } from '@council-kit/gateway';
import * as v from 'valibot';
import { billingAccountSchema, type BillingAccount } from '../../contract/billing.ts';
import { billProblems } from '../../contract/bill.ts';

export const system = 'billing';

/** What became of something that was posted. */
export type Posted =
  | { readonly kind: 'posted' }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'later'; readonly reason: string; readonly afterSeconds?: number };

export class BillingClient {
  readonly #upstream: Upstream;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(upstream: Upstream, key: string | undefined) {
    this.#upstream = upstream;
    this.#headers = {
      Accept: 'application/json',
      'Content-Type': 'application/json',
      ...(key === undefined ? {} : { Authorization: `Bearer ${key}` }),
    };
  }

  /**
   * The account, where account and postcode are one's.
   *
   * @throws Problem 502, 504
   */
  async find(account: string, postcode: string): Promise<BillingAccount | undefined> {
    const response = await this.#post('accounts/find', { account, postcode });
    if (response.status === 404) return undefined;
    if (response.status !== 200) throw billingFailed(`answered_${response.status}`);
    const parsed = v.safeParse(billingAccountSchema, await jsonAnswer(response));
    if (!parsed.success) throw billingFailed('unexpected_answer');
    // It has to be the one that was asked for, whatever is between us.
    return parsed.output.account === account ? parsed.output : undefined;
  }

  async postPayment(payment: Readonly<Record<string, unknown>> & { readonly reference: string }, signal: AbortSignal): Promise<Posted> {
    return this.#deliver('payments', payment, signal);
  }

  async postMandate(mandate: Readonly<Record<string, unknown>> & { readonly reference: string }, signal: AbortSignal): Promise<Posted> {
    return this.#deliver('direct-debits', mandate, signal);
  }

  async #deliver(
    path: string,
    body: Readonly<Record<string, unknown>> & { readonly reference: string },
    signal: AbortSignal,
  ): Promise<Posted> {
    const response = await this.#post(path, body, { headers: { 'Idempotency-Key': body.reference }, signal });
    const { status } = response;
    if (status === 200 || status === 201) {
      // A sign-in page or a firewall says 200 as well: only its own word, with our reference in it, is taken for received.
      const parsed = v.safeParse(v.object({ reference: v.literal(body.reference) }), await jsonAnswer(response));
      return parsed.success ? { kind: 'posted' } : { kind: 'later', reason: 'the billing system answered something else' };
    }
    if (status === 429 || status === 503) {
      const after = retryAfterSeconds(response, new Date()) ?? 0;
      return {
        kind: 'later',
        reason: `the billing system answered ${status}`,
        ...(after > 0 ? { afterSeconds: Math.min(after, 3600) } : {}),
      };
    }
    if (status >= 400 && status < 500 && status !== 401 && status !== 403 && status !== 408) return { kind: 'refused', status };
    return { kind: 'later', reason: `the billing system answered ${status}` };
  }

  async #post(path: string, body: object, init: { headers?: Record<string, string>; signal?: AbortSignal } = {}): Promise<Response> {
    return this.#upstream.fetch(path, {
      method: 'POST',
      headers: { ...this.#headers, ...init.headers },
      body: JSON.stringify(body),
      ...(init.signal ? { signal: init.signal } : {}),
    });
  }
}

export function billingFailed(code: string): Problem {
  return new Problem({
    status: 502,
    code: billProblems.upstreamFailed,
    title: { en: 'We cannot show your bill at the moment', cy: 'Ni allwn ddangos eich bil ar hyn o bryd' },
    detail: {
      en: 'Our billing system is not answering. Try again in a few minutes. You can still pay with the account number on your letter.',
      cy: 'Nid yw ein system filio yn ateb. Rhowch gynnig arall arni ymhen ychydig funudau. Gallwch dalu o hyd gyda rhif y cyfrif ar eich llythyr.',
    },
    upstream: { system, code },
  });
}
