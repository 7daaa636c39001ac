/**
 * The staff's pages, where the settings bring the council's own sign-in. Plain forms: an officer's phone in the rain counts as
 * an old phone too.
 */
import { cleanLines, isLongerThan } from '@council-kit/core';
import { readForm, type FormFields, type GatewayContext, type Routes } from '@council-kit/gateway';
import { statuses } from '../../contract/status.ts';
import { readReference } from '../../rules/reference.ts';
import { updateLimit, updateUnit } from '../../contract/limits.ts';
import { addUpdate, findReport } from '../records/reports.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import { reportNotFound } from '../report-routes.ts';
import type { Reports } from '../reports.ts';
import { deliveriesPage } from './deliveries-page.ts';
import { tokenFits } from './form-token.ts';
import { addPublicTextRoutes } from './public-text-routes.ts';
import { listPage } from './list-page.ts';
import { reportPage, type UpdateForm } from './report-page.ts';
import { staffMessages } from './staff.messages.ts';
import { officerOf } from './staff-page.ts';

/** Adds the staff's pages; none where the settings name no sign-in. */
export function addStaffRoutes(routes: Routes, reports: Reports): void {
  const { hono } = routes;
  const { ground, settings } = reports;
  const { staff } = settings;
  if (!staff) return;
  const db = ground.store.db<ReportsTables>();
  const rowOf = async (context: GatewayContext): Promise<ReportRow> => {
    const reference = readReference(context.req.param('reference') ?? '');
    const row = reference === undefined ? undefined : await findReport(db, reference);
    if (!row) throw reportNotFound();
    return row;
  };

  hono.get('/staff/reports', async (context) => listPage(reports, await officerOf(staff.authorise, context)));

  hono.get('/staff/reports/:reference', async (context) =>
    reportPage(reports, await officerOf(staff.authorise, context), await rowOf(context)),
  );

  hono.post('/staff/reports/:reference', async (context) => {
    const request = await officerOf(staff.authorise, context);
    const row = await rowOf(context);
    const fields = await readForm(context);
    const language = context.get('language');
    const form = readUpdateForm(fields, language);
    if (!tokenFits(ground, request.officer, row.reference, fields['token'])) {
      return reportPage(reports, request, row, { update: { ...form, errors: [] }, notice: staffMessages.say('stale', language) });
    }
    const status = statuses.find((each) => each === form.status);
    if (form.errors.length > 0 || status === undefined) return reportPage(reports, request, row, { update: form });
    const { description } = form;
    await ground.idempotency.once<ReportsTables>(
      {
        key: textOf(fields, 'key').slice(0, 200) || undefined,
        scope: 'staff update',
        fingerprint: JSON.stringify([row.reference, status, description]),
      },
      async (trx) => {
        const added = await addUpdate(trx, { reference: row.reference, status, description, at: ground.clock.now(), source: 'council' });
        return { status: 303, body: added };
      },
    );
    ground.log.info({ officer: request.officer.id, status }, 'report updated by staff');
    return context.redirect(ground.site.path(`/staff/reports/${row.reference}?saved=1&lang=${language}`), 303);
  });

  addPublicTextRoutes(routes, reports, staff.authorise, rowOf);

  hono.get('/staff/deliveries', async (context) => deliveriesPage(reports, await officerOf(staff.authorise, context)));

  hono.post('/staff/deliveries', async (context) => {
    const request = await officerOf(staff.authorise, context);
    const fields = await readForm(context);
    const tried =
      tokenFits(ground, request.officer, 'deliveries', fields['token']) &&
      (await ground.outbox.retryNow(textOf(fields, 'id').slice(0, 100)));
    return context.redirect(ground.site.path(`/staff/deliveries?${tried ? 'tried=1&' : ''}lang=${context.get('language')}`), 303);
  });
}

function textOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

function readUpdateForm(fields: FormFields, language: string): UpdateForm {
  const say = staffMessages.say;
  const status = textOf(fields, 'status');
  const description = cleanLines(textOf(fields, 'description'));
  const errors: UpdateForm['errors'][number][] = [];
  if (!statuses.some((each) => each === status)) errors.push({ field: 'status', message: say('status-missing', language) });
  if (description === '') errors.push({ field: 'description', message: say('update-empty', language) });
  else if (isLongerThan(description, updateLimit, updateUnit)) errors.push({ field: 'description', message: say('update-long', language) });
  return { status, description, errors };
}
