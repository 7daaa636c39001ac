import type { ReportsTables } from './records/tables.ts';
import type { Reports } from './reports.ts';

/** Deletes contact details whose time is over. The report, its photos and its updates stay. */
export async function deleteContacts({ ground }: Reports, now: Date): Promise<void> {
  const gone = await ground.store
    .db<ReportsTables>()
    .deleteFrom('reports_contact')
    .where('delete_at', '<=', now.getTime())
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n) ground.log.info({ contacts: Number(gone.numDeletedRows) }, 'contact details deleted');
}
