/** Reports on a resident's own page. */
import type { AccountItem, AccountSource } from '@council-kit/gateway';
import { serviceStatusOf } from '../contract/service-status.ts';
import type { Status } from '../contract/status.ts';
import { placeOf, publicWords } from './present.ts';
import type { ReportRow, ReportsTables } from './records/tables.ts';
import { kindName, type Reports } from './reports.ts';

/** Links of the kind `report`, by reference. */
export function reportsSource(reports: Reports): AccountSource {
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();
  return {
    id: 'reports',
    name: { en: 'Reports', cy: 'Adroddiadau' },
    kinds: ['report'],
    async items(links) {
      const references = links.filter(({ kind }) => kind === 'report').map(({ ref }) => ref);
      if (references.length === 0) return [];
      const rows = await db
        .selectFrom('reports_report')
        .selectAll()
        .where('reference', 'in', references)
        .orderBy('requested_at', 'desc')
        .orderBy('reference')
        .execute();
      const updates = await db
        .selectFrom('reports_update')
        .select(['reference', 'status', 'updated_at'])
        .where('reference', 'in', references)
        .orderBy('updated_at', 'desc')
        .execute();
      return rows.map((row) =>
        itemOf(
          reports,
          row,
          updates.filter(({ reference }) => reference === row.reference),
        ),
      );
    },
  };
}

/** @param updates newest first */
function itemOf(
  reports: Reports,
  row: ReportRow,
  updates: readonly { readonly status: Status; readonly updated_at: number }[],
): AccountItem {
  const status = serviceStatusOf[row.status];
  // Since the first of the latest updates that say the same.
  const changed = updates.findIndex((update) => serviceStatusOf[update.status] !== status);
  const same = changed === -1 ? updates : updates.slice(0, changed);
  const since = same.at(-1)?.updated_at;
  const title = (language: 'en' | 'cy'): string =>
    [kindName(reports, row.service_code, language), placeOf({ ...row, address: publicWords(row).address }, language)]
      .filter((part) => part !== '')
      .join(', ');
  return {
    id: row.reference,
    kind: 'report',
    ref: row.reference,
    title: { en: title('en'), cy: title('cy') },
    status,
    // A report that still has its first status has had it from the start, whatever was said meanwhile.
    since: new Date(changed === -1 && status === serviceStatusOf.open ? row.requested_at : (since ?? row.requested_at)).toISOString(),
    href: reports.ground.site.path(`/reports/${row.reference}`),
  };
}
