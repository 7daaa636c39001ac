import type { FieldError, Language } from '@council-kit/core';
import { buttonTemplate, notificationBannerTemplate, pageTitle } from '@council-kit/elements/templates.js';
import { htmlResponse, type GatewayContext } from '@council-kit/gateway';
import { html, nothing } from 'lit';
import type { Journey } from '../definition.ts';
import { pageAt } from '../engine/answer-page.ts';
import { answerOf, asSpecial, specialKind } from '../engine/answers.ts';
import { checkAddress } from '../engine/addresses.ts';
import { type Progress } from '../engine/progress.ts';
import { formFields, givenOn } from '../engine/form-fields.ts';
import { outlineOf } from '../engine/service.ts';
import type { Walk } from '../engine/walk.ts';
import { confirmationPage } from '../page/confirmation-page.ts';
import * as further from '../page/further-pages.ts';
import { formTemplate } from '../page/form.template.ts';
import { obstaclePage, type Obstacle } from '../page/obstacle-page.ts';
import { journeyMessages } from '../journey.messages.ts';
import { showPage } from '../page/show-page.ts';
import type { JourneyPage, PageView } from '../page/view.ts';
import type { SpecialKinds } from '../special.ts';
import type { Opened } from './browser-drafts.ts';
import { formBarTemplate } from './form-bar.template.ts';
import type { RequestOptions } from './journey-request.ts';
import type { ServerDraft } from './server-draft.ts';
import { serverMessages } from './server.messages.ts';

/**
 * Every address after the first is one person's, and another for each visit: search engines must neither list it nor look for more behind
 * it. A header and not a robots.txt, which only the root of a host can have: gateways are mounted under paths.
 * https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
 */
const notForRobots = { 'X-Robots-Tag': 'noindex, nofollow' };

/** A journey and where answers lead in it. */
export interface Walked {
  readonly journey: Journey;
  readonly walk: Walk;
}

/** How a page is shown. */
export interface ShowOptions {
  readonly status?: number;
  readonly errors?: readonly FieldError[];
  readonly notice?: string;
  readonly changing?: boolean;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** What a request is answered with: a page, or the way to another. */
export class JourneyResponses {
  readonly #options: RequestOptions;
  readonly #context: GatewayContext;
  readonly #specials: SpecialKinds;
  readonly #address: string;

  /** @param address of the page the request is about */
  constructor(options: RequestOptions, context: GatewayContext, address: string) {
    this.#options = options;
    this.#context = context;
    this.#specials = options.service.specials ?? {};
    this.#address = address;
  }

  #view(opened: Opened | undefined, journey: Journey, language: string, options: ShowOptions = {}, address = this.#address): PageView {
    const { site } = this.#options.ground;
    const base = `${this.#options.path}${opened ? `/${opened.path}` : ''}`;
    return {
      address,
      journey,
      specials: this.#specials,
      language,
      languages: site.languages,
      enhanced: false,
      errors: options.errors ?? [],
      changing: options.changing ?? false,
      data: {},
      href: (address, changing = false) =>
        address === '' ? site.path(this.#options.path) : site.path(`${base}/${address}${changing ? '?change=1' : ''}`),
      action: site.path(`${base}/${address}`),
      hidden: { ...(opened ? { [formFields.token]: opened.kept.csrfToken } : {}), ...options.hidden },
      notice: options.notice === undefined ? undefined : notificationBannerTemplate({ text: options.notice, lang: language }),
      choices: further.choicesTemplate,
      further,
    };
  }

  /** A page that these answers lead to, with what its special questions load. */
  async page(
    opened: Opened,
    { journey, walk: walked }: Walked,
    progress: Progress,
    address: string,
    options: ShowOptions = {},
  ): Promise<Response> {
    const { language } = opened.draft;
    const page = pageAt(walked, address);
    const data: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const question of page?.kind === 'step' ? page.questions : []) {
      if (page?.kind !== 'step' || question.kind !== 'special') continue;
      const answer = asSpecial(answerOf(question, givenOn(page, progress.answers), this.#specials));
      const context = { question, answers: page.answers, language, signal: this.#context.req.raw.signal, answer };
      data[question.name] = await specialKind(question.special, this.#specials)
        .load?.(context)
        .catch(() => undefined);
    }
    const view = { ...this.#view(opened, journey, language, options, address), data };
    const has = { form: true, answers: page?.kind === 'step' };
    return this.#respond(showPage(address, walked, progress.answers, view), view, options.status ?? 200, opened, has);
  }

  /** The page that tells it was received. */
  confirmation(opened: Opened, { accepted, language }: ServerDraft): Response {
    const journey = outlineOf(this.#options.service);
    const view = this.#view(opened, journey, language);
    return this.#respond(confirmationPage(accepted ?? { reference: '' }, view, this.#options.confirmation), view, 200, opened, {
      form: true,
    });
  }

  /**
   * Goes on at another address. One of another site is a link on a page: a form's answer may not lead off our own origin
   * (`form-action 'self'`, https://www.w3.org/TR/CSP3/#directive-form-action).
   */
  elsewhere(opened: Opened, href: string): Response {
    const { site } = this.#options.ground;
    const url = new URL(href, site.origin);
    if (url.origin === new URL(site.origin).origin) return this.#see(opened, href);
    const { language } = opened.draft;
    const view = this.#view(opened, outlineOf(this.#options.service), language);
    const title = serverMessages.say('elsewhere-title', language, { host: url.host });
    const content = html`<h1 class="council-heading-l">${title}</h1>
      <p class="council-body">${serverMessages.say('elsewhere', language)}</p>
      ${buttonTemplate({ href, text: journeyMessages.say('continue', language) })}`;
    return this.#respond({ title, body: formTemplate(view, content, nothing) }, view, 200, opened, { form: true });
  }

  /** There is no draft: it expired, or the browser keeps no cookie. */
  nothingHere(why: 'expired' | 'cookies'): Response {
    const language = this.#context.get('language');
    const title = serverMessages.say(`${why}-title`, language);
    return this.obstacle({ title, text: serverMessages.say(why, language), start: serverMessages.say('start', language) }, 403);
  }

  /** What stands in the way. */
  obstacle(obstacle: Obstacle, status: number, opened?: Opened, retryAfter?: number): Response {
    const view = this.#view(opened, outlineOf(this.#options.service), opened?.draft.language ?? this.#context.get('language'));
    const back = opened && this.#address === checkAddress ? view.href(checkAddress) : undefined;
    const response = this.#respond(obstaclePage(obstacle, back, view), view, status, opened, { form: obstacle.again !== undefined });
    if (retryAfter !== undefined) response.headers.set('Retry-After', String(retryAfter));
    return response;
  }

  #respond(
    page: JourneyPage,
    view: PageView,
    status: number,
    opened: Opened | undefined,
    { form, answers = false }: { readonly form: boolean; readonly answers?: boolean },
  ): Response {
    const { site } = this.#options.ground;
    const language = view.language as Language;
    const title = pageTitle({
      title: page.title,
      error: view.errors.length > 0,
      lang: language,
      titleSuffix: outlineOf(this.#options.service).title[language],
    });
    const document = site.page({
      language,
      title,
      beforeContent: form || page.back !== undefined ? formBarTemplate(page, view, { form, answers }) : undefined,
      body: page.body,
      scripts: this.#options.scripts,
    });
    const headers = new Headers(notForRobots);
    if (opened?.cookie) headers.append('Set-Cookie', opened.kept.setCookie);
    return htmlResponse(document, { status, language, headers });
  }

  /** To another page, by GET. */
  redirect(opened: Opened, address: string, query: Readonly<Record<string, string>> = {}, cookies?: readonly string[]): Response {
    const search = new URLSearchParams(query).toString();
    const page = `${this.#options.path}/${opened.path}/${address === '' ? 'start' : address}${search === '' ? '' : `?${search}`}`;
    return this.#see(opened, this.#options.ground.site.path(page), cookies);
  }

  #see({ kept, cookie }: Opened, location: string, cookies: readonly string[] = cookie ? [kept.setCookie] : []): Response {
    const headers = new Headers({ ...notForRobots, Location: location, 'Cache-Control': 'no-store' });
    for (const each of cookies) headers.append('Set-Cookie', each);
    return new Response(null, { status: 303, headers });
  }
}
