/**
 * Comparisons that take longer than a page is waited for: a year may be hundreds of questions to GOV.UK Pay. Each has a row, so that whichever
 * process is asked can say how far it is, and what came of it.
 */
import { randomBytes } from 'node:crypto';
import { Problem, within, type Officer } from '@council-kit/gateway';
import type { Finance } from './finance.ts';
import type { FinanceTables, ReconciliationRow } from './records.ts';
import type { Period } from './period.ts';
import { reconcile, type Reconciliation } from './reconcile.ts';

/** Longer than any one question to Pay, and the wait between two signs of life. */
const silentMs = 120_000;
const keptMs = 30 * 86_400_000;

/** How a comparison stands. */
export type Standing =
  | { readonly kind: 'asking'; readonly read: number; readonly of: number }
  | { readonly kind: 'done'; readonly result: Reconciliation }
  | { readonly kind: 'failed'; readonly code: string }
  /** The process that was at it is gone. */
  | { readonly kind: 'cut-off' };

export function standingOf(row: ReconciliationRow, now: Date): Standing {
  if (row.state === 'failed') return { kind: 'failed', code: row.result ?? '' };
  if (row.state === 'done') return { kind: 'done', result: JSON.parse(row.result ?? 'null') as Reconciliation };
  return now.getTime() - row.seen_at > silentMs ? { kind: 'cut-off' } : { kind: 'asking', read: row.read, of: row.of };
}

/** The comparisons of one gateway. */
export class Reconciliations {
  readonly #finance: Finance;
  readonly #atWork = new Map<string, Promise<void>>();
  #stopping = false;

  constructor(finance: Finance) {
    this.#finance = finance;
  }

  /** Begins one, or gives the one of the same days that is at work. Its id. */
  async begin(period: Period, officer: Officer): Promise<string> {
    const { store, clock } = this.#finance.ground;
    const now = clock.now().getTime();
    const db = store.db<FinanceTables>();
    await db
      .deleteFrom('finance_reconciliation')
      .where('begun_at', '<', now - keptMs)
      .execute();
    const same = await db
      .selectFrom('finance_reconciliation')
      .select('id')
      .where('first', '=', period.first)
      .where('last', '=', period.last)
      .where('state', '=', 'asking')
      .where('seen_at', '>', now - silentMs)
      .executeTakeFirst();
    if (same) return same.id;
    const id = randomBytes(16).toString('base64url');
    await store.transaction<FinanceTables, unknown>((trx) =>
      trx
        .insertInto('finance_reconciliation')
        .values({
          id,
          officer: officer.id,
          first: period.first,
          last: period.last,
          begun_at: now,
          seen_at: now,
          read: 0,
          of: 0,
          state: 'asking',
          result: null,
        })
        .execute(),
    );
    this.#atWork.set(
      id,
      this.#compare(id, period).finally(() => this.#atWork.delete(id)),
    );
    return id;
  }

  async read(id: string): Promise<ReconciliationRow | undefined> {
    const db = this.#finance.ground.store.db<FinanceTables>();
    return await db.selectFrom('finance_reconciliation').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** The newest, for a list. */
  async latest(count: number): Promise<readonly ReconciliationRow[]> {
    const db = this.#finance.ground.store.db<FinanceTables>();
    return await db.selectFrom('finance_reconciliation').selectAll().orderBy('begun_at', 'desc').limit(count).execute();
  }

  /** Waits for one that this process is at, but not for long. */
  async settled(id: string, patienceMs: number): Promise<void> {
    const work = this.#atWork.get(id);
    if (!work) return;
    await within(patienceMs, work, this.#finance.ground.clock);
  }

  /** Those at work come to nothing, and write nothing more; a new process says of them that they were cut off. */
  stop(): void {
    this.#stopping = true;
  }

  async #compare(id: string, period: Period): Promise<void> {
    const { store, clock, log } = this.#finance.ground;
    const write = async (values: Partial<ReconciliationRow>): Promise<void> => {
      if (this.#stopping) throw new Error('The gateway is stopping.');
      await store.transaction<FinanceTables, unknown>((trx) =>
        trx
          .updateTable('finance_reconciliation')
          .set({ ...values, seen_at: clock.now().getTime() })
          .where('id', '=', id)
          .execute(),
      );
    };
    try {
      const result = await reconcile(this.#finance, period, (read, of) => write({ read, of }));
      await write({ state: 'done', result: JSON.stringify(result) });
    } catch (error) {
      if (this.#stopping) return;
      log.warn({ err: error }, 'the books could not be compared');
      const code = error instanceof Problem ? (error.details.upstream?.code ?? error.details.code) : 'unexpected';
      await write({ state: 'failed', result: code }).catch(() => undefined);
    }
  }
}
