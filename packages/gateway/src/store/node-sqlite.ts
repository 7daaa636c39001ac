/**
 * Kysely on Node's own `node:sqlite`.
 *
 * Two connections to one file: a writer, held by one transaction at a time, and a reader. In WAL mode a reader sees the
 * last commit and waits for nobody, so lookups never queue behind a write. Kysely's own SQLite driver has one connection
 * for both and would.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
} from 'kysely';
import { setTimeout as wait } from 'node:timers/promises';
import { BoundedMap } from '../bounded-map.ts';
import { late, within } from '../within.ts';
import { Disk, SyncedFile } from './disk.ts';
import { isLocked } from './failures.ts';

/** Enough for every distinct query of twenty services; a query with a list of ids makes a new text for each length. */
const STATEMENTS_KEPT = 500;

/** How long a write waits for those of this process that asked before it. */
const TURN_MS = 10_000;
/** A forgotten transaction must not keep every other writer waiting for ever. PostgreSQL has the same limit. */
const IDLE_IN_TRANSACTION_MS = 30_000;
const STOOD_STILL = 'The transaction stood still for too long and was rolled back.';

export interface NodeSqliteOptions {
  readonly file: string;
  /** How long a write waits for another process's write before it fails with SQLITE_BUSY. */
  readonly busyTimeoutMs: number;
  /** In place of the write-ahead log's own, for tests of what happens while it is busy or broken, and for stores that need not survive a power cut. */
  readonly disk?: Disk;
}

export class NodeSqliteDialect implements Dialect {
  readonly #options: NodeSqliteOptions;

  constructor(options: NodeSqliteOptions) {
    this.#options = options;
  }

  createDriver(): Driver {
    return new NodeSqliteDriver(this.#options);
  }

  createAdapter(): SqliteAdapter {
    return new NodeSqliteAdapter();
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler();
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
}

class NodeSqliteAdapter extends SqliteAdapter {
  /** The driver queues writes itself, and lets reads pass. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }

  /** SQLite's DDL is transactional; Kysely says otherwise because of its own driver. With it, a migration is all or nothing. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class NodeSqliteDriver implements Driver {
  readonly #options: NodeSqliteOptions;
  #writer: Statements | undefined;
  #reader: Statements | undefined;
  readonly #turn = new Turn();
  readonly #log: SyncedFile;
  readonly #disk: Disk;

  constructor(options: NodeSqliteOptions) {
    this.#options = options;
    this.#log = new SyncedFile(`${options.file}-wal`);
    this.#disk = options.disk ?? new Disk(this.#log.sync);
  }

  async init(): Promise<void> {
    const { file, busyTimeoutMs } = this.#options;
    const open = (readOnly: boolean, timeout: number): DatabaseSync =>
      new DatabaseSync(file, { readOnly, timeout, enableForeignKeyConstraints: true, enableDoubleQuotedStringLiterals: false });
    // No timeout of SQLite's own: it waits by standing still, and with it every request of this process.
    const writer = open(false, 0);
    await whenFree(busyTimeoutMs, () => writer.exec('pragma journal_mode = wal'));
    // What FULL promises (a commit is on the disk, not in a cache, when it is acknowledged) we keep ourselves: see disk.ts. NORMAL
    // leaves the log's sync to us, and still syncs around checkpoints, without which a crash could break the file.
    writer.exec('pragma synchronous = normal; pragma temp_store = memory;');
    this.#writer = new Statements(writer);
    // A reader waits only while another process opens or closes the file.
    this.#reader = new Statements(open(true, busyTimeoutMs));
  }

  async acquireConnection(): Promise<DatabaseConnection> {
    if (!this.#writer || !this.#reader) throw new Error('The SQLite driver is not open.');
    return new NodeSqliteConnection(this.#writer, this.#reader, this.#turn, this.#disk, this.#options.busyTimeoutMs);
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await asOurs(connection).begin();
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    asOurs(connection).end('commit');
    await this.#disk.holds();
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    asOurs(connection).end('rollback');
  }

  async savepoint(connection: DatabaseConnection, name: string): Promise<void> {
    asOurs(connection).executeInTransaction(`savepoint "${name}"`);
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    asOurs(connection).executeInTransaction(`rollback to "${name}"`);
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string): Promise<void> {
    asOurs(connection).executeInTransaction(`release "${name}"`);
  }

  async releaseConnection(): Promise<void> {
    // Nothing is held outside a transaction.
  }

  async destroy(): Promise<void> {
    await this.#log.close();
    this.#reader?.close();
    this.#writer?.close();
    this.#reader = this.#writer = undefined;
  }
}

/** Runs what takes SQLite's write lock as soon as no other process has it, without standing still meanwhile. */
async function whenFree<Result>(timeoutMs: number, work: () => Result): Promise<Result> {
  for (const end = Date.now() + timeoutMs; ; await wait(1 + Math.random() * 5)) {
    try {
      return work();
    } catch (error) {
      if (Date.now() > end || !isLocked(error)) throw error;
    }
  }
}

function asOurs(connection: DatabaseConnection): NodeSqliteConnection {
  if (connection instanceof NodeSqliteConnection) return connection;
  throw new TypeError('Not a connection of this driver.');
}

/** One borrower's view: the writer while its transaction runs, the reader otherwise. */
class NodeSqliteConnection implements DatabaseConnection {
  readonly #writer: Statements;
  readonly #reader: Statements;
  readonly #turn: Turn;
  readonly #disk: Disk;
  readonly #busyTimeoutMs: number;
  #giveUpTurn: (() => void) | undefined;
  #idle: NodeJS.Timeout | undefined;
  /** Its transaction was rolled back over its head: nothing it says now may be kept. */
  #lost = false;

  constructor(writer: Statements, reader: Statements, turn: Turn, disk: Disk, busyTimeoutMs: number) {
    this.#busyTimeoutMs = busyTimeoutMs;
    this.#writer = writer;
    this.#reader = reader;
    this.#turn = turn;
    this.#disk = disk;
  }

  async begin(): Promise<void> {
    this.#lost = false;
    const giveUpTurn = await this.#turn.take(TURN_MS);
    try {
      // IMMEDIATE: a transaction that reads first and writes later could otherwise fail half-way when another process wrote.
      await whenFree(this.#busyTimeoutMs, () => this.#writer.execute('begin immediate', []));
    } catch (error) {
      giveUpTurn();
      throw error;
    }
    this.#giveUpTurn = giveUpTurn;
    this.#idle = setTimeout(() => {
      this.end('rollback');
      this.#lost = true;
    }, IDLE_IN_TRANSACTION_MS).unref();
  }

  end(how: 'commit' | 'rollback'): void {
    clearTimeout(this.#idle);
    if (this.#lost) {
      if (how === 'rollback') return;
      throw new Error(STOOD_STILL);
    }
    try {
      // SQLite itself rolls back on some errors (a full disk): then there is nothing left to roll back.
      if (how === 'commit' || this.#writer.inTransaction) this.#writer.execute(how, []);
    } catch (error) {
      // A commit that failed must not leave the transaction open for the next writer.
      if (how === 'commit' && this.#writer.inTransaction) this.#writer.execute('rollback', []);
      throw error;
    } finally {
      this.#giveUpTurn?.();
      this.#giveUpTurn = undefined;
    }
  }

  executeInTransaction(sql: string): void {
    this.#stillOurs();
    this.#writer.execute(sql, []);
  }

  #stillOurs(): void {
    if (this.#lost) throw new Error(STOOD_STILL);
    this.#idle?.refresh();
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    this.#stillOurs();
    if (this.#giveUpTurn) return this.#writer.execute<Row>(query.sql, query.parameters);
    if (onlyReads(query)) return this.#reader.execute<Row>(query.sql, query.parameters);
    const giveUpTurn = await this.#turn.take(TURN_MS);
    let result: QueryResult<Row>;
    try {
      result = await whenFree(this.#busyTimeoutMs, () => this.#writer.execute<Row>(query.sql, query.parameters));
    } finally {
      giveUpTurn();
    }
    await this.#disk.holds();
    return result;
  }

  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    const statements = this.#giveUpTurn ? this.#writer : this.#reader;
    for (const row of statements.iterate<Row>(query.sql, query.parameters)) yield { rows: [row] };
  }
}

function onlyReads(query: CompiledQuery): boolean {
  if (query.query.kind === 'SelectQueryNode') return true;
  return query.query.kind === 'RawNode' && /^\s*(select|explain)\b/i.test(query.sql);
}

/** One connection and its prepared statements, the most recently used kept. */
class Statements {
  readonly #database: DatabaseSync;
  readonly #prepared = new BoundedMap<string, { readonly statement: StatementSync; readonly givesRows: boolean }>(STATEMENTS_KEPT);

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  get inTransaction(): boolean {
    return this.#database.isTransaction;
  }

  execute<Row>(sql: string, parameters: readonly unknown[]): QueryResult<Row> {
    const { statement, givesRows } = this.#prepare(sql);
    const values = parameters.map(toSqlite);
    if (givesRows) {
      // node:sqlite gives objects without a prototype; PostgreSQL's driver gives plain ones. Callers see one kind.
      const rows = statement.all(...values).map((row) => ({ ...row })) as Row[];
      return { rows, numAffectedRows: BigInt(rows.length) };
    }
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  *iterate<Row>(sql: string, parameters: readonly unknown[]): Generator<Row> {
    // Not from the cache: a statement that is being stepped through must not be run by somebody else.
    for (const row of this.#database.prepare(sql).iterate(...parameters.map(toSqlite))) yield { ...row } as Row;
  }

  #prepare(sql: string): { readonly statement: StatementSync; readonly givesRows: boolean } {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, givesRows: statement.columns().length > 0 };
    this.#prepared.set(sql, prepared);
    return prepared;
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }
}

function toSqlite(value: unknown): SQLInputValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) throw new TypeError('Keep a time as milliseconds (see columnTypes): SQLite has no date type.');
  return value as SQLInputValue;
}

/** One holder at a time, in the order they asked. */
class Turn {
  #last: Promise<void> = Promise.resolve();

  /** @throws an error like SQLite's BUSY where the turn does not come in time */
  async take(timeoutMs: number): Promise<() => void> {
    const before = this.#last;
    let giveUp: () => void = () => undefined;
    this.#last = new Promise((resolve) => (giveUp = resolve));
    if ((await within(timeoutMs, before)) !== late) return giveUp;
    // When its turn comes, the next one has it.
    void before.then(giveUp);
    throw Object.assign(new Error('Other transactions took too long.'), { code: 'ERR_SQLITE_ERROR', errcode: SQLITE_BUSY });
  }
}

const SQLITE_BUSY = 5;
