/** The council's own gazetteer in the gateway's store: the one place that knows its queries, the same on SQLite and PostgreSQL. */
import type { Store } from '@council-kit/gateway';
import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Position } from '../../contract/address.ts';
import { cellsAround } from './cell.ts';
import type { GazetteerRow } from './columns.ts';
import type { PlaceRow, StreetRow } from './search/place-index.ts';
import { padded } from './padded.ts';
import { LoadStores } from './load-stores.ts';
import { StreetRecords } from './street-records.ts';
import { tableNames, type GazetteerTables } from './tables.ts';

/** An address as the search ranks it. */
export interface StoredProperty {
  readonly uprn: number;
  readonly street: number;
  readonly place: number | null;
  readonly numberStart: number | null;
  readonly numberEnd: number | null;
  readonly unitNumber: number | null;
  readonly postcode: string;
  readonly row: GazetteerRow;
}

interface QueriedRow {
  uprn: number;
  street: number;
  place: number | null;
  number_start: number | null;
  number_end: number | null;
  unit_number: number | null;
  postcode: string;
  record: string;
}

/** The most addresses that one question takes out of the store. A postcode has a hundred; only a mistake in the data has more than this. */
const mostRows = 2_000;

export class Gazetteer {
  readonly #store: Store;
  readonly #db: Kysely<GazetteerTables>;
  readonly #loads: LoadStores;
  readonly #streets: StreetRecords;

  constructor(store: Store) {
    this.#store = store;
    this.#db = store.db<GazetteerTables>();
    this.#loads = new LoadStores(store);
    this.#streets = new StreetRecords(this.#loads);
  }

  get dialect(): Store['dialect'] {
    return this.#store.dialect;
  }

  /** Lets go of the files that it reads. */
  close(): Promise<void> {
    return this.#loads.close();
  }

  /** The set of tables that answers now; undefined before the first import. */
  async current(): Promise<number | undefined> {
    const load = await this.#db.selectFrom('address_load').select('id').where('state', '=', 'current').executeTakeFirst();
    return load?.id;
  }

  /** Addresses that people may choose. @param postcode without its space */
  async byPostcode(load: number, postcode: string): Promise<StoredProperty[]> {
    return this.#listed(load, sql`p.postcode = ${postcode}`);
  }

  /** Whatever has this UPRN, listed or not. */
  async byUprn(load: number, uprn: string): Promise<StoredProperty | undefined> {
    return (await this.#select(load, sql`p.uprn = ${Number(uprn)}`, 1))[0];
  }

  async near(load: number, position: Position): Promise<StoredProperty[]> {
    return this.#listed(load, sql`p.cell in (${sql.join(cellsAround(position))})`);
  }

  /** The addresses of streets, all or those that a number may mean. */
  async onStreets(load: number, streets: readonly number[], numbers: readonly number[], most: number): Promise<StoredProperty[]> {
    if (streets.length === 0) return [];
    return this.#listed(load, sql`p.street in (${sql.join(padded(streets))}) and ${numbered(numbers)}`, most);
  }

  /** The addresses of names, likewise. */
  async ofPlaces(load: number, places: readonly number[], numbers: readonly number[], most: number): Promise<StoredProperty[]> {
    if (places.length === 0) return [];
    return this.#listed(load, sql`p.place in (${sql.join(padded(places))}) and ${numbered(numbers)}`, most);
  }

  /** For the index of the search, in the order of their ids. */
  async streetsAfter(load: number, id: number, most: number): Promise<StreetRow[]> {
    const { rows } =
      await sql<StreetRow>`select id, record from ${sql.table(tableNames(load).street)} where id > ${id} order by id limit ${most}`.execute(
        await this.#loads.of(load),
      );
    return rows;
  }

  async placesAfter(load: number, id: number, most: number): Promise<PlaceRow[]> {
    const { rows } =
      await sql<PlaceRow>`select id, street, names from ${sql.table(tableNames(load).place)} where id > ${id} order by id limit ${most}`.execute(
        await this.#loads.of(load),
      );
    return rows;
  }

  #listed(load: number, where: RawBuilder<unknown>, most = mostRows): Promise<StoredProperty[]> {
    return this.#select(load, sql`p.listed = 1 and ${where}`, most);
  }

  async #select(load: number, where: RawBuilder<unknown>, most: number): Promise<StoredProperty[]> {
    const { rows } = await sql<QueriedRow>`
      select p.uprn, p.street, p.place, p.number_start, p.number_end, p.unit_number, p.postcode, p.record
      from ${sql.table(tableNames(load).property)} as p where ${where} limit ${most}`.execute(await this.#loads.of(load));
    const streets = await this.#streets.of(load, new Set(rows.map(({ street }) => street)));
    return rows.map((row) => {
      return {
        uprn: row.uprn,
        street: row.street,
        place: row.place,
        numberStart: row.number_start,
        numberEnd: row.number_end,
        unitNumber: row.unit_number,
        postcode: row.postcode,
        row: { ...streets.get(row.street), ...(JSON.parse(row.record) as object), UPRN: String(row.uprn) },
      };
    });
  }
}

function numbered(numbers: readonly number[]): RawBuilder<unknown> {
  if (numbers.length === 0) return sql`1 = 1`;
  const any = padded(numbers).map(
    (number) => sql`(p.number_start <= ${number} and p.number_end >= ${number}) or p.unit_number = ${number}`,
  );
  return sql`(${sql.join(any, sql` or `)})`;
}
