import { requestGateway, type Outcome } from '@council-kit/core';
import type * as v from 'valibot';
import { reportFormSchema, type ReportForm } from '../contract/report-form.ts';
import type { NearbyReport } from '../contract/report-answers.ts';
import { gatewayUrl } from './gateway-url.ts';

/** How a gateway is asked. */
export interface Asking {
  readonly language: string;
  readonly signal?: AbortSignal;
}

/** For the page's developer: what to look at where a first read brings nothing. */
export function notRead(url: string): string {
  return `Nothing could be read from ${url}. If the browser speaks of CORS, add ${location.origin} to the gateway's allowedOrigins; if of a policy, add the gateway's origin to connect-src.`;
}

/** The gateway as the widget asks it: everything comes back as a value, a lost connection too. What is asked after the first question is in further.ts. */
export class ReportGateway {
  readonly #gateway: string;
  /** What was near, by question: `askNearby` keeps it here. */
  readonly nearby: Map<string, Promise<readonly NearbyReport[]>> = new Map();
  #form: Promise<ReportForm> | undefined;

  constructor(gateway: string) {
    this.#gateway = gateway;
  }

  url(path: string): string {
    return gatewayUrl(this.#gateway, path);
  }

  /**
   * The form, asked for once.
   *
   * @throws Error where no answer came; the next call asks again
   */
  form(): Promise<ReportForm> {
    this.#form ??= this.#readForm().catch((error: unknown) => {
      this.#form = undefined;
      throw error;
    });
    return this.#form;
  }

  async #readForm(): Promise<ReportForm> {
    const outcome = await requestGateway(this.url('/reports/form'), { schema: reportFormSchema });
    if (outcome.kind === 'answer') return outcome.value;
    throw new Error(notRead(this.url('/reports/form')));
  }

  ask<Value>(
    path: string,
    schema: v.GenericSchema<unknown, Value>,
    { language, signal }: Asking,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Outcome<Value>> {
    return requestGateway(this.url(path), { schema, language, signal, body, idempotencyKey });
  }
}
