import { Problem, type GatewayContext, type Routes } from '@council-kit/gateway';
import * as v from 'valibot';
import {
  createdReportSchema,
  followedReportSchema,
  nearbyQuerySchema,
  nearbySchema,
  newReportSchema,
  placeQuerySchema,
  placeSchema,
  nearbyQuestionSchema,
  type CreatedReport,
  type NearbyQuestion,
} from '../contract/report.ts';
import { reportFormSchema } from '../contract/report-form.ts';
import { readReference } from '../rules/reference.ts';
import { compressed } from './compressed.ts';
import { examineReport, keepReport, unacceptable } from './accept-report.ts';
import type { Position } from '../rules/distance.ts';
import { followPage, wantsPage } from './pages/follow-pages.ts';
import { describePlace, findNearby } from './place/look-up.ts';
import { datetime, followUrl, presentFollowed } from './present.ts';
import { findReport, updatesOf } from './records/reports.ts';
import type { ReportsTables } from './records/tables.ts';
import { formOf, type Reports } from './reports.ts';

const tags = ['Reports'];

/** No report has this reference: the same whether it never had, cannot have, or has been taken away. */
export function reportNotFound(): Problem {
  return new Problem({
    status: 404,
    code: 'report_not_found',
    title: { en: 'We cannot find a report with this reference', cy: 'Ni allwn ddod o hyd i adroddiad â’r cyfeirnod hwn' },
    detail: {
      en: 'Check the reference. It has 10 letters and numbers, like 7Q2KM-9XH4Y.',
      cy: 'Gwiriwch y cyfeirnod: mae ganddo ddeg llythyren a rhif, fel 7Q2KM-9XH4Y.',
    },
  });
}

/** The gateway's own half of the contract: what the widget and the pages ask. */
export function addReportRoutes(routes: Routes, reports: Reports): void {
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();
  const form = compressed(JSON.stringify(formOf(reports)), { maxAge: 300, public: true, contentType: 'application/json' });
  const map = compressed(reports.mapFile, { maxAge: 3600, public: true, contentType: 'application/geo+json' });

  routes.operation(
    {
      method: 'get',
      path: '/reports/form',
      summary: 'The journey as data, in both languages',
      description:
        'The Open311 services with all their questions, and what else the form asks, in one answer that can be kept for when the signal goes.',
      tags,
      // Not of any origin: a page that may not send should not get to ask.
      responses: { 200: { description: 'The form', schema: reportFormSchema } },
    },
    ({ context }) => form(context),
  );

  routes.operation(
    {
      method: 'get',
      path: '/reports/map',
      summary: 'The council’s own map, as GeoJSON',
      description: 'Each feature’s property `kind` is boundary, ward, street, park or water.',
      tags,
      anyOrigin: true,
      responses: {
        200: {
          description: 'A feature collection',
          contentTypes: ['application/geo+json'],
          schema: v.looseObject({ type: v.literal('FeatureCollection') }),
        },
      },
    },
    ({ context }) => map(context),
  );

  routes.operation(
    {
      method: 'post',
      path: '/reports',
      summary: 'Report a problem',
      description:
        'Answers 201 once the report is on disk. With an Idempotency-Key the same report is kept once, however often it is sent.',
      tags,
      body: newReportSchema,
      responses: { 201: { description: 'The report is kept', schema: createdReportSchema } },
    },
    async ({ body, context, once }) => {
      const arrival = { language: context.get('language'), source: 'web', demands: { description: true, otherAttributes: false } } as const;
      return once<ReportsTables>(async (trx) => {
        const examined = await examineReport(reports, trx, body, arrival);
        if ('errors' in examined) throw unacceptable(examined.errors);
        const reference = await keepReport(reports, trx, examined, arrival);
        const created: CreatedReport = {
          reference,
          status: 'open',
          requested_datetime: datetime(ground.clock.now().getTime()),
          follow_url: followUrl(reports, reference),
        };
        return { status: 201, body: created, headers: { location: ground.site.url(`/reports/${reference}`) } };
      });
    },
  );

  const nearby = async (question: NearbyQuestion, context: GatewayContext): Promise<Response> =>
    context.json(await findNearby(reports, question, context.get('language')), 200, { 'cache-control': 'no-store' });
  const nearbyResponses = { 200: { description: 'Open reports, nearest first', schema: nearbySchema } };
  routes.operation(
    {
      method: 'get',
      path: '/reports/nearby',
      summary: 'Open reports near a position',
      tags,
      anyOrigin: true,
      query: nearbyQuerySchema,
      responses: nearbyResponses,
    },
    ({ query, context }) => nearby(query, context),
  );
  routes.operation(
    {
      method: 'post',
      path: '/reports/nearby',
      summary: 'Open reports near a position, asked without the position in the address',
      description: 'A resident’s own position is personal: addresses are kept in histories and logs, bodies are not.',
      tags,
      body: nearbyQuestionSchema,
      responses: nearbyResponses,
    },
    ({ body, context }) => nearby(body, context),
  );

  const place = (position: Position, context: GatewayContext): Response =>
    context.json(describePlace(reports, position, context.get('language')), 200, { 'cache-control': 'no-store' });
  const placeResponses = { 200: { description: 'The place', schema: placeSchema } };
  routes.operation(
    {
      method: 'get',
      path: '/reports/place',
      summary: 'What is at a position, in words',
      tags,
      anyOrigin: true,
      query: placeQuerySchema,
      responses: placeResponses,
    },
    ({ query, context }) => place(query, context),
  );
  routes.operation(
    {
      method: 'post',
      path: '/reports/place',
      summary: 'What is at a position, in words, asked without the position in the address',
      tags,
      body: placeQuerySchema,
      responses: placeResponses,
    },
    ({ body, context }) => place(body, context),
  );

  routes.operation(
    {
      method: 'get',
      path: '/reports/:reference',
      summary: 'Follow a report',
      description: 'Its status and the council’s updates. Nothing of the person who made it.',
      tags,
      anyOrigin: true,
      params: v.object({ reference: v.string() }),
      responses: {
        200: {
          description: 'The report; as a page for browsers',
          schema: followedReportSchema,
          contentTypes: ['application/json', 'text/html'],
        },
      },
    },
    async ({ params, context }) => {
      const reference = readReference(params.reference);
      const row = reference === undefined ? undefined : await findReport(db, reference);
      if (!row) throw reportNotFound();
      const followed = await presentFollowed(reports, row, await updatesOf(db, row.reference), context.get('language'));
      if (wantsPage(context)) return followPage(reports, context, followed);
      return context.json(followed, 200, { 'cache-control': 'no-store', vary: 'Accept' });
    },
  );
}
