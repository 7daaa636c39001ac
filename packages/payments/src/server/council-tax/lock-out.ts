/**
 * Wrong answers to "which account, which postcode": counted for an account as one client asks for it, whether there is such an account or not.
 * Who has seen the bill of an account is not kept from it by what strangers try: https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies
 */
import type { Ground } from '@council-kit/gateway';
import type { PaymentsTables } from '../records/tables.ts';

export interface LockOutOptions {
  readonly tries: number;
  readonly lockMinutes: number;
}

export class LockOut {
  readonly #ground: Pick<Ground, 'store' | 'secrets' | 'clock'>;
  readonly #options: LockOutOptions;

  constructor(ground: Pick<Ground, 'store' | 'secrets' | 'clock'>, options: LockOutOptions) {
    this.#ground = ground;
    this.#options = options;
  }

  /** Seconds that are left of a lock; 0 where there is none. */
  async lockedFor(account: string, client: string): Promise<number> {
    const now = this.#ground.clock.now().getTime();
    const counters = this.#counters(account, client);
    const known = this.#known(account, client);
    const rows = await this.#ground.store
      .db<PaymentsTables>()
      .selectFrom('payments_try')
      .selectAll()
      .where('id', 'in', [known, ...counters.map(({ id }) => id)])
      .where('until', '>', now)
      .execute();
    const isKnown = rows.some(({ id }) => id === known);
    const locks = counters.flatMap(({ id, most, strangers }) =>
      strangers && isKnown ? [] : rows.filter((row) => row.id === id && row.count >= most),
    );
    return Math.ceil(Math.max(0, ...locks.map(({ until }) => (until - now) / 1000)));
  }

  /** Counts a wrong answer. The count begins anew some minutes after its first; a lock lasts as long from the last that was let through. */
  async failed(account: string, client: string): Promise<void> {
    const now = this.#ground.clock.now().getTime();
    const until = now + this.#options.lockMinutes * 60_000;
    await this.#ground.store.transaction<PaymentsTables, unknown>(async (trx) => {
      for (const { id, most } of this.#counters(account, client)) {
        await trx
          .insertInto('payments_try')
          .values({ id, count: 1, until })
          .onConflict((conflict) =>
            conflict.column('id').doUpdateSet((eb) => ({
              count: eb
                .case()
                .when('payments_try.until', '<=', now)
                .then(1)
                .else(eb('payments_try.count', '+', 1))
                .end(),
              until: eb
                .case()
                .when(eb.or([eb('payments_try.until', '<=', now), eb('payments_try.count', '>=', most - 1)]))
                .then(until)
                .else(eb.ref('payments_try.until'))
                .end(),
            })),
          )
          .execute();
      }
    });
  }

  /** Remembers that this client has seen the bill of this account. */
  async succeeded(account: string, client: string): Promise<void> {
    const until = this.#ground.clock.now().getTime() + knownMs;
    await this.#ground.store
      .db<PaymentsTables>()
      .insertInto('payments_try')
      .values({ id: this.#known(account, client), count: 0, until })
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ until }))
      .execute();
  }

  /** Clears away what has run out. */
  async forget(): Promise<void> {
    const now = this.#ground.clock.now().getTime();
    await this.#ground.store.db<PaymentsTables>().deleteFrom('payments_try').where('until', '<=', now).execute();
  }

  #known(account: string, client: string): string {
    return this.#ground.secrets.sign('bill-tries', `known\n${account}\n${client}`);
  }

  /**
   * One client at one account; one client at all accounts; and everybody together at one account, which takes ten clients who all give up their
   * own tries: so that many clients do not get many guesses.
   */
  #counters(account: string, client: string): { readonly id: string; readonly most: number; readonly strangers?: true }[] {
    const { secrets } = this.#ground;
    const { tries } = this.#options;
    return [
      { id: secrets.sign('bill-tries', `one\n${account}\n${client}`), most: tries },
      { id: secrets.sign('bill-tries', `client\n${client}`), most: tries * 4 },
      { id: secrets.sign('bill-tries', `all\n${account}`), most: tries * 10, strangers: true },
    ];
  }
}

/** How long a client is remembered that has seen a bill. */
const knownMs = 90 * 86_400_000;
