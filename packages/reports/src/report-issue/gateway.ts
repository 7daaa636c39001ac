/** The gateway as the widget asks it: everything comes back as a value, a lost connection too. */
import { requestGateway, type FieldError, type Outcome } from '@council-kit/core';
import { cleanLine, type Answers, type SubmitContext, type SubmitOutcome } from '@council-kit/journeys';
import * as v from 'valibot';
import { createdReportSchema, nearbySchema, placeSchema, type NearbyQuestion, type NearbyReport, type Place } from '../contract/report.ts';
import { reportFormSchema, type ReportForm } from '../contract/report-form.ts';
import { gatewayUrl } from './gateway-url.ts';
import type { Position } from '../rules/distance.ts';
import { questionOfField, reportOf } from './report-of-answers.ts';

interface Asking {
  readonly language: string;
  readonly signal?: AbortSignal;
}

/** Asks one gateway. */
export class ReportGateway {
  readonly #gateway: string;
  #form: Promise<ReportForm> | undefined;
  readonly #nearby = new Map<string, Promise<readonly NearbyReport[]>>();

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
    this.#form ??= this.#read('/reports/form', reportFormSchema).catch((error: unknown) => {
      this.#form = undefined;
      throw error;
    });
    return this.#form;
  }

  /** What is at a position; undefined where no answer came. The position is in the body: addresses are kept in logs and histories. */
  async place(position: Position, asking: Asking): Promise<Place | undefined> {
    const outcome = await this.#ask('/reports/place', placeSchema, asking, position);
    return outcome.kind === 'answer' ? outcome.value : undefined;
  }

  /** Open reports near; none where no answer came. Asked for once for equal questions: what a journey asks must not change under it. */
  nearby(question: NearbyQuestion, { language }: Asking): Promise<readonly NearbyReport[]> {
    const key = `${language} ${JSON.stringify(question)}`;
    const known = this.#nearby.get(key);
    if (known) return known;
    const asked = this.#ask('/reports/nearby', nearbySchema, { language }, question).then((outcome) =>
      outcome.kind === 'answer' ? outcome.value.reports : [],
    );
    this.#nearby.set(key, asked);
    return asked;
  }

  /** Sends the report. The key makes repeats harmless. */
  async submit(answers: Answers, { idempotencyKey, language, signal }: SubmitContext): Promise<SubmitOutcome> {
    const outcome = await this.#ask('/reports', createdReportSchema, { language, signal }, reportOf(answers), idempotencyKey);
    if (outcome.kind === 'answer') {
      const { reference, follow_url } = outcome.value;
      return { kind: 'accepted', accepted: { reference, details: { follow_url } } };
    }
    if (outcome.kind === 'unreachable') return outcome;
    const { status, code, errors = [], title, detail } = outcome.problem;
    if (status === 409 && code === 'idempotency_key_reused') return { kind: 'conflict' };
    if (errors.length > 0)
      return { kind: 'errors', errors: errors.map((error): FieldError => ({ ...error, field: questionOfField(error.field, answers) })) };
    // Its own troubles, and limits: later it may go.
    if (status >= 500 || status === 429 || status === 408) return { kind: 'unreachable' };
    return { kind: 'refused', message: cleanLine([title, detail].filter(Boolean).join('. ')) };
  }

  #ask<Value>(
    path: string,
    schema: v.GenericSchema<unknown, Value>,
    { language, signal }: Asking,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Outcome<Value>> {
    return requestGateway(this.url(path), { schema, language, signal, body, idempotencyKey });
  }

  async #read<Value>(path: string, schema: v.GenericSchema<unknown, Value>): Promise<Value> {
    const outcome = await requestGateway(this.url(path), { schema });
    if (outcome.kind === 'answer') return outcome.value;
    throw new Error(`The gateway did not give ${path}.`);
  }
}
