/** Decisions about the text that others may read: one report on its page, several on the list. */
import { cleanLine, cleanLines, isLongerThan } from '@council-kit/core';
import type { FormFields, StaffRequest, StaffRoutes } from '@council-kit/gateway';
import { readReference } from '../../rules/reference.ts';
import { decide } from '../records/publication.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { hiddenTextPath, hiddenTextQuery, publicTextListPage, readState } from './public-text-list-page.ts';
import { publicTextMessages } from './public-text.messages.ts';
import { publicTextLimits, type PublicTextError } from './public-text-section.ts';
import { reportPage } from './report-page.ts';

export function addPublicTextRoutes(area: StaffRoutes, reports: Reports, rowOf: (request: StaffRequest) => Promise<ReportRow>): void {
  const { ground } = reports;

  area.get(hiddenTextPath, (request) => publicTextListPage(reports, request, readState(request.context.req.query('state'))));

  area.post(hiddenTextPath, async (request, { fields, fits }) => {
    const { officer, language } = request;
    const state = readState(fields['state']);
    const say = publicTextMessages.say;
    const decision = decisionOf(fields);
    if (!fits || decision === undefined) return publicTextListPage(reports, request, state, { notice: say('stale', language) });
    const references = chosen(fields);
    if (references.length === 0) return publicTextListPage(reports, request, state, { error: say('choose-one', language) });
    const now = ground.clock.now();
    const decided = await ground.store.transaction<ReportsTables, number>(async (trx) => {
      let count = 0;
      for (const reference of references) {
        // What another officer decided meanwhile stays.
        const row = await trx.selectFrom('reports_report').select('publication').where('reference', '=', reference).executeTakeFirst();
        if (row?.publication === state && (await decide(trx, { reference, decision, officer, now }))) count += 1;
      }
      return count;
    });
    ground.log.info({ officer: officer.id, decision, reports: decided }, 'public text decided by staff');
    return request.redirect(hiddenTextPath, { ...hiddenTextQuery(state), [decision]: String(decided) });
  });

  // The links to the other language lead here from a page that answered a form.
  area.get('/staff/reports/:reference/public-text', async (request) => {
    const { reference } = await rowOf(request);
    return request.redirect(`/staff/reports/${reference}`);
  });

  area.post('/staff/reports/:reference/public-text', async (request, form) => {
    const { officer, language } = request;
    const row = await rowOf(request);
    const { reference } = row;
    const say = publicTextMessages.say;
    const texts = {
      description: cleanLines(form.text('public-description', Infinity)),
      address: cleanLine(form.text('public-place', Infinity)),
    };
    const decision = decisionOf(form.fields);
    if (!form.fits || decision === undefined)
      return reportPage(reports, request, row, { publicText: { texts, errors: [] }, notice: say('stale', language) });
    const errors: PublicTextError[] = [];
    if (decision === 'released') {
      if (isLongerThan(texts.description, publicTextLimits.description))
        errors.push({ field: 'public-description', message: say('description-long', language) });
      if (isLongerThan(texts.address, publicTextLimits.address))
        errors.push({ field: 'public-place', message: say('place-long', language) });
    }
    if (errors.length > 0) return reportPage(reports, request, row, { publicText: { texts, errors } });
    await ground.store.transaction<ReportsTables, unknown>((trx) =>
      decide(trx, { reference, decision, officer, now: ground.clock.now(), ...(decision === 'released' ? { texts } : {}) }),
    );
    ground.log.info({ officer: officer.id, decision, reports: 1 }, 'public text decided by staff');
    return request.redirect(`/staff/reports/${reference}`, { decided: '1' });
  });
}

function decisionOf(fields: FormFields): 'released' | 'withheld' | undefined {
  const decision = fields['decision'];
  return decision === 'released' || decision === 'withheld' ? decision : undefined;
}

/** The reports that are ticked, one by one or all that the page showed. */
function chosen(fields: FormFields): readonly string[] {
  const written = [fields['reference'], fields['all']].flat().flatMap((value) => (typeof value === 'string' ? value.split(' ') : []));
  return [...new Set(written.slice(0, 50).flatMap((reference) => readReference(reference) ?? []))];
}
