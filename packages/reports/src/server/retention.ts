import { rewriteOldTexts } from './records/public-texts.ts';
import type { ReportsTables } from './records/tables.ts';
import type { Reports } from './reports.ts';

/** Deletes contact details whose time is over. The report, its photos, its updates and its public text stay. */
export async function deleteContacts({ ground }: Reports, now: Date): Promise<void> {
  const gone = await ground.store
    .db<ReportsTables>()
    .deleteFrom('reports_contact')
    .where('delete_at', '<=', now.getTime())
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n) ground.log.info({ contacts: Number(gone.numDeletedRows) }, 'contact details deleted');
}

/** Writes public texts again that an older version of the rule wrote: in small transactions, so that nobody waits for them. */
export async function rewritePublicTexts({ ground }: Reports, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await ground.store.transaction<ReportsTables, boolean>((trx) => rewriteOldTexts(trx))));
}
