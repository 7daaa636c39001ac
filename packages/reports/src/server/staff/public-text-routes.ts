/** Decisions about the text that others may read: one report on its page, several on the list. */
import { cleanLine, cleanLines, isLongerThan } from '@council-kit/core';
import { readForm, type FormFields, type GatewayContext, type Routes } from '@council-kit/gateway';
import { readReference } from '../../rules/reference.ts';
import { decide } from '../records/publication.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import type { Authorise } from '../settings.ts';
import { tokenFits } from './form-token.ts';
import { hiddenTextAddress, hiddenTextForm, hiddenTextPath, publicTextListPage, readState } from './public-text-list-page.ts';
import { publicTextMessages } from './public-text.messages.ts';
import { publicTextForm, publicTextLimits, type PublicTextError } from './public-text-section.ts';
import { reportPage } from './report-page.ts';
import { officerOf } from './staff-page.ts';

export function addPublicTextRoutes(
  { hono }: Routes,
  reports: Reports,
  authorise: Authorise,
  rowOf: (context: GatewayContext) => Promise<ReportRow>,
): void {
  const { ground } = reports;

  hono.get(hiddenTextPath, async (context) =>
    publicTextListPage(reports, await officerOf(authorise, context), readState(context.req.query('state'))),
  );

  hono.post(hiddenTextPath, async (context) => {
    const request = await officerOf(authorise, context);
    const { officer } = request;
    const fields = await readForm(context);
    const language = context.get('language');
    const state = readState(fields['state']);
    const say = publicTextMessages.say;
    const decision = decisionOf(fields);
    if (!tokenFits(ground, officer, hiddenTextForm, fields['token']) || decision === undefined)
      return publicTextListPage(reports, request, state, { notice: say('stale', language) });
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
    return context.redirect(`${hiddenTextAddress(reports, state, language)}&${decision}=${decided}`, 303);
  });

  // The links to the other language lead here from a page that answered a form.
  hono.get('/staff/reports/:reference/public-text', async (context) => {
    await officerOf(authorise, context);
    const { reference } = await rowOf(context);
    return context.redirect(ground.site.path(`/staff/reports/${reference}?lang=${context.get('language')}`), 303);
  });

  hono.post('/staff/reports/:reference/public-text', async (context) => {
    const request = await officerOf(authorise, context);
    const { officer } = request;
    const row = await rowOf(context);
    const { reference } = row;
    const fields = await readForm(context);
    const language = context.get('language');
    const say = publicTextMessages.say;
    const texts = {
      description: cleanLines(textOf(fields, 'public-description')),
      address: cleanLine(textOf(fields, 'public-place')),
    };
    const decision = decisionOf(fields);
    if (!tokenFits(ground, officer, publicTextForm(reference), fields['token']) || decision === undefined)
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
    return context.redirect(ground.site.path(`/staff/reports/${reference}?decided=1&lang=${language}`), 303);
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

function textOf(fields: FormFields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}
