/** An officer's request: who asks, and everything that a staff page is made of. */
import { cutText, type Language } from '@council-kit/core';
import { backLinkTemplate, pageTitle } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { FormFields } from '../http/body.ts';
import { htmlResponse } from '../pages/html-response.ts';
import { PageStyles } from '../pages/page-styles.ts';
import type { GatewayContext, Secrets, Site } from '../service.ts';
import { formToken, tokenFits } from './form-token.ts';
import { hasRole, type Officer } from './officer.ts';
import { staffMessages } from './staff.messages.ts';
import { staffStyles } from './staff.styles.ts';

/** Words, in the language that is read. */
export type Words = (language: Language) => string;

/** A page that the navigation leads to. The path is without the gateway's own mount path. */
export interface StaffLink {
  readonly text: Words;
  readonly path: string;
}

/** The staff pages of one service. */
export interface StaffArea {
  /** What officers call it: "Reports". */
  readonly name: Words;
  /** Its first page, without the gateway's own mount path. */
  readonly path: string;
  /** The role that its pages need, unless a page names another. Unique in a gateway: begins with the service's name. */
  readonly role: string;
  /** Its lists, for the navigation above each of them. */
  readonly lists?: readonly StaffLink[];
  /** What its pages need beside the elements' style sheet. Whoever makes it serves it. */
  readonly styles?: PageStyles;
}

/** What goes into a staff page. */
export interface StaffPage {
  readonly title: string;
  readonly body: TemplateResult;
  /** 200 unless given. */
  readonly status?: number;
  /** Whether it shows errors: its title says so. */
  readonly error?: boolean;
  /** The link above the page. A page without one has the navigation instead. */
  readonly back?: { readonly text: string; readonly href: string };
  /** The path of the list that this page is. */
  readonly here?: string;
  /** Seconds after which the browser loads the page again. */
  readonly refreshSeconds?: number;
}

/** The style sheet of {@link StaffRequest.page}. */
export const framePageStyles = new PageStyles('/staff.css', staffStyles);

export interface StaffRequestParts {
  readonly context: GatewayContext;
  readonly officer: Officer;
  readonly site: Site;
  readonly secrets: Secrets;
  readonly area: StaffArea;
  /** The areas that this officer may open, this one too. */
  readonly areas: readonly StaffArea[];
}

/** An officer's request for a page. */
export class StaffRequest {
  readonly context: GatewayContext;
  readonly officer: Officer;
  readonly language: Language;
  readonly #parts: StaffRequestParts;

  constructor(parts: StaffRequestParts) {
    this.context = parts.context;
    this.officer = parts.officer;
    this.language = parts.context.get('language');
    this.#parts = parts;
  }

  /** Whether the officer has a role: to show a button only to those who may press it. */
  may(role: string): boolean {
    return hasRole(this.officer, role);
  }

  /** The address of a page of this gateway, in the language that is being read. */
  href(path: string, query: Readonly<Record<string, string>> = {}): string {
    return this.#parts.site.path(`${path}?${new URLSearchParams({ ...query, lang: this.language }).toString()}`);
  }

  /** Leads the browser on after a form was sent. */
  redirect(path: string, query: Readonly<Record<string, string>> = {}): Response {
    return this.context.redirect(this.href(path, query), 303);
  }

  /** A form that changes something, with the token that {@link StaffForm.fits} checks. */
  form(path: string, content: TemplateResult, fields: Readonly<Record<string, string>> = {}): TemplateResult {
    return html`<form method="post" action=${this.href(path)} novalidate>
      <input type="hidden" name="token" value=${formToken(this.#parts.secrets, this.officer, path)} />
      ${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name=${name} value=${value} />`)}${content}
    </form>`;
  }

  /** The fields of the form that this request sent. */
  sent(fields: FormFields): StaffForm {
    return new StaffForm(fields, tokenFits(this.#parts.secrets, this.officer, this.context.req.path, fields['token']));
  }

  /** A page in the council's layout. No cache keeps it and no search engine lists it. */
  page({ title, body, status = 200, error = false, back, here, refreshSeconds }: StaffPage): Response {
    const { language, context } = this;
    const { site, area } = this.#parts;
    const inLanguage = (other: string): string => {
      const url = new URL(context.req.url);
      url.searchParams.set('lang', other);
      return site.path(`${context.req.path}${url.search}`);
    };
    const page = site.page({
      language,
      title: error ? pageTitle({ title, error, lang: language }) : title,
      body: html`${framePageStyles.link(site)}${area.styles?.link(site) ?? nothing}${back ? nothing : this.#navigation(here)} ${body}
        <p class="council-hint council-staff-officer">${staffMessages.say('signed-in', language, { name: this.officer.name })}</p>`,
      ...(back ? { beforeContent: backLinkTemplate({ ...back, lang: language }) } : {}),
      languageLinks: Object.fromEntries(site.languages.map((each) => [each, inLanguage(each)])),
    });
    const headers = new Headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
    if (refreshSeconds !== undefined) headers.set('Refresh', String(refreshSeconds));
    return htmlResponse(page, { status, language, headers });
  }

  /** The areas that the officer may open, if there are several, and the lists of this one. */
  #navigation(here: string | undefined): TemplateResult | typeof nothing {
    const { area, areas } = this.#parts;
    const links = (list: readonly StaffLink[], current: string | undefined, as: 'page' | 'true') =>
      list.length < 2
        ? nothing
        : html`<ul>
            ${list.map(
              ({ text, path }) =>
                html`<li>
                  <a class="council-link" href=${this.href(path)} aria-current=${path === current ? as : nothing}>${text(this.language)}</a>
                </li>`,
            )}
          </ul>`;
    const all = areas.map(({ name, path }) => ({ text: name, path }));
    const { lists = [] } = area;
    if (all.length < 2 && lists.length < 2) return nothing;
    return html`<nav class="council-staff-navigation council-body" aria-label=${staffMessages.say('staff-pages', this.language)}>
      ${links(all, area.path, lists.length < 2 ? 'page' : 'true')} ${links(lists, here, 'page')}
    </nav>`;
  }
}

/** What an officer's form sent. */
export class StaffForm {
  readonly fields: FormFields;
  /** Whether this officer was given the form, for this address. One that does not fit changes nothing. */
  readonly fits: boolean;

  constructor(fields: FormFields, fits: boolean) {
    this.fields = fields;
    this.fits = fits;
  }

  /** A field's text, cut to `most` UTF-16 code units. Empty for a field that is missing or comes several times. */
  text(name: string, most = 200): string {
    const value = this.fields[name];
    return typeof value === 'string' ? cutText(value, most, 'code-units') : '';
  }
}
