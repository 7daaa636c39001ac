import { backLinkTemplate, pageTitle } from '@council-kit/elements/templates.js';
import { htmlResponse, Problem, type GatewayContext } from '@council-kit/gateway';
import { html, type TemplateResult } from 'lit';
import { pageStyles } from '../pages/page-styles.ts';
import type { Reports } from '../reports.ts';
import type { Authorise, Officer } from '../settings.ts';
import { staffMessages } from './staff.messages.ts';

/** An officer's request. */
export interface StaffRequest {
  readonly context: GatewayContext;
  readonly officer: Officer;
}

/**
 * Who is asking.
 *
 * @throws Problem 403 where it is nobody of the council's
 */
export async function officerOf(authorise: Authorise, context: GatewayContext): Promise<StaffRequest> {
  const officer = await authorise(context.req.raw);
  if (officer) return { context, officer };
  throw new Problem({
    status: 403,
    code: 'staff_only',
    title: { en: 'This page is for the council’s staff', cy: 'Mae’r dudalen hon ar gyfer staff y cyngor' },
    detail: {
      en: 'Sign in with the council’s account, then open it again.',
      cy: 'Mewngofnodwch gyda chyfrif y cyngor, yna agorwch hi eto.',
    },
  });
}

/** The link above a page that leads to the list. */
export function backToReports({ ground: { site } }: Reports, language: string): TemplateResult {
  return backLinkTemplate({
    text: staffMessages.say('back', language),
    href: site.path(`/staff/reports?lang=${language}`),
    lang: language,
  });
}

/** A staff page in the council's layout. Kept by nobody, indexed by nobody. */
export function staffPage(
  { ground: { site } }: Reports,
  { context, officer }: StaffRequest,
  title: string,
  body: TemplateResult,
  options: { readonly error?: boolean; readonly status?: number; readonly beforeContent?: TemplateResult } = {},
): Response {
  const language = context.get('language');
  const here = (other: string): string => {
    const url = new URL(context.req.url);
    url.searchParams.set('lang', other);
    return site.path(`${context.req.path}${url.search}`);
  };
  const page = site.page({
    language,
    title: options.error ? pageTitle({ title, error: true, lang: language }) : title,
    body: html`${pageStyles(site)}${body}
      <p class="council-hint">${staffMessages.say('signed-in', language, { name: officer.name })}</p>`,
    ...(options.beforeContent ? { beforeContent: options.beforeContent } : {}),
    languageLinks: Object.fromEntries(site.languages.map((each) => [each, here(each)])),
  });
  return htmlResponse(page, {
    status: options.status ?? 200,
    language,
    headers: { 'cache-control': 'no-store', 'x-robots-tag': 'noindex' },
  });
}
