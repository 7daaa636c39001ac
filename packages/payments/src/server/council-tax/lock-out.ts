/** Wrong answers to "which account, which postcode": counted for an account as one client asks for it, whether there is such an account or not. */
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
    const rows = await this.#ground.store
      .db<PaymentsTables>()
      .selectFrom('payments_try')
      .selectAll()
      .where(
        'id',
        'in',
        this.#ids(account, client).map(({ id }) => id),
      )
      .where('until', '>', now)
      .execute();
    const locks = this.#ids(account, client).flatMap(({ id, most }) => rows.filter((row) => row.id === id && row.count >= most));
    return Math.ceil(Math.max(0, ...locks.map(({ until }) => (until - now) / 1000)));
  }

  /** Counts a wrong answer. */
  async failed(account: string, client: string): Promise<void> {
    const now = this.#ground.clock.now().getTime();
    const until = now + this.#options.lockMinutes * 60_000;
    await this.#ground.store.transaction<PaymentsTables, unknown>(async (trx) => {
      for (const { id } of this.#ids(account, client)) {
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
              until,
            })),
          )
          .execute();
      }
    });
  }

  /** Clears away what has run out. */
  async forget(): Promise<void> {
    const now = this.#ground.clock.now().getTime();
    await this.#ground.store.db<PaymentsTables>().deleteFrom('payments_try').where('until', '<=', now).execute();
  }

  /** One client at one account, and everybody together at it: so that many clients do not get many tries, and one of them cannot lock out the resident at once. */
  #ids(account: string, client: string): { id: string; most: number }[] {
    const { secrets } = this.#ground;
    return [
      { id: secrets.sign('bill-tries', `one\n${account}\n${client}`), most: this.#options.tries },
      { id: secrets.sign('bill-tries', `client\n${client}`), most: this.#options.tries * 4 },
      { id: secrets.sign('bill-tries', `all\n${account}`), most: this.#options.tries * 10 },
    ];
  }
}
