import { cleanLines, isLongerThan } from '@council-kit/core';
import { letOthersPass, type KeptAnswer, type Routes } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { updateLimit, updateUnit } from '../../contract/limits.ts';
import { readStatus } from '../../contract/status.ts';
import { readReference } from '../../rules/reference.ts';
import { datetime } from '../present.ts';
import { addUpdate } from '../records/reports.ts';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { formats, open311List, open311Response, type Value } from './format.ts';
import { checkJurisdiction, checkKey, moment, text } from './parameters.ts';
import { open311Problems, presentOpen311Problem } from './problems.ts';
import { contentTypes, looseQuery, tags } from './service-routes.ts';

const most = 1000;
/** Updates written at a time. */
const slice = 200;
/** What an answer costs of the client's rate limit: one for so many updates. */
const updatesPerRequest = 40;

/**
 * mySociety's extension for updates: https://github.com/mysociety/FixMyStreet/wiki/Open311-FMS---Proposed-differences-to-Open311
 */
export function addUpdateRoutes(routes: Routes, reports: Reports): void {
  const { settings, ground } = reports;
  const db = ground.store.db<ReportsTables>();

  for (const format of formats) {
    const path = `/open311/v2/servicerequestupdates.${format}`;
    routes.operation(
      {
        method: 'get',
        path,
        summary: 'Updates of reports',
        description: `Public updates from start_date to end_date, oldest first, ${most} at most; the last day’s unless told.`,
        tags,
        anyOrigin: true,
        query: looseQuery,
        responses: { 200: { description: 'Updates', contentTypes } },
        presentProblem: presentOpen311Problem,
      },
      async ({ query, context }) => {
        checkJurisdiction(settings, query);
        const language = context.get('language');
        const end = moment(query, 'end_date', language);
        const start = moment(query, 'start_date', language) ?? (end ?? ground.clock.now().getTime()) - 86_400_000;
        let updates = db.selectFrom('reports_update').selectAll().where('updated_at', '>=', start);
        if (end !== undefined) updates = updates.where('updated_at', '<=', end + 999);
        const rows = await updates.orderBy('updated_at').orderBy('position').limit(most).execute();
        context.get('spend')(rows.length / updatesPerRequest);
        await letOthersPass();
        async function* slices(): AsyncGenerator<readonly Value[]> {
          for (let from = 0; from < rows.length; from += slice) {
            if (from > 0) await letOthersPass();
            yield rows.slice(from, from + slice).map((update) => ({
              update_id: update.update_id,
              service_request_id: update.reference,
              status: update.status,
              updated_datetime: datetime(update.updated_at),
              description: update.description,
              media_url: '',
            }));
          }
        }
        return open311List(format, 'service_request_updates', slices(), { headers: { 'cache-control': 'no-store' } });
      },
    );

    routes.operation(
      {
        method: 'post',
        path,
        summary: 'Add an update to a report',
        description: 'Needs an api_key. An update_id is taken in once, however often it is sent. Everybody may read the description.',
        tags,
        body: v.looseObject({
          api_key: v.optional(v.unknown()),
          service_request_id: v.optional(v.unknown()),
          description: v.optional(v.unknown()),
        }),
        bodyTypes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
        responses: { 200: { description: 'The update is kept', contentTypes } },
        presentProblem: presentOpen311Problem,
      },
      async ({ body, context, once }) => {
        const language = context.get('language');
        checkJurisdiction(settings, body);
        checkKey(settings, body);
        const reference = readReference(text(body, 'service_request_id') ?? '');
        if (reference === undefined) throw open311Problems.requestUnknown();
        const description = cleanLines(text(body, 'description') ?? '');
        const missing = (name: string, en: string, cy: string) => open311Problems.parameter(name, en, cy, language);
        if (description === '') throw missing('description', 'was not provided', 'ni chafodd ei ddarparu');
        if (isLongerThan(description, updateLimit, updateUnit))
          throw missing('description', `must be ${updateLimit} characters or less`, `rhaid iddo fod yn ${updateLimit} nod neu lai`);
        const given = text(body, 'status');
        const status = given === undefined || /^unchanged$/i.test(given) ? undefined : readStatus(given);
        if (given !== undefined && status === undefined && !/^unchanged$/i.test(given)) {
          throw missing('status', 'is not a status that is known here', 'nid yw’n statws sy’n hysbys yma');
        }
        const at = moment(body, 'updated_datetime', language);
        const now = ground.clock.now();
        const externalId = text(body, 'update_id');
        const work = async (trx: Transaction<ReportsTables>): Promise<KeptAnswer> => {
          const added = await addUpdate(trx, {
            reference,
            status,
            description,
            // Nobody's clock is ahead of ours: an update from the future would hide those that follow.
            at: at === undefined || at > now.getTime() ? now : new Date(at),
            source: 'open311',
            ...(externalId === undefined ? {} : { externalId: `open311:${reference}:${externalId}` }),
          });
          if (!added) throw open311Problems.requestUnknown();
          return { status: 200, body: [{ update_id: added.updateId }] };
        };
        return once<ReportsTables>(work, ({ body: kept }) =>
          open311Response(format, 'service_request_updates', kept as Value, { headers: { 'cache-control': 'no-store' } }),
        );
      },
    );
  }
}
