/** Lists of reports: keys from an index, in its order; then the reports themselves, a slice at a time. */
import { dialectOf, letOthersPass, type Place } from '@council-kit/gateway';
import { sql, type Kysely, type SelectQueryBuilder, type Transaction } from 'kysely';
import type { Status } from '../../contract/status.ts';
import type { ReportRow, ReportsTables } from './tables.ts';

type Db = Kysely<ReportsTables> | Transaction<ReportsTables>;

/** What a list is narrowed to. Times in milliseconds. */
export interface ReportFilter {
  readonly references?: readonly string[];
  readonly serviceCodes?: readonly string[];
  readonly statuses?: readonly Status[];
  /** All that are closed, or all that are open: one look in an index, where the list of their statuses would be many. */
  readonly closed?: boolean;
  readonly ward?: string;
  readonly requestedFrom?: number;
  readonly requestedTo?: number;
  readonly updatedFrom?: number;
  readonly updatedTo?: number;
}

/** A report's place in a list: `at` is the time by which the list is ordered. */
export interface ReportKey {
  readonly at: number;
  readonly id: string;
}

/** By what a list is ordered: when reports were made; where it asks for what changed, when they changed. */
export const orderOf = ({ updatedFrom, updatedTo }: ReportFilter): 'requested_at' | 'updated_at' =>
  updatedFrom === undefined && updatedTo === undefined ? 'requested_at' : 'updated_at';

/** How many keys are passed over in one query, on the way to a page by its number. */
const stride = 10_000;

/** The newest, or what stands next to a place, nearest first. */
export async function listKeys(db: Db, filter: ReportFilter, limit: number, place?: Place): Promise<readonly ReportKey[]> {
  return await keysQuery(db, filter, place).limit(limit).execute();
}

/**
 * The place after so many reports, for who asks for pages by number: read from the index alone, and others are answered meanwhile.
 *
 * @param stepped told before each step how many reports it passes over: what it throws ends the way
 * @returns undefined where the list is not so long
 */
export async function placeAfter(
  db: Db,
  filter: ReportFilter,
  count: number,
  stepped: (count: number) => void,
): Promise<Place | undefined> {
  let place: Place | undefined;
  for (let left = count; left > 0; left -= stride) {
    const step = Math.min(left, stride);
    stepped(step);
    const last = await keysQuery(db, filter, place)
      .limit(1)
      .offset(step - 1)
      .executeTakeFirst();
    if (!last) return undefined;
    place = { side: 'older', ...last };
    await letOthersPass();
  }
  return place;
}

/** The query of {@link listKeys}, for its plan to be looked at. */
export function keysQuery(db: Db, filter: ReportFilter, place?: Place): SelectQueryBuilder<ReportsTables, 'reports_report', ReportKey> {
  const order = orderOf(filter);
  const newer = place?.side === 'newer';
  let query = db.selectFrom('reports_report').select([`${order} as at`, 'reference as id']);
  if (filter.references) query = query.where('reference', 'in', [...filter.references]);
  // One is looked up by its own index. Several would be read whole and sorted: they are picked out of the index that has the order.
  const several = { kinds: (filter.serviceCodes?.length ?? 0) > 1, statuses: (filter.statuses?.length ?? 0) > 1 };
  const byOrder = dialectOf(db) === 'sqlite' && (order === 'updated_at' || several.kinds || several.statuses);
  const column = (name: 'service_code' | 'status' | 'ward') => (byOrder ? unindexedText(name) : sql.ref<string>(name));
  if (filter.serviceCodes) query = query.where(column('service_code'), 'in', [...filter.serviceCodes]);
  if (filter.statuses) query = query.where(column('status'), 'in', [...filter.statuses]);
  if (filter.ward !== undefined) query = query.where(column('ward'), '=', filter.ward);
  if (filter.closed !== undefined)
    query = query.where(byOrder ? unindexedNumber('closed') : sql.ref<number>('closed'), '=', filter.closed ? 1 : 0);
  const requested = byOrder && order === 'updated_at' ? unindexedNumber('requested_at') : sql.ref<number>('requested_at');
  if (filter.requestedFrom !== undefined) query = query.where(requested, '>=', filter.requestedFrom);
  if (filter.requestedTo !== undefined) query = query.where(requested, '<=', filter.requestedTo);
  if (filter.updatedFrom !== undefined) query = query.where('updated_at', '>=', filter.updatedFrom);
  if (filter.updatedTo !== undefined) query = query.where('updated_at', '<=', filter.updatedTo);
  if (place) query = query.where((eb) => eb(eb.refTuple(order, 'reference'), newer ? '>' : '<', eb.tuple(place.at, place.id)));
  return query.orderBy(order, newer ? 'asc' : 'desc').orderBy('reference', newer ? 'asc' : 'desc');
}

/**
 * A column as an expression, so that no index is taken for its sake: SQLite keeps no statistics unless asked to, and takes every equality to
 * leave a handful of rows. PostgreSQL counts, and needs no such help where a list has an order.
 */
export const unindexedText = (column: 'service_code' | 'status' | 'ward') => sql<string>`(${sql.ref(column)} || '')`;
const unindexedNumber = (column: 'closed' | 'requested_at') => sql<number>`(${sql.ref(column)} + 0)`;

/** The reports of some keys, in their order. At most some hundred at a time. */
export async function reportsOf(db: Db, references: readonly string[]): Promise<readonly ReportRow[]> {
  if (references.length === 0) return [];
  const rows = await db
    .selectFrom('reports_report')
    .selectAll()
    .where('reference', 'in', [...references])
    .execute();
  const byReference = new Map(rows.map((row) => [row.reference, row]));
  return references.flatMap((reference) => byReference.get(reference) ?? []);
}
