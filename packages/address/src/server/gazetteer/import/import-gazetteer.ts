/** Loads a gazetteer from a file, in the memory of a few thousand rows, and puts it in the place of the one before when it is whole. */
import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Store } from '@council-kit/gateway';
import { CompiledQuery, sql, type Kysely, type Transaction } from 'kysely';
import {
  createIndexes,
  createTables,
  dropTables,
  propertyFields,
  tableNames,
  type GazetteerTables,
  type LoadTable,
  type TableNames,
} from '../tables.ts';
import { encodingProblem, linesOf, type Encoding } from './lines.ts';
import { readHeader, readRow, type Header } from './read-row.ts';
import { storedRow, type StoredRow } from './stored-row.ts';

/** A row that cannot be loaded. */
export interface BrokenRow {
  readonly line: number;
  readonly problem: string;
}

export interface Progress {
  readonly rows: number;
  readonly broken: number;
  /** 0 to 1. */
  readonly share: number;
  readonly step: 'reading' | 'checking' | 'indexing';
}

export interface ImportOptions {
  readonly file: string;
  /** Broken rows are left out, instead of nothing being loaded. */
  readonly skipBroken?: boolean;
  readonly encoding?: Encoding;
  /** Told after each batch. */
  readonly progress?: (progress: Progress) => void;
  /** Stops after the batch in hand; the next import of the same file goes on from there. */
  readonly signal?: AbortSignal;
  /** Begins anew where an import of this file had stopped. */
  readonly anew?: boolean;
  readonly now?: () => Date;
}

export type Imported =
  | {
      readonly outcome: 'loaded';
      readonly load: number;
      readonly rows: number;
      readonly broken: number;
      readonly said: readonly BrokenRow[];
    }
  /** Nothing was changed. */
  | { readonly outcome: 'refused'; readonly broken: number; readonly said: readonly BrokenRow[] }
  /** The file as a whole is none of ours. */
  | { readonly outcome: 'unreadable'; readonly problem: string }
  | { readonly outcome: 'stopped'; readonly rows: number }
  /** Another import is at work on this store, or was a minute ago. */
  | { readonly outcome: 'busy'; readonly file: string };

const batchRows = 1_000;
/** A statement for each of these numbers of rows is prepared, and no other: a text for every remainder would fill the store's memory of statements. */
const rowsPerStatement = [400, 100, 20, 5, 1] as const;
/** An import that has not written for so long was killed. */
const silentMs = 60_000;
/** How many broken rows are told. */
const mostSaid = 100;
/** Streets and names that are remembered while reading. Beyond them one is kept twice, which costs some bytes and no answer. */
const mostRemembered = 100_000;

export async function importGazetteer(store: Store, options: ImportOptions): Promise<Imported> {
  const file = await open(options.file);
  try {
    const beginning = Buffer.alloc(65_536);
    const { bytesRead } = await file.read(beginning, 0, beginning.length, 0);
    const { size, mtimeMs } = await stat(options.file);
    const problem = bytesRead === 0 ? 'It is empty.' : encodingProblem(beginning.subarray(0, bytesRead));
    if (problem !== undefined) return { outcome: 'unreadable', problem };
    const encoding = options.encoding ?? 'utf-8';
    const header = await headerOf(file, encoding);
    if ('problem' in header) return { outcome: 'unreadable', problem: header.problem };
    const fingerprint = createHash('sha256')
      .update(beginning.subarray(0, bytesRead))
      .update(JSON.stringify([size, mtimeMs, encoding, options.skipBroken ?? false]))
      .digest('hex');
    return await new Import(store, options, file, { header: header.header, encoding, size, fingerprint, firstByte: header.end }).run();
  } finally {
    await file.close();
  }
}

async function headerOf(file: FileHandle, encoding: Encoding): Promise<{ header: Header; end: number } | { problem: string }> {
  for await (const { text, end } of linesOf(file, encoding)) {
    if (text === undefined) return { problem: wrongEncoding(encoding) };
    const header = readHeader(text);
    return 'problem' in header ? header : { header, end };
  }
  return { problem: 'It is empty.' };
}

const wrongEncoding = (encoding: Encoding): string =>
  encoding === 'utf-8'
    ? 'it is not text in UTF-8. If the file is from an older Windows system, import it with --encoding windows-1252'
    : 'it is too long, or not text';

interface Source {
  readonly header: Header;
  readonly encoding: Encoding;
  readonly size: number;
  readonly fingerprint: string;
  readonly firstByte: number;
}

/** A row that waits to be written. */
interface Waiting extends StoredRow {
  readonly line: number;
  readonly streetId: number;
  readonly placeId: number | null;
}

class Import {
  readonly #store: Store;
  readonly #options: ImportOptions;
  readonly #file: FileHandle;
  readonly #source: Source;
  readonly #db: Kysely<GazetteerTables>;
  #load!: LoadTable;
  #names!: TableNames;
  readonly #said: BrokenRow[] = [];
  readonly #streets = new Remembered();
  readonly #places = new Remembered();
  #newStreets: { id: number; record: string }[] = [];
  #newPlaces: { id: number; street: number; names: string }[] = [];
  #rows: Waiting[] = [];

  constructor(store: Store, options: ImportOptions, file: FileHandle, source: Source) {
    this.#store = store;
    this.#options = options;
    this.#file = file;
    this.#source = source;
    this.#db = store.db<GazetteerTables>();
  }

  async run(): Promise<Imported> {
    const other = await this.#begin();
    if (other) return { outcome: 'busy', file: other.file };
    let end = this.#load.byte;
    let { line } = this.#load;
    for await (const at of linesOf(this.#file, this.#source.encoding, { byte: end, line })) {
      ({ end } = at);
      line = at.number + 1;
      if (at.text === undefined) this.#broken(at.number, wrongEncoding(this.#source.encoding));
      else if (at.text.trim() !== '') this.#take(at.number, at.text);
      if (this.#rows.length < batchRows) continue;
      await this.#write(end, line);
      if (this.#options.signal?.aborted) return this.#stop();
    }
    await this.#write(end, line);
    this.#tell('checking');
    await this.#findDuplicates();
    if (this.#load.rows === 0 && this.#load.broken === 0) {
      await this.#giveUp();
      return { outcome: 'unreadable', problem: 'It has no rows.' };
    }
    if (this.#load.broken > 0 && !this.#options.skipBroken) {
      await this.#giveUp();
      return { outcome: 'refused', broken: this.#load.broken, said: this.#said };
    }
    this.#tell('indexing');
    await this.#finish();
    return { outcome: 'loaded', load: this.#load.id, rows: this.#load.rows, broken: this.#load.broken, said: this.#said };
  }

  /** Goes on with what had stopped, or begins. What other files left unfinished is cleared away. @returns an import that is at work */
  async #begin(): Promise<LoadTable | undefined> {
    const loads = await this.#db.selectFrom('address_load').selectAll().execute();
    const { fingerprint, firstByte } = this.#source;
    const other = loads.find((load) => load.state === 'loading' && load.touched_at > this.#now() - silentMs);
    if (other) return other;
    const stopped = this.#options.anew ? undefined : loads.find((load) => load.state === 'loading' && load.fingerprint === fingerprint);
    await writing(this.#store, async (trx) => {
      for (const load of loads) {
        if (load.id === stopped?.id || load.state === 'current') continue;
        await dropTables(untyped(trx), tableNames(load.id));
        await trx.deleteFrom('address_load').where('id', '=', load.id).execute();
      }
      if (stopped) return;
      const id = 1 + Math.max(0, ...loads.map((load) => load.id));
      this.#load = {
        id,
        state: 'loading',
        fingerprint,
        file: basename(this.#options.file),
        skip_broken: this.#options.skipBroken ? 1 : 0,
        byte: firstByte,
        line: 2,
        rows: 0,
        broken: 0,
        said: '[]',
        started_at: this.#now(),
        touched_at: this.#now(),
        finished_at: null,
      };
      await trx.insertInto('address_load').values(this.#load).execute();
      await createTables(untyped(trx), tableNames(id));
    });
    if (stopped) {
      this.#load = stopped;
      this.#said.push(...(JSON.parse(stopped.said) as BrokenRow[]));
    }
    this.#names = tableNames(this.#load.id);
    if (stopped) await this.#remember();
    return undefined;
  }

  async #stop(): Promise<Imported> {
    await this.#db.updateTable('address_load').set({ touched_at: 0 }).where('id', '=', this.#load.id).execute();
    return { outcome: 'stopped', rows: this.#load.rows };
  }

  /** The streets and names of the rows that are in already. */
  async #remember(): Promise<void> {
    const { street, place } = this.#names;
    const pageSize = 5_000;
    for (let after = 0; ;) {
      const { rows } = await sql<{
        id: number;
        record: string;
      }>`select id, record from ${sql.table(street)} where id > ${after} order by id limit ${pageSize}`.execute(this.#db);
      for (const { id, record } of rows) this.#streets.add(record, id);
      if (rows.length < pageSize) break;
      after = rows.at(-1)?.id ?? after;
    }
    const { rows } = await sql<{ last: number | null }>`select max(id) as last from ${sql.table(place)}`.execute(this.#db);
    // The names themselves may be kept twice.
    this.#places.last = rows[0]?.last ?? 0;
  }

  #take(line: number, text: string): void {
    const read = readRow(this.#source.header, text);
    if ('problem' in read) {
      this.#broken(line, read.problem);
      return;
    }
    const row = storedRow(read.row);
    const streetId = this.#streets.idOf(row.street, (id) => this.#newStreets.push({ id, record: row.street }));
    const { names } = row;
    const placeId =
      names === undefined ? null : this.#places.idOf(`${streetId} ${names}`, (id) => this.#newPlaces.push({ id, street: streetId, names }));
    this.#rows.push({ ...row, line, streetId, placeId });
  }

  #broken(line: number, problem: string): void {
    this.#load.broken += 1;
    if (this.#said.length < mostSaid) this.#said.push({ line, problem });
  }

  /** The rows in hand, and how far the file was read, in one transaction. */
  async #write(byte: number, line: number): Promise<void> {
    const { street, place, property } = this.#names;
    const change = {
      byte,
      line,
      rows: this.#load.rows + this.#rows.length,
      broken: this.#load.broken,
      said: JSON.stringify(this.#said),
      touched_at: this.#now(),
    };
    await writing(this.#store, async (trx) => {
      await insert(
        trx,
        this.#store.dialect,
        street,
        ['id', 'record'],
        this.#newStreets.map(({ id, record }) => [id, record]),
      );
      await insert(
        trx,
        this.#store.dialect,
        place,
        ['id', 'street', 'names'],
        this.#newPlaces.map((one) => [one.id, one.street, one.names]),
      );
      await insert(trx, this.#store.dialect, property, propertyFields, this.#rows.map(asFields));
      await trx.updateTable('address_load').set(change).where('id', '=', this.#load.id).execute();
    });
    Object.assign(this.#load, change);
    this.#rows = [];
    this.#newStreets = [];
    this.#newPlaces = [];
    this.#tell('reading');
  }

  /** A UPRN is one property: where it comes twice, the first stays. */
  async #findDuplicates(): Promise<void> {
    const { property } = this.#names;
    await patiently(this.#store, async (trx) => {
      await untyped(trx).schema.createIndex(`${property}_uprn`).on(property).columns(['uprn', 'line']).ifNotExists().execute();
    });
    const again = sql`select line, uprn from ${sql.table(property)} as p where exists (select 1 from ${sql.table(property)} as q where q.uprn = p.uprn and q.line < p.line)`;
    const { rows } = await sql<{ line: number; uprn: number; first: number }>`
      select a.line as line, a.uprn as uprn, (select min(f.line) from ${sql.table(property)} as f where f.uprn = a.uprn) as first
      from (${again}) as a order by a.line`.execute(this.#db);
    if (rows.length === 0) return;
    for (const { line, uprn, first } of rows) this.#broken(line, `UPRN ${uprn} was in line ${first} already`);
    this.#said.sort((one, other) => one.line - other.line);
    const left = this.#load.rows - rows.length;
    await patiently(this.#store, async (trx) => {
      await sql`delete from ${sql.table(property)} where line in (select line from (${again}) as d)`.execute(trx);
      await trx.updateTable('address_load').set({ rows: left }).where('id', '=', this.#load.id).execute();
    });
    this.#load.rows = left;
  }

  async #giveUp(): Promise<void> {
    await writing(this.#store, async (trx) => {
      await dropTables(untyped(trx), this.#names);
      await trx.deleteFrom('address_load').where('id', '=', this.#load.id).execute();
    });
  }

  async #finish(): Promise<void> {
    await patiently(this.#store, (trx) => createIndexes(untyped(trx), this.#names));
    await writing(this.#store, async (trx) => {
      await trx.updateTable('address_load').set({ state: 'replaced' }).where('state', '=', 'current').execute();
      await trx.updateTable('address_load').set({ state: 'current', finished_at: this.#now() }).where('id', '=', this.#load.id).execute();
    });
  }

  #tell(step: Progress['step']): void {
    const { size, firstByte } = this.#source;
    const share = step === 'reading' ? Math.min(1, (this.#load.byte - firstByte) / Math.max(1, size - firstByte)) : 1;
    this.#options.progress?.({ rows: this.#load.rows, broken: this.#load.broken, share, step });
  }

  #now(): number {
    return (this.#options.now?.() ?? new Date()).getTime();
  }
}

/** Texts and the numbers they were given, the latest of them. */
class Remembered {
  last = 0;
  readonly #ids = new Map<string, number>();

  idOf(text: string, isNew: (id: number) => void): number {
    const known = this.#ids.get(digest(text));
    if (known !== undefined) return known;
    const id = this.last + 1;
    this.add(text, id);
    isNew(id);
    return id;
  }

  add(text: string, id: number): void {
    this.last = Math.max(this.last, id);
    if (this.#ids.size >= mostRemembered) {
      const oldest = this.#ids.keys().next();
      if (!oldest.done) this.#ids.delete(oldest.value);
    }
    this.#ids.set(digest(text), id);
  }
}

/** The texts themselves would be most of the memory. */
const digest = (text: string): string => createHash('sha1').update(text).digest('base64').slice(0, 16);

const asFields = (row: Waiting): unknown[] => [
  row.line,
  row.uprn,
  row.postcode,
  row.streetId,
  row.placeId,
  row.numberStart,
  row.numberEnd,
  row.unitNumber,
  row.cell,
  row.listed,
  row.record,
];

/** Many rows a statement. */
async function insert(
  trx: Transaction<GazetteerTables>,
  dialect: Store['dialect'],
  table: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): Promise<void> {
  for (let start = 0; start < rows.length;) {
    const count = rowsPerStatement.find((most) => most <= rows.length - start) ?? 1;
    await trx.executeQuery(CompiledQuery.raw(insertText(dialect, table, columns, count), rows.slice(start, start + count).flat()));
    start += count;
  }
}

function insertText(dialect: Store['dialect'], table: string, columns: readonly string[], count: number): string {
  let parameter = 0;
  const row = (): string => `(${columns.map(() => (dialect === 'postgres' ? `$${++parameter}` : '?')).join(',')})`;
  return `insert into "${table}" (${columns.map((name) => `"${name}"`).join(',')}) values ${Array.from({ length: count }, row).join(',')}`;
}

async function writing(store: Store, work: (trx: Transaction<GazetteerTables>) => Promise<void>): Promise<void> {
  await store.transaction(work);
}

/** A step over all rows takes longer than the gateway allows a query. */
async function patiently(store: Store, work: (trx: Transaction<GazetteerTables>) => Promise<void>): Promise<void> {
  await writing(store, async (trx) => {
    if (store.dialect === 'postgres') await sql`set local statement_timeout = 0`.execute(trx);
    await work(trx);
  });
}

const untyped = (trx: Transaction<GazetteerTables>): Kysely<unknown> => trx as unknown as Kysely<unknown>;
