/**
 * The nightly file of the billing system: CSV in UTF-8 with a header, a row an account. All or nothing: bills come from the file before until
 * every row of this one is in and found good, and then from this one at once.
 */
import { open } from 'node:fs/promises';
import { csvRows, encodingProblem, inSlices, type Store } from '@council-kit/gateway';
import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { PaymentsTables } from '../records/tables.ts';
import { tight } from './imported-accounts.ts';
import { readAccount, readColumns } from './read-account.ts';

export { billingColumns } from './read-account.ts';

export interface ImportProgress {
  readonly accounts: number;
  readonly broken: number;
  /** 0 to 1. */
  readonly share: number;
}

/** A row that cannot be billed, by its line. Never what is in it. */
export interface BrokenAccount {
  readonly line: number;
  readonly problem: string;
}

export type ImportedAccounts =
  | { readonly outcome: 'loaded'; readonly accounts: number }
  /** Nothing was changed. */
  | { readonly outcome: 'refused'; readonly broken: number; readonly said: readonly BrokenAccount[] }
  | { readonly outcome: 'unreadable'; readonly problem: string }
  | { readonly outcome: 'stopped' }
  /** Another import is at work on this store, or was a minute ago. */
  | { readonly outcome: 'busy' };

export interface ImportAccountsOptions {
  readonly file: string;
  /** Told after each thousand. */
  readonly progress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal;
  readonly now?: () => Date;
}

const batchSize = 500;
/** An account with a hundred changes of its liability has some 30 kB. */
const longestRow = 1024 * 1024;
const mostSaid = 100;
/** An import that has not written for so long was killed. */
const silentMs = 60_000;

export async function importAccounts(
  store: Store,
  { file, progress, signal, now = () => new Date() }: ImportAccountsOptions,
): Promise<ImportedAccounts> {
  await using handle = await open(file);
  const { size } = await handle.stat();
  const beginning = Buffer.alloc(4096);
  const { bytesRead } = await handle.read(beginning, 0, beginning.length, 0);
  const problem = bytesRead === 0 ? 'It is empty.' : encodingProblem(beginning.subarray(0, bytesRead));
  if (problem !== undefined) return { outcome: 'unreadable', problem };
  const db = store.db<PaymentsTables>();
  const others = await db
    .selectFrom('payments_load')
    .select('id')
    .where('state', '=', 'loading')
    .where('at', '>', now().getTime() - silentMs)
    .execute();
  if (others.length > 0) return { outcome: 'busy' };
  // What a killed import left behind.
  await deleteLoads(db, (loads) => loads.where('state', '!=', 'current'));
  const { id } = await db
    .insertInto('payments_load')
    .values({ state: 'loading', accounts: 0, at: now().getTime() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const load = Number(id);
  const dropLoad = (): Promise<void> => deleteLoads(db, (loads) => loads.where('id', '=', load));

  const said: BrokenAccount[] = [];
  let broken = 0;
  let accounts = 0;
  let batch: { load: number; account: string; postcode: string; document: string }[] = [];
  const seen = new Set<string>();
  const write = async (): Promise<void> => {
    const rows = batch;
    batch = [];
    if (rows.length === 0) return;
    await store.transaction<PaymentsTables, unknown>(async (trx) => {
      await trx.insertInto('payments_account').values(rows).execute();
      await trx.updateTable('payments_load').set({ at: now().getTime() }).where('id', '=', load).execute();
    });
  };
  const breakRow = (line: number, problem: string): void => {
    broken += 1;
    if (said.length < mostSaid) said.push({ line, problem });
  };

  try {
    let columns: readonly string[] | undefined;
    for await (const { line, end, ...row } of csvRows(handle, { longest: longestRow })) {
      if (signal?.aborted) {
        await dropLoad();
        return { outcome: 'stopped' };
      }
      if (!columns) {
        const read = readColumns(row.values ?? { problem: row.problem });
        if ('problem' in read) {
          await dropLoad();
          return { outcome: 'unreadable', problem: read.problem };
        }
        columns = read;
        continue;
      }
      if (row.values === undefined) {
        breakRow(line, `The row cannot be read: ${row.problem}.`);
        continue;
      }
      const account = readAccount(columns, row.values);
      if ('problem' in account) {
        breakRow(line, account.problem);
        continue;
      }
      if (seen.has(account.account)) {
        breakRow(line, 'The account is in the file twice.');
        continue;
      }
      seen.add(account.account);
      accounts += 1;
      // Nothing will be kept of a file that is broken: its rows are only counted from here.
      if (broken === 0)
        batch.push({ load, account: account.account, postcode: tight(account.postcode), document: JSON.stringify(account) });
      if (batch.length >= batchSize) await write();
      if (accounts % 1000 === 0) progress?.({ accounts, broken, share: size === 0 ? 1 : Math.min(1, end / size) });
    }
    if (!columns) {
      await dropLoad();
      return { outcome: 'unreadable', problem: 'It has no rows.' };
    }
    if (broken > 0 || accounts === 0) {
      await dropLoad();
      return accounts === 0 && broken === 0
        ? { outcome: 'unreadable', problem: 'It has no accounts.' }
        : { outcome: 'refused', broken, said };
    }
    await write();
    // Another import that began at the same moment may have cleared this one away: then bills stay with the file before.
    const taken = await store.transaction<PaymentsTables, boolean>(async (trx) => {
      const { count } = await trx
        .selectFrom('payments_account')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('load', '=', load)
        .executeTakeFirstOrThrow();
      const mine = await trx
        .selectFrom('payments_load')
        .select('id')
        .where('id', '=', load)
        .where('state', '=', 'loading')
        .$if(store.dialect === 'postgres', (query) => query.forUpdate())
        .executeTakeFirst();
      if (!mine || Number(count) !== accounts) return false;
      await trx.updateTable('payments_load').set({ state: 'old' }).where('state', '=', 'current').execute();
      await trx.updateTable('payments_load').set({ state: 'current', accounts }).where('id', '=', load).execute();
      return true;
    });
    if (!taken) {
      await dropLoad();
      return { outcome: 'busy' };
    }
    progress?.({ accounts, broken, share: 1 });
    await deleteLoads(db, (loads) => loads.where('state', '=', 'old'));
    return { outcome: 'loaded', accounts };
  } catch (error) {
    await dropLoad();
    throw error;
  }
}

type LoadQuery = SelectQueryBuilder<PaymentsTables, 'payments_load', { id: number }>;

/** Deletes loads with their accounts, a slice at a time: whoever writes meanwhile, in whatever process, waits for one slice. */
async function deleteLoads(db: Kysely<PaymentsTables>, narrow: (query: LoadQuery) => LoadQuery): Promise<void> {
  const loads = await narrow(db.selectFrom('payments_load').select('id')).execute();
  for (const { id } of loads) {
    await inSlices(async (size) => {
      const some = db.selectFrom('payments_account').select('account').where('load', '=', id).limit(size);
      const deleted = await db.deleteFrom('payments_account').where('load', '=', id).where('account', 'in', some).executeTakeFirst();
      return deleted.numDeletedRows;
    });
    await db.deleteFrom('payments_load').where('id', '=', id).execute();
  }
}
