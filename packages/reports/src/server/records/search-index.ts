/**
 * The staff's full-text index: SQLite's FTS5 (https://www.sqlite.org/fts5.html), PostgreSQL's GIN over tsvector
 * (https://www.postgresql.org/docs/current/textsearch-indexes.html). Both are given the same words, made by rules/search-words.ts, and no
 * tokeniser of their own. The index holds the words of a report and of its place, and nothing of the person who made it.
 */
import { dialectOf, type Place } from '@council-kit/gateway';
import { sql, type Kysely, type Transaction } from 'kysely';
import { searchWords, typedWords } from '../../rules/search-words.ts';
import type { ReportRow, ReportsTables } from './tables.ts';

type Db = Kysely<ReportsTables> | Transaction<ReportsTables>;

/** What the index is made of. */
export type IndexedRow = Pick<
  ReportRow,
  'reference' | 'description' | 'address' | 'place_en' | 'place_cy' | 'service_code' | 'status' | 'closed' | 'ward'
>;
/** See {@link IndexedRow}. */
export const indexedColumns = [
  'reference',
  'description',
  'address',
  'place_en',
  'place_cy',
  'service_code',
  'status',
  'closed',
  'ward',
] as const satisfies readonly (keyof IndexedRow)[];

/** What a report is filtered by, as words that nobody can type: an index that knows words alone finds "open, in this ward, with this word" at once. */
const facet = {
  closed: (closed: boolean): string => (closed ? 'c1' : 'c0'),
  status: (status: string): string => `s${hex(status)}`,
  kind: (code: string): string => `k${hex(code)}`,
  ward: (ward: string): string => `w${hex(ward)}`,
};

const hex = (text: string): string => Buffer.from(text).toString('hex');

const wordsOf = (row: IndexedRow): string[] =>
  searchWords([row.reference, row.description, row.address, row.place_en, row.place_cy].join(' \n '));

const facetsOf = ({ closed, status, service_code, ward }: IndexedRow): string[] => [
  facet.closed(closed === 1),
  facet.status(status),
  facet.kind(service_code),
  ...(ward === null ? [] : [facet.ward(ward)]),
];

/**
 * Puts reports into the index, or writes their entries again. Call it in the transaction that changes what {@link IndexedRow} names. New
 * ones are found newest first in the order in which they are given.
 */
export async function indexReports(trx: Transaction<ReportsTables>, rows: readonly IndexedRow[]): Promise<void> {
  if (rows.length === 0) return;
  if (dialectOf(trx) === 'postgres') {
    const values = rows.map((row) => sql`(${row.reference}, ${row.status}, array_to_tsvector(${lexemesOf(row)}::text[]))`);
    await sql`insert into reports_search (reference, status, words) values ${sql.join(values)}
      on conflict (reference) do update set status = excluded.status, words = excluded.words`.execute(trx);
    return;
  }
  const references = rows.map(({ reference }) => reference);
  const known = await trx
    .selectFrom('reports_search')
    .select(['position', 'reference', 'status'])
    .where('reference', 'in', references)
    .execute();
  const positions = new Map(known.map(({ reference, position }) => [reference, position]));
  if (known.length > 0)
    await sql`delete from reports_search_words where rowid in (${sql.join(known.map(({ position }) => position))})`.execute(trx);
  for (const row of rows) {
    const before = known.find(({ reference }) => reference === row.reference);
    if (before && before.status !== row.status)
      await trx.updateTable('reports_search').set({ status: row.status }).where('position', '=', before.position).execute();
  }
  const added = rows.filter(({ reference }) => !positions.has(reference)).map(({ reference, status }) => ({ reference, status }));
  if (added.length > 0) {
    const inserted = await trx.insertInto('reports_search').values(added).returning(['position', 'reference']).execute();
    for (const { reference, position } of inserted) positions.set(reference, position);
  }
  const entries = rows.map((row) => sql`(${positions.get(row.reference)}, ${wordsOf(row).join(' ')}, ${facetsOf(row).join(' ')})`);
  await sql`insert into reports_search_words (rowid, words, facets) values ${sql.join(entries)}`.execute(trx);
}

/** A facet among PostgreSQL's lexemes begins with a sign, which no word does. */
const lexemesOf = (row: IndexedRow): string[] => [...wordsOf(row), ...facetsOf(row).map((name) => `=${name}`)];

/** Writes a report's entry again, from what the store has. */
export async function indexAgain(trx: Transaction<ReportsTables>, reference: string): Promise<void> {
  await indexReports(trx, await trx.selectFrom('reports_report').select(indexedColumns).where('reference', '=', reference).execute());
}

/** What is looked for: each that is given must fit. */
export interface SearchFilter {
  /** For each word typed, the report has one that begins with it. */
  readonly text?: string;
  readonly closed?: boolean;
  readonly status?: string;
  readonly serviceCode?: string;
  readonly ward?: string;
}

/**
 * References of reports that fit, the newest first, or what stands next to a place, nearest first.
 *
 * @param limit at most so many
 */
export async function searchReports(db: Db, filter: SearchFilter, limit: number, place?: Place): Promise<readonly string[]> {
  // PostgreSQL cannot tell how many reports have a word that begins so. Words that many have are soon found among the latest; what is not found
  // there is rare, and all of it is little to sort.
  for (const among of dialectOf(db) === 'postgres' ? (['latest', 'all'] as const) : (['all'] as const)) {
    const query = searchQuery(db, filter, limit, place, among);
    if (query === undefined) return [];
    const { rows } = await query.execute(db);
    if (among === 'all' || rows.length >= limit) return rows.map(({ reference }) => reference);
  }
  return [];
}

/** As many of the latest reports, or of those next to a place, are looked through one by one on PostgreSQL. */
const latest = 2_000;

/** The query of {@link searchReports}, for its plan to be looked at. Undefined where no word was typed: nothing fits. */
export function searchQuery(
  db: Db,
  { text, closed, status, serviceCode, ward }: SearchFilter,
  limit: number,
  place?: Place,
  among: 'latest' | 'all' = 'all',
) {
  const words = text === undefined ? [] : typedWords(text);
  if (text !== undefined && words.length === 0) return undefined;
  const facets = [
    ...(closed === undefined ? [] : [facet.closed(closed)]),
    ...(status === undefined ? [] : [facet.status(status)]),
    ...(serviceCode === undefined ? [] : [facet.kind(serviceCode)]),
    ...(ward === undefined ? [] : [facet.ward(ward)]),
  ];
  const beyond = sql.raw(place?.side === 'newer' ? '>' : '<');
  const order = sql.raw(place?.side === 'newer' ? 'asc' : 'desc');
  const at = (column: string) =>
    place === undefined ? sql`` : sql`and ${sql.ref(column)} ${beyond} (select position from reports_search where reference = ${place.id})`;
  if (dialectOf(db) === 'postgres') {
    // Words are letters and digits, facets hexadecimal: nothing in them could end a quotation.
    const asked = [...words.map((word) => `'${word}':*`), ...facets.map((name) => `'=${name}'`)].join(' & ');
    if (among === 'latest')
      return sql<{ reference: string }>`select reference from (select reference, position, words from reports_search
          where true ${at('position')} order by position ${order} limit ${latest}) as latest
        where words @@ ${asked}::tsquery order by position ${order} limit ${limit}`;
    return sql<{ reference: string }>`with found as materialized
        (select reference, position from reports_search where words @@ ${asked}::tsquery ${at('position')})
      select reference from found order by position ${order} limit ${limit}`;
  }
  const all = (terms: readonly string[], prefix: string): string => terms.map((term) => `"${term}"${prefix}`).join(' AND ');
  const asked = [
    ...(words.length > 0 ? [`words : (${all(words, '*')})`] : []),
    ...(facets.length > 0 ? [`facets : (${all(facets, '')})`] : []),
  ].join(' AND ');
  return sql<{ reference: string }>`select s.reference as reference
    from reports_search_words as f cross join reports_search as s on s.position = f.rowid
    where f.reports_search_words match ${asked} ${at('f.rowid')} order by f.rowid ${order} limit ${limit}`;
}
