import type { MovableClock } from '../../clock.ts';
import type { Caller } from './access.ts';
import { notifyErrors, type NotifyError } from './errors.ts';
import type { GovukNotifyOptions, MessageType } from '../settings.ts';

/** What is counted by the day. */
type Counted = MessageType | 'international_sms';

/** How often a service may call, and how much it may send in a day. */
export class Limits {
  readonly #clock: MovableClock;
  readonly #perMinute: number;
  readonly #daily: Readonly<Record<Counted, number>>;
  readonly #buckets = new Map<string, { tokens: number; filled: number }>();
  readonly #sent = new Map<string, number>();

  constructor(options: GovukNotifyOptions, clock: MovableClock) {
    this.#clock = clock;
    this.#perMinute = options.requestsPerMinute ?? 3000;
    const { email = 250_000, sms = 250_000, internationalSms = 100, letter = 20_000 } = options.daily ?? {};
    this.#daily = { email, sms, international_sms: internationalSms, letter };
  }

  /** Counts a request, and says why it may not be served. A request over the limit of the minute counts too. */
  refuse(caller: Caller, type: MessageType): NotifyError | undefined {
    if (this.#isTooFast(caller)) return notifyErrors.rateLimit(caller.type, this.#perMinute);
    return this.refuseToday(caller, type);
  }

  /** Says why no more of it may be sent today. */
  refuseToday(caller: Caller, counted: Counted): NotifyError | undefined {
    const limit = this.#daily[counted];
    return (this.#sent.get(this.#today(caller, counted)) ?? 0) >= limit ? notifyErrors.dailyLimit(counted, limit) : undefined;
  }

  /** Counts a message. Those of a test key count towards nothing. */
  count(caller: Caller, counted: Counted): void {
    if (caller.type === 'test') return;
    const today = this.#today(caller, counted);
    this.#sent.set(today, (this.#sent.get(today) ?? 0) + 1);
  }

  /** A bucket of tokens as in notifications-utils, redis_client.py: a third of the minute's requests at once and no more than 1,000, the rest as time goes. */
  #isTooFast({ service, type }: Caller): boolean {
    if (this.#perMinute === 0) return false;
    const most = Math.min(Math.ceil(this.#perMinute / 3) + 1, 1000);
    const perSecond = this.#perMinute / 60;
    const now = this.#clock.now() / 1000;
    const name = `${service} ${type}`;
    const bucket = this.#buckets.get(name) ?? { tokens: most, filled: now };
    const more = Math.floor(Math.max(now - bucket.filled, 0) * perSecond);
    const tokens = Math.max(Math.min(bucket.tokens + more, most) - 1, 0);
    this.#buckets.set(name, { tokens, filled: bucket.filled + more / perSecond });
    return tokens < 1;
  }

  #today({ service }: Caller, counted: Counted): string {
    return `${service} ${counted} ${this.#clock.iso().slice(0, 10)}`;
  }
}
