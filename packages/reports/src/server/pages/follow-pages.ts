/** Following a report, as plain pages. */
import { cutText } from '@council-kit/core';
import { htmlResponse, type GatewayContext, type Routes } from '@council-kit/gateway';
import { pageTitle } from '@council-kit/elements/templates.js';
import { html, type TemplateResult } from 'lit';
import * as v from 'valibot';
import type { FollowedReport } from '../../contract/report.ts';
import { reportStatusMessages } from '../../report-status/report-status.messages.ts';
import { referenceFormTemplate, reportStatusTemplate } from '../../report-status/report-status.template.ts';
import { readReference } from '../../rules/reference.ts';
import { findReport } from '../records/reports.ts';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { pageStyles } from './page-styles.ts';

const path = '/reports/follow';

/** Whether a browser goes to the address, rather than a program asking for data. */
export function wantsPage(context: GatewayContext): boolean {
  const accept = context.req.header('accept') ?? '';
  const page = accept.indexOf('text/html');
  const json = accept.indexOf('json');
  return page !== -1 && (json === -1 || page < json);
}

/** `GET /reports/follow`: a form for the reference; with one, on to the report's own address. */
export function addFollowPages(routes: Routes, reports: Reports): void {
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();
  routes.operation(
    {
      method: 'get',
      path,
      summary: 'The page that asks for a reference',
      description: 'With `reference`, leads to the report’s page; says so where there is none.',
      tags: ['Pages'],
      query: v.object({ reference: v.optional(v.union([v.string(), v.array(v.string())])), lang: v.optional(v.unknown()) }),
      responses: { 200: { description: 'A page', contentTypes: ['text/html'] }, 303: { description: 'To the report' } },
    },
    async ({ query, context }) => {
      const written = [query.reference ?? []].flat()[0];
      if (written === undefined) return askForReference(reports, context);
      const language = context.get('language');
      const say = reportStatusMessages.say;
      if (written.trim() === '') return askForReference(reports, context, { written, error: say('empty', language) });
      const reference = readReference(written);
      if (reference === undefined) return askForReference(reports, context, { written, error: say('wrong', language) });
      if (!(await findReport(db, reference))) return askForReference(reports, context, { written, error: say('not-found', language) });
      return context.redirect(ground.site.path(`/reports/${reference}?lang=${language}`), 303);
    },
  );
}

function askForReference(
  { ground }: Reports,
  context: GatewayContext,
  wrong?: { readonly written: string; readonly error: string },
): Response {
  const language = context.get('language');
  const body = referenceFormTemplate({
    language,
    action: ground.site.path(path),
    value: wrong && cutText(wrong.written, 100, 'code-units'),
    error: wrong?.error,
  });
  return page(ground, context, reportStatusMessages.say('title', language), body, {
    error: wrong !== undefined,
    status: wrong ? 422 : 200,
  });
}

/** The report as a page. */
export function followPage({ ground }: Reports, context: GatewayContext, report: FollowedReport): Response {
  const language = context.get('language');
  const say = reportStatusMessages.say;
  const body = html`${reportStatusTemplate(report, language)}
    <p class="council-body">
      <a class="council-link" href=${ground.site.path(`${path}?lang=${language}`)}>${say('another', language)}</a>
    </p>`;
  return page(ground, context, say('heading', language, { reference: report.reference }), body);
}

function page(
  { site }: Reports['ground'],
  context: GatewayContext,
  title: string,
  body: TemplateResult,
  options: { readonly error?: boolean; readonly status?: number } = {},
): Response {
  const language = context.get('language');
  const here = (other: string): string => {
    const url = new URL(context.req.url);
    url.searchParams.set('lang', other);
    return site.path(`${context.req.path}${url.search}`);
  };
  const whole = options.error ? pageTitle({ title, error: true, lang: language }) : title;
  return htmlResponse(
    site.page({
      language,
      title: whole,
      body: html`${pageStyles.link(site)}${body}`,
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, here(each)])),
    }),
    { status: options.status ?? 200, language },
  );
}
