import { inLanguage } from '@council-kit/core';
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
  type CreatedReport,
  type Nearby,
  type Place,
} from '../contract/report.ts';
import { serviceKindsSchema } from '../contract/service-kind.ts';
import { readReference } from '../rules/reference.ts';
import { examineReport, keepReport, unacceptable } from './accept-report.ts';
import { datetime, followUrl, presentFollowed, presentReports } from './present.ts';
import { findReport, nearbyReports, updatesOf } from './records/reports.ts';
import type { ReportsTables } from './records/tables.ts';
import type { Reports } from './reports.ts';

const tags = ['Reports'];

/** No report has this reference: the same whether it never had, cannot have, or has been taken away. */
export function reportNotFound(): Problem {
  return new Problem({
    status: 404,
    code: 'report_not_found',
    title: { en: 'There is no report with this reference', cy: 'Nid oes adroddiad gyda’r cyfeirnod hwn' },
    detail: {
      en: 'Check the reference: it has ten letters and numbers, like 7Q2KM-9XH4T.',
      cy: 'Gwiriwch y cyfeirnod: mae ganddo ddeg llythyren a rhif, fel 7Q2KM-9XH4T.',
    },
  });
}

/** The gateway's own half of the contract: what the widget and the pages ask. */
export function addReportRoutes(routes: Routes, reports: Reports): void {
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();

  routes.operation(
    {
      method: 'get',
      path: '/reports/services',
      summary: 'The kinds of report with all their questions, in both languages',
      description: 'The same as the Open311 service list and definitions, in one answer that can be kept for when the signal goes.',
      tags,
      anyOrigin: true,
      responses: { 200: { description: 'The kinds', schema: serviceKindsSchema } },
    },
    ({ context }) => context.json({ services: reports.kinds }, 200, { 'cache-control': 'public, max-age=300' }),
  );

  routes.operation(
    {
      method: 'post',
      path: '/reports',
      summary: 'Report a problem',
      description: 'Answers 201 once the report is on disk. With an Idempotency-Key the same report is kept once, however often it is sent.',
      tags,
      body: newReportSchema,
      responses: { 201: { description: 'The report is kept', schema: createdReportSchema } },
    },
    async ({ body, context, once }) => {
      const arrival = { language: context.get('language'), source: 'web', demands: { description: true } } as const;
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

  const nearby = async (question: v.InferOutput<typeof nearbyQuerySchema>, context: GatewayContext): Promise<Response> => {
    const rows = await nearbyReports(db, { ...question, serviceCode: question.service_code });
    const presented = await presentReports(reports, rows, context.get('language'));
    const answer: Nearby = { reports: presented.map(({ row, ...report }) => ({ ...report, distance: Math.round(row.distance) })) };
    return context.json(answer, 200, { 'cache-control': 'no-store' });
  };
  const nearbyResponses = { 200: { description: 'Open reports, nearest first', schema: nearbySchema } };
  routes.operation(
    { method: 'get', path: '/reports/nearby', summary: 'Open reports near a position', tags, anyOrigin: true, query: nearbyQuerySchema, responses: nearbyResponses },
    ({ query, context }) => nearby(query, context),
  );
  routes.operation(
    {
      method: 'post',
      path: '/reports/nearby',
      summary: 'Open reports near a position, asked without the position in the address',
      description: 'A resident’s own position is personal: addresses are kept in histories and logs, bodies are not.',
      tags,
      body: nearbyQuerySchema,
      responses: nearbyResponses,
    },
    ({ body, context }) => nearby(body, context),
  );

  const place = (position: v.InferOutput<typeof placeQuerySchema>, context: GatewayContext): Response => {
    const language = context.get('language');
    const described = reports.map.describe(position);
    const answer: Place = {
      description: inLanguage(described.words, language),
      inside: described.inside,
      ...(described.ward ? { ward: described.ward } : {}),
      ...(described.street ? { street: described.street } : {}),
      ...(described.neighbour
        ? { neighbour: { name: inLanguage(described.neighbour.names, language), ...(described.neighbour.url ? { url: described.neighbour.url } : {}) } }
        : {}),
    };
    return context.json(answer, 200, { 'cache-control': 'no-store' });
  };
  const placeResponses = { 200: { description: 'The place', schema: placeSchema } };
  routes.operation(
    { method: 'get', path: '/reports/place', summary: 'What is at a position, in words', tags, anyOrigin: true, query: placeQuerySchema, responses: placeResponses },
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
      responses: { 200: { description: 'The report', schema: followedReportSchema } },
    },
    async ({ params, context }) => {
      const reference = readReference(params.reference);
      const row = reference === undefined ? undefined : await findReport(db, reference);
      if (!row) throw reportNotFound();
      const followed = await presentFollowed(reports, row, await updatesOf(db, row.reference), context.get('language'));
      return context.json(followed, 200, { 'cache-control': 'no-store' });
    },
  );
}
