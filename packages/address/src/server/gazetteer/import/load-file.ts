/** One file on its way into tables of its own, batch by batch; whole, it takes the place of the one before. */
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { isBlankRow, linesOf, type AsideStore, type Encoding, type Store } from '@council-kit/gateway';
import { sql, type Kysely, type Transaction } from 'kysely';
import {
  createIndexes,
  createTables,
  propertyFields,
  tableNames,
  type GazetteerTables,
  type LoadTable,
  type TableNames,
} from '../tables.ts';
import type { BrokenRow, Imported, ImportOptions, Progress } from './import-gazetteer.ts';
import { deleteLoad, openLoad } from '../load-stores.ts';
import { insertRows } from './insert-rows.ts';
import { otherwise, readRow, type Header } from './read-row.ts';
import { Remembered } from './remembered.ts';
import { storedRow, type StoredRow } from './stored-row.ts';

const batchRows = 2_000;
/** An import that has not written for so long was killed. */
const silentMs = 60_000;
/** How many broken rows are told. */
const mostSaid = 100;
/** A file that was opened, and found to be one of ours. */
export interface Source {
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

export class LoadFile {
  readonly #store: Store;
  readonly #options: ImportOptions;
  readonly #file: FileHandle;
  readonly #source: Source;
  /** The gateway's store: which imports there are, and how far each has come. */
  readonly #db: Kysely<GazetteerTables>;
  /** Where the rows go. */
  #rowsStore!: AsideStore;
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
    try {
      return await this.#read();
    } finally {
      await this.#rowsStore.close();
    }
  }

  async #read(): Promise<Imported> {
    let end = this.#load.byte;
    let { line } = this.#load;
    for await (const at of linesOf(this.#file, { encoding: this.#source.encoding, from: { byte: end, line }, otherwise })) {
      ({ end } = at);
      line = at.number + 1;
      if (at.text === undefined) this.#broken(at.number, at.problem);
      else if (!isBlankRow(at.text)) this.#take(at.number, at.text);
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
    const id = stopped?.id ?? 1 + Math.max(0, ...loads.map((load) => load.id));
    this.#load = stopped ?? {
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
    // Said first, so that two that begin at once are told apart by its number.
    if (!stopped) await this.#db.insertInto('address_load').values(this.#load).execute();
    for (const load of loads) {
      if (load.id === id || load.state === 'current') continue;
      await deleteLoad(this.#store, load.id);
      await this.#db.deleteFrom('address_load').where('id', '=', load.id).execute();
    }
    this.#names = tableNames(id);
    this.#rowsStore = await openLoad(this.#store, id);
    await writing(this.#rowsStore, (trx) => createTables(untyped(trx), this.#names));
    if (!stopped) return undefined;
    this.#said.push(...(JSON.parse(stopped.said) as BrokenRow[]));
    // Rows are written before it is said how far the file was read: what came after that is read again.
    await writing(this.#rowsStore, async (trx) => {
      await sql`delete from ${sql.table(this.#names.property)} where line >= ${stopped.line}`.execute(trx);
    });
    await this.#remember();
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
      }>`select id, record from ${sql.table(street)} where id > ${after} order by id limit ${pageSize}`.execute(this.#rowsDb);
      for (const { id, record } of rows) this.#streets.add(record, id);
      if (rows.length < pageSize) break;
      after = rows.at(-1)?.id ?? after;
    }
    const { rows } = await sql<{ last: number | null }>`select max(id) as last from ${sql.table(place)}`.execute(this.#rowsDb);
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

  /** The rows in hand, and then how far the file was read. */
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
    await writing(this.#rowsStore, async (trx) => {
      await insertRows(
        trx,
        this.#store.dialect,
        street,
        ['id', 'record'],
        this.#newStreets.map(({ id, record }) => [id, record]),
      );
      await insertRows(
        trx,
        this.#store.dialect,
        place,
        ['id', 'street', 'names'],
        this.#newPlaces.map((one) => [one.id, one.street, one.names]),
      );
      await insertRows(trx, this.#store.dialect, property, propertyFields, this.#rows.map(asFields));
    });
    await this.#db.updateTable('address_load').set(change).where('id', '=', this.#load.id).execute();
    Object.assign(this.#load, change);
    this.#rows = [];
    this.#newStreets = [];
    this.#newPlaces = [];
    this.#tell('reading');
  }

  /** A UPRN is one property: where it comes twice, the first stays. */
  async #findDuplicates(): Promise<void> {
    const { property } = this.#names;
    await patiently(this.#rowsStore, async (trx) => {
      await untyped(trx).schema.createIndex(`${property}_uprn`).on(property).columns(['uprn', 'line']).ifNotExists().execute();
    });
    const again = sql`select line, uprn from ${sql.table(property)} as p where exists (select 1 from ${sql.table(property)} as q where q.uprn = p.uprn and q.line < p.line)`;
    const { rows } = await sql<{ line: number; uprn: number; first: number }>`
      select a.line as line, a.uprn as uprn, (select min(f.line) from ${sql.table(property)} as f where f.uprn = a.uprn) as first
      from (${again}) as a order by a.line`.execute(this.#rowsDb);
    if (rows.length === 0) return;
    for (const { line, uprn, first } of rows) this.#broken(line, `UPRN ${uprn} was in line ${first} already`);
    this.#said.sort((one, other) => one.line - other.line);
    const left = this.#load.rows - rows.length;
    await patiently(this.#rowsStore, async (trx) => {
      await sql`delete from ${sql.table(property)} where line in (select line from (${again}) as d)`.execute(trx);
    });
    await this.#db.updateTable('address_load').set({ rows: left }).where('id', '=', this.#load.id).execute();
    this.#load.rows = left;
  }

  async #giveUp(): Promise<void> {
    await this.#rowsStore.close();
    await deleteLoad(this.#store, this.#load.id);
    await this.#db.deleteFrom('address_load').where('id', '=', this.#load.id).execute();
  }

  async #finish(): Promise<void> {
    await patiently(this.#rowsStore, (trx) => createIndexes(untyped(trx), this.#names));
    // Its file is whole before anybody is sent there.
    await this.#rowsStore.close();
    await writing(this.#store, async (trx) => {
      await trx.updateTable('address_load').set({ state: 'replaced' }).where('state', '=', 'current').execute();
      await trx.updateTable('address_load').set({ state: 'current', finished_at: this.#now() }).where('id', '=', this.#load.id).execute();
    });
  }

  get #rowsDb(): Kysely<unknown> {
    return this.#rowsStore.db();
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

type Writable = Pick<Store, 'dialect' | 'transaction'>;

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

async function writing(store: Writable, work: (trx: Transaction<GazetteerTables>) => Promise<void>): Promise<void> {
  await store.transaction(work);
}

/** A step over all rows takes longer than the gateway allows a query. */
async function patiently(store: Writable, work: (trx: Transaction<GazetteerTables>) => Promise<void>): Promise<void> {
  await writing(store, async (trx) => {
    if (store.dialect === 'postgres') await sql`set local statement_timeout = 0`.execute(trx);
    await work(trx);
  });
}

const untyped = (trx: Transaction<GazetteerTables>): Kysely<unknown> => trx as unknown as Kysely<unknown>;
