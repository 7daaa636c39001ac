/**
 * The staff's pages, where the settings bring the council's own sign-in. Plain forms: an officer's phone in the rain counts as
 * an old phone too.
 */
import { cleanLines, isLongerThan } from '@council-kit/core';
import type { Routes, StaffForm, StaffRequest } from '@council-kit/gateway';
import { statuses } from '../../contract/status.ts';
import { readReference } from '../../rules/reference.ts';
import { updateLimit, updateUnit } from '../../contract/limits.ts';
import { addUpdate, findReport } from '../records/reports.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import { reportNotFound } from '../report-routes.ts';
import type { Reports } from '../reports.ts';
import { addPublicTextRoutes } from './public-text-routes.ts';
import { listPage } from './list-page.ts';
import { reportPage, type UpdateForm } from './report-page.ts';
import { addDeliveries, reportsArea } from './reports-area.ts';
import { staffMessages } from './staff.messages.ts';

/** Adds the staff's pages; none where no officer can sign in. */
export function addStaffRoutes(routes: Routes, reports: Reports): void {
  const area = reportsArea(routes, reports);
  if (!area) return;
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();
  const rowOf = async ({ context }: StaffRequest): Promise<ReportRow> => {
    const reference = readReference(context.req.param('reference') ?? '');
    const row = reference === undefined ? undefined : await findReport(db, reference);
    if (!row) throw reportNotFound();
    return row;
  };

  area.get('/staff/reports', (request) => listPage(reports, request));

  area.get('/staff/reports/:reference', async (request) => reportPage(reports, request, await rowOf(request)));

  area.post('/staff/reports/:reference', async (request, sent) => {
    const row = await rowOf(request);
    const { language } = request;
    const form = readUpdateForm(sent, language);
    if (!sent.fits) {
      return reportPage(reports, request, row, { update: { ...form, errors: [] }, notice: staffMessages.say('stale', language) });
    }
    const status = statuses.find((each) => each === form.status);
    if (form.errors.length > 0 || status === undefined) return reportPage(reports, request, row, { update: form });
    const { description } = form;
    await ground.idempotency.once<ReportsTables>(
      {
        key: sent.text('key') || undefined,
        scope: 'staff update',
        fingerprint: JSON.stringify([row.reference, status, description]),
      },
      async (trx) => {
        const added = await addUpdate(trx, { reference: row.reference, status, description, at: ground.clock.now(), source: 'council' });
        return { status: 303, body: added };
      },
    );
    ground.log.info({ officer: request.officer.id, status }, 'report updated by staff');
    return request.redirect(`/staff/reports/${row.reference}`, { saved: '1' });
  });

  addPublicTextRoutes(area, reports, rowOf);
  addDeliveries(area);
}

function readUpdateForm(sent: StaffForm, language: string): UpdateForm {
  const say = staffMessages.say;
  const status = sent.text('status');
  const description = cleanLines(sent.text('description', Infinity));
  const errors: UpdateForm['errors'][number][] = [];
  if (!statuses.some((each) => each === status)) errors.push({ field: 'status', message: say('status-missing', language) });
  if (description === '') errors.push({ field: 'description', message: say('update-empty', language) });
  else if (isLongerThan(description, updateLimit, updateUnit)) errors.push({ field: 'description', message: say('update-long', language) });
  return { status, description, errors };
}
