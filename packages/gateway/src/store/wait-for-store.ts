import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { SettingsError } from '../settings.ts';
import { storeFailure, type StoreFailureKind } from './failures.ts';

export interface StoreWait {
  readonly log: Logger;
  /** Aborted when the gateway stops: there is no other try then. */
  readonly signal: AbortSignal;
  /** Where the store is, for people, without its password. */
  readonly place: string;
  /** A file that is damaged or may not be written stays so; a database behind a network comes back. */
  readonly dialect: 'sqlite' | 'postgres';
  /** A command fails at once. */
  readonly patient: boolean;
}

const FIRST_MS = 500;
const LONGEST_MS = 5_000;
const PASSING_ON_SQLITE: ReadonlySet<StoreFailureKind> = new Set(['conflict', 'busy', 'full', 'no_answer']);

/**
 * Runs `begin` until the store is there. In a fail-over, or when both start together, the database comes later than the gateway: a
 * gateway that ends then is started again and again by its supervisor. A refused password is waited out too, for a new primary may
 * refuse until it has its users.
 * @throws SettingsError with a sentence where waiting would not help, or nobody may wait
 */
export async function whenStoreIsThere<Result>(begin: () => Promise<Result>, options: StoreWait): Promise<Result> {
  const { log, signal, place, dialect, patient } = options;
  for (let attempt = 0; ; attempt++) {
    signal.throwIfAborted();
    try {
      const result = await begin();
      if (attempt > 0) log.info('the store is there: the gateway starts');
      return result;
    } catch (error) {
      const failure = storeFailure(error);
      if (signal.aborted || !failure) throw error;
      if (!patient || (dialect === 'sqlite' && !PASSING_ON_SQLITE.has(failure.kind)))
        throw new SettingsError(`${failure.sentence} The store is ${place}.`, { cause: error });
      const ms = Math.round(Math.min(LONGEST_MS, FIRST_MS * 2 ** attempt) * (0.75 + Math.random() / 4));
      log[failure.kind === 'refused' ? 'error' : 'warn'](
        { failure: failure.kind, store: place, retryMs: ms },
        `the gateway waits for its store: ${failure.sentence}`,
      );
      await wait(ms, undefined, { signal });
    }
  }
}

/** `db.council.example:5432/gateway`, or the folder. Never a user name or password. */
export function placeOfStore(databaseUrl: string | undefined, folder: string): string {
  if (databaseUrl === undefined) return `in the folder ${folder}`;
  const { host, pathname } = URL.canParse(databaseUrl) ? new URL(databaseUrl) : { host: '', pathname: '' };
  return `the database ${host}${pathname}`;
}
