/** What the two databases' errors mean to us. */

/** PostgreSQL: serialization_failure, deadlock_detected. SQLite: BUSY (another process writes). Run again. */
export function isWorthAnotherTry(error: unknown): boolean {
  const { code, errcode } = asDatabaseError(error);
  return code === '40001' || code === '40P01' || (code === 'ERR_SQLITE_ERROR' && errcode !== undefined && (errcode & 0xff) === 5);
}

/**
 * The store cannot answer just now: no connection, shutting down, disk full or unreadable. Not a fault in the query.
 * PostgreSQL classes 08 (connection), 53 (resources), 57 (operator intervention), 58 (system).
 * EIO: the disk (disk.ts). SQLite: BUSY 5, READONLY 8, IOERR 10, CORRUPT 11, FULL 13, CANTOPEN 14.
 */
export function isStoreUnavailable(error: unknown): boolean {
  const { code, errcode, message } = asDatabaseError(error);
  if (code === 'ERR_SQLITE_ERROR') return errcode !== undefined && [5, 8, 10, 11, 13, 14].includes(errcode & 0xff);
  if (typeof code === 'string' && /^(08|53|57|58)...$|^(ECONNREFUSED|ECONNRESET|EPIPE|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|EIO)$/.test(code))
    return true;
  // The pool's own errors carry no code.
  return /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(message);
}

function asDatabaseError(error: unknown): { code?: string; errcode?: number; message: string } {
  if (!(error instanceof Error)) return { message: '' };
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return {
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof errcode === 'number' && { errcode }),
  };
}
