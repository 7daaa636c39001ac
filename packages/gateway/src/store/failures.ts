/** What an error of the store means: the one place that knows the two databases' codes, and those of the disk and the network. */

export type StoreFailureKind =
  /** The database gave up one transaction for the sake of another: run it again. */
  | 'conflict'
  /** Someone else holds what it needs, and did not let go in time. */
  | 'busy'
  /** The connection broke, or there is none to be had. */
  | 'unreachable'
  /** The database was asked and did not answer in time. */
  | 'no_answer'
  /** It takes no writes: a standby that is being promoted, a file or disk mounted read-only. */
  | 'read_only'
  /** No space, memory or connections left. */
  | 'full'
  /** It does not let us in: user name, password, database name, certificate. A fail-over can cause this for a while. */
  | 'refused'
  /** An input or output error, or a damaged file. */
  | 'broken';

export interface StoreFailure {
  readonly kind: StoreFailureKind;
  /** What happened, for the log: a sentence that holds nothing from a request. */
  readonly sentence: string;
}

/** The database did not answer in time. Its connection is closed: an answer that comes late would belong to nobody. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  readonly code = 'ETIMEDOUT';
}

/** The connection broke while the database was asked to commit: the transaction may be kept or not. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
  readonly code = 'COMMIT_UNKNOWN';

  constructor(cause: unknown) {
    super('The connection to the database broke during a commit.', { cause });
  }
}

/** Whether another process holds SQLite's write lock. */
export function isLocked(error: unknown): boolean {
  return isSqlite(error) && storeFailure(error)?.kind === 'busy';
}

/** Whether the connection is gone. Before a commit was sent this means that nothing of the transaction was kept. */
export function isConnectionLost(error: unknown): boolean {
  const { code } = partsOf(error);
  // 25P03: the server ended a session that held a transaction too long.
  if (code === '25P03') return true;
  const kind = isSqlite(error) || error instanceof CommitUnknown ? undefined : storeFailure(error)?.kind;
  return kind === 'unreachable' || (kind === 'no_answer' && code !== '57014');
}

/** What the store's error means; undefined where it is a fault of ours (a wrong query) or no error of the store. */
export function storeFailure(error: unknown): StoreFailure | undefined {
  const { code, errcode, message } = partsOf(error);
  const found = isSqlite(error) ? ofSqlite(errcode) : (ofCode(code) ?? ofMessage(message));
  return found && { kind: found[0], sentence: `${found[1]}${code === undefined || isSqlite(error) ? '' : ` (${code})`}.` };
}

type Found = readonly [kind: StoreFailureKind, words: string];

/** https://www.sqlite.org/rescode.html: the low byte is the kind, the rest the detail. */
function ofSqlite(errcode: number | undefined): Found | undefined {
  switch (errcode === undefined ? undefined : errcode & 0xff) {
    case 5: // BUSY
    case 6: // LOCKED
      return ['busy', 'Another process kept the database locked'];
    case 8: // READONLY
      return ['read_only', 'The database file cannot be written'];
    case 10: // IOERR
      return ['broken', 'The disk could not be read or written'];
    case 11: // CORRUPT
    case 26: // NOTADB
      return ['broken', 'The database file is damaged, or is not a SQLite database'];
    case 13: // FULL
      return ['full', 'The disk is full'];
    case 14: // CANTOPEN
      return ['broken', 'The database file cannot be opened'];
    default:
      return undefined;
  }
}

const UNREACHABLE: Found = ['unreachable', 'The database cannot be reached'];
const DISK_FULL: Found = ['full', 'The disk is full'];
const FORBIDDEN: Found = ['read_only', 'This user may not open or write a file'];

/** Codes of the system, for the network and for files. */
const SYSTEM: Readonly<Record<string, Found>> = {
  ENOSPC: DISK_FULL,
  EDQUOT: DISK_FULL,
  EMFILE: ['full', 'This process has too many files open'],
  ENFILE: ['full', 'This machine has too many files open'],
  EROFS: ['read_only', 'The disk is read-only'],
  EACCES: FORBIDDEN,
  EPERM: FORBIDDEN,
  EIO: ['broken', 'The disk could not be read or written'],
  ETIMEDOUT: ['no_answer', 'The database did not answer in time'],
  COMMIT_UNKNOWN: ['unreachable', 'The connection to the database broke during a commit'],
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
function ofCode(code: string | undefined): Found | undefined {
  if (code === undefined) return undefined;
  const system = SYSTEM[code];
  if (system) return system;
  if (/^E(CONN[A-Z]+|PIPE|NOTFOUND|AI_AGAIN|AI_FAIL|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|NETRESET)$/.test(code)) return UNREACHABLE;
  if (/^(CERT_|UNABLE_TO_|DEPTH_ZERO|SELF_SIGNED|ERR_TLS_|ERR_SSL_)/.test(code))
    return ['refused', 'The database’s certificate is not trusted'];
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined;
  switch (code) {
    case '40001':
    case '40P01':
      return ['conflict', 'Two transactions were in each other’s way'];
    case '55P03':
      return ['busy', 'Another transaction held what was needed'];
    case '25006':
      return ['read_only', 'The database takes no writes at the moment'];
    case '25P03':
      return ['unreachable', 'The database closed a connection that held a transaction too long'];
    case '57014':
      return ['no_answer', 'The database took too long and gave up'];
    case '53100':
      return ['full', 'The database’s disk is full'];
    case '53200':
      return ['full', 'The database has no memory left'];
    case '53300':
      return ['full', 'The database has no connection left'];
    case '28P01':
    case '28000':
      return ['refused', 'The database refuses the user name or password'];
    case '3D000':
      return ['refused', 'There is no database of that name'];
    default:
      if (code.startsWith('08') || code.startsWith('57P')) return UNREACHABLE;
      if (code.startsWith('53')) return ['full', 'The database has no room for more'];
      return code.startsWith('58') ? ['broken', 'The database could not read or write its disk'] : undefined;
  }
}

/** What `pg` and its pool say without a code. */
function ofMessage(message: string): Found | undefined {
  if (/^(timeout exceeded when trying to connect|timeout expired|Connection terminated due to connection timeout)/.test(message))
    return ['no_answer', 'No connection to the database could be had in time'];
  if (/^(Connection terminated|Client has encountered a connection error|Client was closed)/.test(message)) return UNREACHABLE;
  if (/^(Cannot use a pool after|driver has already been destroyed|Postgres connection has been discarded)/.test(message))
    return UNREACHABLE;
  if (/^(The server does not support SSL connections|There was an error establishing an SSL connection)/.test(message))
    return ['refused', 'The database does not take encrypted connections'];
  return undefined;
}

function isSqlite(error: unknown): boolean {
  return partsOf(error).code === 'ERR_SQLITE_ERROR';
}

function partsOf(error: unknown): { readonly code?: string; readonly errcode?: number; readonly message: string } {
  if (!(error instanceof Error)) return { message: '' };
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return {
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof errcode === 'number' && { errcode }),
  };
}
