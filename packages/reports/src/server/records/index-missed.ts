import { inSlices } from '@council-kit/gateway';
import type { Reports } from '../reports.ts';
import { indexedColumns, indexReports } from './search-index.ts';
import type { ReportsTables } from './tables.ts';

/** How far back is looked: an update is rolled out sooner. */
const lookBackMs = 86_400_000;

/**
 * Puts into the full-text index what it lacks of the last day's reports. Each report is indexed in the transaction that writes it; but while an
 * update is rolled out, a process of the version before writes reports and knows of no index.
 */
export async function indexMissed({ ground }: Reports, now: Date, signal?: AbortSignal): Promise<void> {
  const indexed = await inSlices(
    (size) =>
      ground.store.transaction<ReportsTables, number>(async (trx) => {
        const rows = await trx
          .selectFrom('reports_report')
          .leftJoin('reports_search', 'reports_search.reference', 'reports_report.reference')
          .select(indexedColumns.map((column) => `reports_report.${column}` as const))
          .where('reports_report.updated_at', '>=', now.getTime() - lookBackMs)
          .where((eb) =>
            eb.or([eb('reports_search.status', 'is', null), eb('reports_search.status', '!=', eb.ref('reports_report.status'))]),
          )
          .orderBy('reports_report.updated_at')
          .limit(size)
          .execute();
        await indexReports(trx, rows);
        return rows.length;
      }),
    { size: 100, ...(signal ? { signal } : {}) },
  );
  if (indexed > 0) ground.log.info({ reports: indexed }, 'reports put into the index');
}
