/** The staff's list: filtered by indexes, by words where some are typed, and paged by place. */
import { pageAt, type KeysetPage, type Place } from '@council-kit/gateway';
import type { Kysely, Transaction } from 'kysely';
import { readStatus } from '../../contract/status.ts';
import { readReference } from '../../rules/reference.ts';
import { listKeys, reportsOf } from './list-reports.ts';
import { searchReports, type SearchFilter } from './search-index.ts';
import type { ReportRow, ReportsTables } from './tables.ts';

/** What staff narrow their list by. `text` may be a reference in any of the ways in which people write one. */
export type StaffFilter = SearchFilter;

/** One page: the newest, or what stands next to a place. */
export async function findReports(
  db: Kysely<ReportsTables> | Transaction<ReportsTables>,
  filter: StaffFilter,
  size: number,
  place?: Place,
): Promise<KeysetPage<ReportRow>> {
  const { text, closed, status, serviceCode, ward } = filter;
  const reference = text === undefined ? undefined : readReference(text);
  const [named] = reference === undefined ? [] : await reportsOf(db, [reference]);
  if (named) return { rows: [named], newer: undefined, older: undefined };
  const filters = [closed ?? status, serviceCode, ward].filter((each) => each !== undefined);
  const one = status === undefined ? undefined : readStatus(status);
  // One filter has an index in the order of the list. Words, and several filters together, are what the full-text index is for.
  const references =
    text === undefined && filters.length <= 1
      ? (
          await listKeys(
            db,
            {
              ...(closed === undefined ? {} : { closed }),
              ...(one === undefined ? {} : { statuses: [one] }),
              ...(serviceCode === undefined ? {} : { serviceCodes: [serviceCode] }),
              ...(ward === undefined ? {} : { ward }),
            },
            size + 1,
            place,
          )
        ).map(({ id }) => id)
      : await searchReports(db, filter, size + 1, place);
  return pageAt(await reportsOf(db, references), {
    size,
    place,
    keyOf: (row) => ({ at: row.requested_at, id: row.reference }),
  });
}
