import { inSlices } from '@council-kit/gateway';
import { rewriteOldTexts } from './records/public-texts.ts';
import type { ReportsTables } from './records/tables.ts';
import type { Reports } from './reports.ts';

/**
 * Deletes contact details whose time is over. The report, its photos, its updates and its public text stay. The full-text index holds nothing of a contact:
 * what it has of a report are the report's own words.
 */
export async function deleteContacts({ ground }: Reports, now: Date, signal?: AbortSignal): Promise<void> {
  const db = ground.store.db<ReportsTables>();
  const contacts = await inSlices(
    async (size) => {
      const deleted = await db
        .deleteFrom('reports_contact')
        .where('reference', 'in', (query) =>
          query.selectFrom('reports_contact').select('reference').where('delete_at', '<=', now.getTime()).orderBy('delete_at').limit(size),
        )
        .executeTakeFirst();
      return deleted.numDeletedRows;
    },
    signal ? { signal } : {},
  );
  if (contacts > 0) ground.log.info({ contacts }, 'contact details deleted');
}

/** Writes public texts again that an older version of the rule wrote: in small transactions, so that nobody waits for them. */
export async function rewritePublicTexts({ ground }: Reports, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await ground.store.transaction<ReportsTables, boolean>((trx) => rewriteOldTexts(trx))));
}
