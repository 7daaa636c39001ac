import { BoundedMap } from '@council-kit/gateway';
import { sql } from 'kysely';
import { padded } from './padded.ts';
import type { LoadStores } from './load-stores.ts';
import { tableNames } from './tables.ts';

/** What the addresses of a street have in common: see `streetColumns`. */
export type StreetRecord = Readonly<Record<string, string>>;

/** About 4 MB. */
const mostKept = 5_000;

/**
 * The records of streets, those that were asked for lately from memory. They are no part of the questions for addresses: joined to them, PostgreSQL reads the whole table of
 * streets rather than 160 of them, which takes 20 ms where there are 60,000.
 */
export class StreetRecords {
  readonly #loads: LoadStores;
  #load: number | undefined;
  #kept = new BoundedMap<number, StreetRecord>(mostKept);

  constructor(loads: LoadStores) {
    this.#loads = loads;
  }

  async of(load: number, ids: ReadonlySet<number>): Promise<ReadonlyMap<number, StreetRecord>> {
    if (this.#load !== load) {
      this.#load = load;
      // Whoever still reads another load keeps its records apart.
      this.#kept = new BoundedMap(mostKept);
    }
    const kept = this.#kept;
    const found = new Map<number, StreetRecord>();
    const missing: number[] = [];
    for (const id of ids) {
      const record = kept.get(id);
      if (record === undefined) missing.push(id);
      else found.set(id, record);
    }
    if (missing.length === 0) return found;
    const { rows } = await sql<{
      id: number;
      record: string;
    }>`select id, record from ${sql.table(tableNames(load).street)} where id in (${sql.join(padded(missing))})`.execute(
      await this.#loads.of(load),
    );
    for (const { id, record } of rows) {
      const parsed = JSON.parse(record) as StreetRecord;
      found.set(id, parsed);
      kept.set(id, parsed);
    }
    return found;
  }
}
