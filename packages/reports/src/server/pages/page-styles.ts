import type { Routes, Site } from '@council-kit/gateway';
import { html, type TemplateResult } from 'lit';
import { reportIssueStyles } from '../../report-issue/report-issue.styles.ts';
import { reportStatusStyles } from '../../report-status/report-status.styles.ts';
import { staffStyles } from '../staff/staff.styles.ts';

const path = '/report.css';

/** The link to what our pages bring beside the elements' style sheet, which the council's layout has. Allowed in the body: https://html.spec.whatwg.org/#body-ok */
export function pageStyles(site: Site): TemplateResult {
  return html`<link rel="stylesheet" href=${site.path(path)} />`;
}

/** Serves it. */
export function addPageStyles({ hono }: Routes): void {
  const css = `${reportIssueStyles.cssText}\n${reportStatusStyles.cssText}\n${staffStyles.cssText}`;
  hono.get(
    path,
    () => new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' } }),
  );
}
