/** Emails through GOV.UK Notify, as a delivery of the outbox sends them: https://docs.notifications.service.gov.uk/rest-api.html */
import { cutText } from '@council-kit/core';
import * as v from 'valibot';
import type { Clock, DeliveryAttempt } from '../service.ts';
import { baseAddress, longestAnswerMs, wholeNumber } from '../settings/parts.ts';
import { jsonAnswer } from '../upstream/read-answer.ts';
import { UpstreamError, type Upstream } from '../upstream/upstream.ts';
import { notifyKeySchema, notifyToken } from './notify-key.ts';

/** What a service's settings hold of Notify. Its own templates are beside them. */
export const notifySettingsSchema = v.object({
  url: v.optional(baseAddress('https://api.notifications.service.gov.uk'), 'https://api.notifications.service.gov.uk'),
  /** It never leaves the gateway. A key of the kind "team and guest list" sends to nobody else. */
  key: notifyKeySchema,
  timeoutMs: v.optional(wholeNumber(100, longestAnswerMs), 10_000),
});
/** See {@link notifySettingsSchema}. */
export type NotifySettings = v.InferOutput<typeof notifySettingsSchema>;

/** The id of a template, or of an address for replies, in Notify: a UUID. */
export const notifyIdSchema = v.pipe(v.string('a UUID, as GOV.UK Notify shows it'), v.uuid('a UUID, as GOV.UK Notify shows it'));

/** An email that is to be sent. */
export interface NotifyEmail {
  readonly template: string;
  readonly to: string;
  readonly personalisation: Readonly<Record<string, string>>;
  /** What the email is found by: unique, and nothing personal. Notify keeps it with the email for seven days. */
  readonly reference: string;
  /** The id, in Notify, of the address that answers go to. */
  readonly replyTo?: string | undefined;
}

/** What became of it. Reasons are for staff, and hold no address. */
export type Notified =
  /** Notify has it: it is queued, not yet in a mailbox. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'later'; readonly reason: string; readonly afterSeconds?: number }
  | { readonly kind: 'refused'; readonly reason: string };

const errorSchema = v.object({ errors: v.array(v.object({ error: v.string(), message: v.string() })) });
const takenSchema = v.object({ id: v.string() });
const foundSchema = v.object({ notifications: v.array(v.object({ reference: v.nullable(v.string()) })) });

export class NotifyClient {
  readonly #upstream: Upstream;
  readonly #key: string;
  readonly #clock: Clock;

  constructor(upstream: Upstream, key: string, clock: Clock) {
    this.#upstream = upstream;
    this.#key = key;
    this.#clock = clock;
  }

  /** Sends it once. Notify has no idempotency keys: at a later attempt it is looked for by its reference before it is sent again. */
  async sendEmail(email: NotifyEmail, { number, signal }: Pick<DeliveryAttempt, 'number' | 'signal'>): Promise<Notified> {
    try {
      if (number > 1) {
        const before = await this.#find(email.reference, signal);
        if (before !== undefined) return before;
      }
      const response = await this.#fetch('v2/notifications/email', signal, {
        template_id: email.template,
        email_address: email.to,
        personalisation: email.personalisation,
        reference: email.reference,
        ...(email.replyTo === undefined ? {} : { email_reply_to_id: email.replyTo }),
      });
      if (response.status !== 201) return refusal(response.status, await jsonAnswer(response));
      return v.is(takenSchema, await jsonAnswer(response))
        ? { kind: 'taken' }
        : { kind: 'later', reason: 'GOV.UK Notify answered something else' };
    } catch (error) {
      if (!(error instanceof UpstreamError)) throw error;
      return { kind: 'later', reason: `GOV.UK Notify: ${error.failure}` };
    }
  }

  /** `taken` where Notify has it from an attempt whose answer was lost; undefined where it has not. */
  async #find(reference: string, signal: AbortSignal): Promise<Notified | undefined> {
    const response = await this.#fetch(`v2/notifications?template_type=email&reference=${encodeURIComponent(reference)}`, signal);
    const body = await jsonAnswer(response);
    if (response.status !== 200) return { ...refusal(response.status, body), kind: 'later' };
    const found = v.safeParse(foundSchema, body);
    if (!found.success) return { kind: 'later', reason: 'GOV.UK Notify answered something else' };
    return found.output.notifications.some((each) => each.reference === reference) ? { kind: 'taken' } : undefined;
  }

  async #fetch(path: string, signal: AbortSignal, body?: object): Promise<Response> {
    return this.#upstream.fetch(path, {
      method: body ? 'POST' : 'GET',
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${notifyToken(this.#key, this.#clock.now())}`,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal,
    });
  }
}

/** A wrong key (403) is mended by a person, and then the email can be sent: only what is wrong with the email itself (400) is for good. */
function refusal(status: number, body: unknown): Exclude<Notified, { kind: 'taken' }> {
  const parsed = v.safeParse(errorSchema, body);
  const first = parsed.success ? parsed.output.errors[0] : undefined;
  // Notify repeats what was wrong: an address in it is nobody's to read.
  const words = first ? `: ${first.error}: ${cutText(first.message.replace(/\S*@\S*/g, '…'), 200, 'code-units')}` : '';
  const reason = `GOV.UK Notify answered ${status}${words}`;
  if (status === 400) return { kind: 'refused', reason };
  // RateLimitError is over in a minute, TooManyRequestsError (the day's limit) at midnight.
  return { kind: 'later', reason, ...(status === 429 ? { afterSeconds: first?.error === 'TooManyRequestsError' ? 3600 : 60 } : {}) };
}
