import type { Store } from '@council-kit/gateway';
import { CompiledQuery, type Transaction } from 'kysely';
import type { GazetteerTables } from '../tables.ts';

/** A statement for each of these numbers of rows is prepared, and no other: a text for every remainder would fill the store's memory of statements. */
const rowsPerStatement = [400, 100, 20, 5, 1] as const;

/** Many rows a statement. */
export async function insertRows(
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
