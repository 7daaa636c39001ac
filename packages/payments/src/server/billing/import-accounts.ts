/**
 * The nightly file of the billing system: CSV in UTF-8 with a header, a row an account. All or nothing: bills come from the file before until
 * every row of this one is in and found good, and then from this one at once.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { Store } from '@council-kit/gateway';
import * as v from 'valibot';
import { billingAccountSchema, type BillingAccount } from '../../contract/billing.ts';
import { faultsOf } from '../../rules/billing-faults.ts';
import type { PaymentsTables } from '../records/tables.ts';
import { tight } from './imported-accounts.ts';

/** The columns: those of `BillingAccount`, by their names, in any order. Lists are JSON in their column; an empty cell is left out. */
export const billingColumns = [
  'account',
  'postcode',
  'year',
  'nation',
  'property',
  'issued',
  'authorities',
  'liabilities',
  'broughtForward',
  'received',
  'instalments',
  'twelve',
  'total',
  'directDebit',
] as const;
const needed = ['account', 'postcode', 'year', 'nation', 'issued', 'authorities', 'liabilities'] as const;
const jsonColumns = new Set<string>(['property', 'authorities', 'liabilities', 'received', 'instalments']);
const booleanColumns = new Set<string>(['twelve', 'directDebit']);
const numberColumns = new Set<string>(['year', 'broughtForward', 'total']);

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
const mostSaid = 100;
/** An import that has not written for so long was killed. */
const silentMs = 60_000;

export async function importAccounts(
  store: Store,
  { file, progress, signal, now = () => new Date() }: ImportAccountsOptions,
): Promise<ImportedAccounts> {
  const { size } = await stat(file);
  const db = store.db<PaymentsTables>();
  const others = await db
    .selectFrom('payments_load')
    .select('id')
    .where('state', '=', 'loading')
    .where('at', '>', now().getTime() - silentMs)
    .execute();
  if (others.length > 0) return { outcome: 'busy' };
  // What a killed import left behind.
  await db
    .deleteFrom('payments_account')
    .where('load', 'in', db.selectFrom('payments_load').select('id').where('state', '!=', 'current'))
    .execute();
  await db.deleteFrom('payments_load').where('state', '!=', 'current').execute();
  const { id } = await db
    .insertInto('payments_load')
    .values({ state: 'loading', accounts: 0, at: now().getTime() })
    .returning('id')
    .executeTakeFirstOrThrow();
  const load = Number(id);
  const dropLoad = async (): Promise<void> => {
    await db.deleteFrom('payments_account').where('load', '=', load).execute();
    await db.deleteFrom('payments_load').where('id', '=', load).execute();
  };

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
    for await (const { values, line, read } of rowsOf(file)) {
      if (signal?.aborted) {
        await dropLoad();
        return { outcome: 'stopped' };
      }
      if (!columns) {
        columns = values.map((name) => name.replace(/^\ufeff/, '').trim());
        const missing = needed.filter((name) => !columns?.includes(name));
        if (missing.length > 0) {
          await dropLoad();
          return { outcome: 'unreadable', problem: `The first line must name the columns. Missing: ${missing.join(', ')}.` };
        }
        continue;
      }
      const account = readAccount(columns, values);
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
      if (accounts % 1000 === 0) progress?.({ accounts, broken, share: size === 0 ? 1 : Math.min(1, read / size) });
    }
    if (!columns) {
      await dropLoad();
      return { outcome: 'unreadable', problem: 'It is empty.' };
    }
    if (broken > 0 || accounts === 0) {
      await dropLoad();
      return accounts === 0 && broken === 0
        ? { outcome: 'unreadable', problem: 'It has no accounts.' }
        : { outcome: 'refused', broken, said };
    }
    await write();
    // One that began at the same moment may have cleared this one away.
    const { count } = await db
      .selectFrom('payments_account')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('load', '=', load)
      .executeTakeFirstOrThrow();
    if (Number(count) !== accounts) {
      await dropLoad();
      return { outcome: 'busy' };
    }
    await store.transaction<PaymentsTables, unknown>(async (trx) => {
      await trx.updateTable('payments_load').set({ state: 'old' }).where('state', '=', 'current').execute();
      await trx.updateTable('payments_load').set({ state: 'current', accounts }).where('id', '=', load).execute();
    });
    progress?.({ accounts, broken, share: 1 });
    await db.deleteFrom('payments_account').where('load', '!=', load).execute();
    await db.deleteFrom('payments_load').where('state', '=', 'old').execute();
    return { outcome: 'loaded', accounts };
  } catch (error) {
    await dropLoad();
    throw error;
  }
}

function readAccount(columns: readonly string[], values: readonly string[]): BillingAccount | { readonly problem: string } {
  if (values.length !== columns.length) return { problem: `The row has ${values.length} values for ${columns.length} columns.` };
  const facts: Record<string, unknown> = {};
  for (const [index, name] of columns.entries()) {
    const value = (values[index] ?? '').trim();
    if (value === '' || !billingColumns.some((known) => known === name)) continue;
    if (jsonColumns.has(name)) {
      try {
        facts[name] = JSON.parse(value);
      } catch {
        return { problem: `${name} is not JSON.` };
      }
    } else if (numberColumns.has(name)) facts[name] = /^-?\d+$/.test(value) ? Number(value) : Number.NaN;
    else if (booleanColumns.has(name)) facts[name] = /^(true|1|y|yes)$/i.test(value);
    else facts[name] = value;
  }
  const parsed = v.safeParse(billingAccountSchema, facts);
  // Which part, never what is in it: the message may end in a log.
  if (!parsed.success) return { problem: `${v.getDotPath(parsed.issues[0]) ?? 'The row'} is not as it must be.` };
  const [fault] = faultsOf(parsed.output);
  return fault === undefined ? parsed.output : { problem: fault };
}

/** Rows of RFC 4180: a value in quotation marks may hold line ends. */
async function* rowsOf(file: string): AsyncGenerator<{ values: string[]; line: number; read: number }> {
  const stream = createReadStream(file, 'utf8');
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  let held = '';
  let first = 0;
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (held === '') first = number;
    held = held === '' ? line : `${held}\n${line}`;
    // An odd number of quotation marks: the value goes on in the next line.
    if ((held.split('"').length - 1) % 2 === 1 && held.length < 1_000_000) continue;
    const row = held;
    held = '';
    if (row !== '') yield { values: valuesOf(row), line: first, read: stream.bytesRead };
  }
  if (held !== '') yield { values: valuesOf(held), line: first, read: stream.bytesRead };
}

function valuesOf(row: string): string[] {
  const values: string[] = [];
  // Each value: in quotation marks, which are doubled within, or without.
  for (const [, quoted, plain] of `${row},`.matchAll(/(?:"((?:[^"]|"")*)"|([^",]*)),/g))
    values.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
  return values;
}
