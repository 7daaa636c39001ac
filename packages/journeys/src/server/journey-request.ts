import { randomInt } from 'node:crypto';
import type { FieldError, Language } from '@council-kit/core';
import { htmlResponse, Problem, type Draft, type GatewayContext } from '@council-kit/gateway';
import { backLinkTemplate, pageTitle } from '@council-kit/elements/templates.js';
import { html, nothing } from 'lit';
import type { Answers, Journey } from '../definition.ts';
import { actOnPage, answerPage, errorsByPage, keepPage, pageAt } from '../engine/answer-page.ts';
import { answerOf, asSpecial, specialKind } from '../engine/answers.ts';
import { checkPageWhole } from '../engine/check.ts';
import { checkAddress, confirmationAddress, firstMissing, reachable, unpass, type Progress } from '../engine/progress.ts';
import { actionOf, fileFieldNames, fileToValue, formFields, givenOn } from '../engine/read.ts';
import { journeyOf, outlineOf } from '../engine/service.ts';
import { walk, type Page, type Walk } from '../engine/walk.ts';
import { journeyMessages } from '../journey.messages.ts';
import { confirmationPage } from '../page/confirmation-page.ts';
import { notSent, obstaclePage, refused, unreachable, type Obstacle } from '../page/obstacle-page.ts';
import { showPage } from '../page/show-page.ts';
import type { JourneyPage, PageView } from '../page/view.ts';
import type { SpecialKinds } from '../special.ts';
import type { SubmitOutcome } from '../submission.ts';
import type { JourneyPagesOptions } from './journey-pages.ts';
import { serverMessages } from './server.messages.ts';
import { draftFrom, newDraft, storedDraft, type ServerDraft } from './server-draft.ts';

/** More drafts than this in one browser, and the oldest go: a cookie each, and servers refuse long headers. */
const mostDrafts = 8;
/** How long sending may take before the resident is told that nobody answered. */
const sendingTime = 10_000;

/** The draft a request is about, open. */
interface Opened {
  /** The draft's part of the path. */
  readonly path: string;
  readonly kept: Draft<unknown>;
  readonly draft: ServerDraft;
  /** The cookie is to be sent (again). */
  readonly cookie: boolean;
}

interface ShowOptions {
  readonly status?: number;
  readonly errors?: readonly FieldError[];
  readonly notice?: string;
  readonly changing?: boolean;
  readonly hidden?: Readonly<Record<string, string>>;
}

/** One request to a journey's pages. */
export class JourneyRequest {
  readonly #options: JourneyPagesOptions;
  readonly #context: GatewayContext;
  readonly #specials: SpecialKinds;
  readonly #signal: AbortSignal;

  constructor(options: JourneyPagesOptions, context: GatewayContext) {
    this.#options = options;
    this.#context = context;
    this.#specials = options.service.specials ?? {};
    this.#signal = context.req.raw.signal;
  }

  /** Begins a draft and leads to its first page. */
  async begin(): Promise<Response> {
    const opened = await this.#create(newDraft(this.#context.get('language')));
    const cookies = [opened.kept.setCookie, ...(await this.#forgetOldest())];
    return this.#redirect(opened, '', { start: '1' }, cookies);
  }

  /** Shows a page, or leads to the one that is to be done first. */
  async show(): Promise<Response> {
    const opened = await this.#open();
    const asked = this.#context.req.query('lang');
    if (opened === undefined) {
      return this.#nothingHere(this.#context.req.query('start') === undefined ? 'expired' : 'cookies');
    }
    const language = this.#options.ground.site.languages.find((each) => each === asked);
    const draft = language === undefined ? opened.draft : { ...opened.draft, language };
    const now = language === undefined ? opened : await this.#save(opened, draft);
    if (draft.accepted) return this.#address === confirmationAddress ? this.#confirmation(now, draft) : this.#redirect(now, confirmationAddress);
    return this.#attempt(now, undefined, async () => {
      const walked = await this.#walk(draft.progress, draft.language);
      const address = reachable(walked.walk, draft.progress, this.#address, { language: draft.language, specials: this.#specials });
      const changing = this.#context.req.query('change') !== undefined && address !== checkAddress;
      if (address !== this.#address) return this.#redirect(now, address, changing ? { change: '1' } : {});
      return this.#page(now, walked, draft.progress, address, { errors: draft.held[address === checkAddress ? '' : address], changing });
    });
  }

  /** Takes a page's form. */
  async take(): Promise<Response> {
    const opened = await this.#open();
    if (opened?.draft.accepted) return this.#redirect(opened, confirmationAddress);
    const form = await this.#form(opened);
    if (!(form instanceof FormData)) return form;
    if (opened === undefined) return this.#withoutDraft(form);
    if (!opened.kept.csrfTokenMatches(form.get(formFields.token))) return this.#withoutToken(opened, form);
    return this.#attempt(opened, form, () => this.#answer(opened, form));
  }

  async #answer(opened: Opened, form: FormData): Promise<Response> {
    const { service } = this.#options;
    const { draft } = opened;
    const context = { language: draft.language, signal: this.#signal };
    const address = this.#address;
    const changing = form.has(formFields.changing);
    const action = actionOf(form);
    const [kind, argument = ''] = action.split(':');
    const before = await this.#walk(draft.progress, draft.language);
    const page = pageAt(before.walk, address);

    if (kind === 'language') {
      const language = this.#options.ground.site.languages.find((each) => each === argument) ?? draft.language;
      const progress = keepPage(service, draft.progress, page, form);
      const saved = await this.#save(opened, { ...draft, language, progress });
      const walked = form.has(formFields.wrong) ? await this.#walk(progress, language) : undefined;
      const now = walked && pageAt(walked.walk, address);
      const errors = now && (await checkPageWhole(now, { ...context, language, specials: this.#specials }));
      if (walked && errors && errors.length > 0) return this.#page(saved, walked, progress, address, { status: 422, errors, changing });
      return this.#redirect(saved, address, changing ? { change: '1' } : {});
    }
    const refused = await this.#uploads(page, form, draft.language);
    if (refused.length > 0) {
      const progress = keepPage(service, draft.progress, page, form);
      return this.#page(await this.#save(opened, { ...draft, progress }), before, progress, address, { status: 422, errors: refused, changing });
    }
    // Trying again to see a page: there was no form to take.
    if (kind === 'retry' && address !== checkAddress) return this.#redirect(opened, address, changing ? { change: '1' } : {});
    const going = action === '' || kind === 'retry';
    if (going && address === checkAddress) return this.#send(opened, before.walk);
    const answered =
      going
        ? await answerPage(service, draft.progress, address, form, context)
        : await actOnPage(service, draft.progress, address, form, action, context);
    const { progress, errors } = answered;
    const held = errors.length === 0 && going ? Object.fromEntries(Object.entries(draft.held).filter(([each]) => each !== address)) : draft.held;
    const saved = await this.#save(opened, { ...draft, progress, held });
    if (errors.length === 0) return this.#redirect(saved, answered.address, changing && answered.address !== checkAddress ? { change: '1' } : {});
    return this.#page(saved, await this.#walk(progress, draft.language), progress, address, { status: 422, errors, changing });
  }

  async #send(opened: Opened, walked: Walk): Promise<Response> {
    const { draft } = opened;
    const { language, progress } = draft;
    const missing = firstMissing(walked, progress, { language, specials: this.#specials });
    if (missing !== checkAddress) return this.#redirect(opened, missing, { change: '1' });
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(sendingTime)]);
    const send = (answers: Answers): Promise<SubmitOutcome> =>
      this.#options.submit(answers, { idempotencyKey: draft.key, language, signal }).catch((error: unknown) => {
        this.#context.get('log').warn({ err: error }, 'journey could not be sent');
        return { kind: 'unreachable' };
      });
    let outcome = await send(walked.answers);
    if (outcome.kind === 'conflict' && draft.unconfirmed) outcome = await send(draft.unconfirmed);
    switch (outcome.kind) {
      case 'accepted': {
        const { accepted } = outcome;
        return this.#redirect(await this.#save(opened, { ...newDraft(language), key: draft.key, accepted }), confirmationAddress);
      }
      case 'errors': {
        const byPage = errorsByPage(walked, outcome.errors);
        // A key guards one body: corrected answers are another.
        let after: ServerDraft = { ...draft, key: crypto.randomUUID(), held: Object.fromEntries(byPage), unconfirmed: undefined };
        for (const address of byPage.keys()) after = { ...after, progress: unpass(after.progress, address) };
        const saved = await this.#save(opened, after);
        const first = walked.pages.find(({ address }) => byPage.has(address));
        if (first) return this.#redirect(saved, first.address, { change: '1' });
        const again = await this.#walk(after.progress, language);
        return this.#page(saved, again, after.progress, checkAddress, { status: 422, errors: byPage.get('') });
      }
      case 'refused':
        return this.#obstacle(refused(outcome.message, language), 422, opened);
      default:
        // It may have arrived: what was sent is kept, to be sent again as it was should other answers be refused for it.
        return this.#obstacle(notSent(language), 502, await this.#save(opened, { ...draft, unconfirmed: draft.unconfirmed ?? walked.answers }));
    }
  }

  /** The draft expired, or its cookie is gone: the step again with everything posted, in a new draft. */
  async #withoutDraft(form: FormData): Promise<Response> {
    // It was shown in a new draft already, and that one's cookie did not come back either.
    if (form.has(freshField)) return this.#nothingHere('cookies');
    if (this.#address === checkAddress) return this.#nothingHere('expired');
    const offered = this.#options.ground.site.languages;
    const language = offered.find((each) => each === form.get(formFields.language)) ?? this.#context.get('language');
    const opened = await this.#create(newDraft(language));
    return this.#withoutToken(opened, form, { [freshField]: '1' });
  }

  /** The form's token is not this draft's: the step again with everything posted and a fresh token. Nothing of it is kept. */
  #withoutToken(opened: Opened, form: FormData, hidden?: Readonly<Record<string, string>>): Promise<Response> {
    return this.#attempt(opened, form, async () => {
      const { draft } = opened;
      const { journey, walk: walked } = await this.#walk(draft.progress, draft.language);
      const progress = keepPage(this.#options.service, draft.progress, pageAt(walked, this.#address), form);
      const now = walk(journey, progress.answers, this.#specials);
      const address = this.#address === checkAddress || pageAt(now, this.#address) ? this.#address : (now.pages[0]?.address ?? checkAddress);
      const notice = serverMessages.say('stale', draft.language);
      return this.#page(opened, { journey, walk: now }, progress, address, { status: 403, notice, hidden, changing: form.has(formFields.changing) });
    });
  }

  get #address(): string {
    return this.#context.req.param('address') ?? '';
  }

  #draftName(path: string): string {
    return `${outlineOf(this.#options.service).name}-${path}`;
  }

  async #create(draft: ServerDraft): Promise<Opened> {
    const path = Array.from({ length: 10 }, () => 'abcdefghjkmnpqrstuvwxyz23456789'.charAt(randomInt(31))).join('');
    const kept = await this.#options.ground.drafts.create(this.#draftName(path), storedDraft(draft));
    return { path, kept, draft, cookie: true };
  }

  async #open(): Promise<Opened | undefined> {
    const path = this.#context.req.param('draft') ?? '';
    if (!/^[a-z0-9]{10}$/.test(path)) return undefined;
    const kept = await this.#options.ground.drafts.open(this.#context.req.header('Cookie'), this.#draftName(path));
    const draft = kept && draftFrom(kept.value);
    return draft && { path, kept, draft, cookie: false };
  }

  async #save(opened: Opened, draft: ServerDraft): Promise<Opened> {
    await opened.kept.save(storedDraft(draft));
    return { ...opened, draft, cookie: true };
  }

  /** Deletes the drafts this browser began first, where there are many. Browsers send older cookies first (RFC 6265, 5.4). */
  async #forgetOldest(): Promise<string[]> {
    const header = this.#context.req.header('Cookie') ?? '';
    const prefix = this.#draftName('');
    const paths = [...header.matchAll(/council-draft-[a-z0-9_]+-([\w-]+)=/g)].flatMap(([, name = '']) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
    const cleared: string[] = [];
    for (const path of paths.slice(0, Math.max(0, paths.length + 1 - mostDrafts))) {
      const old = await this.#options.ground.drafts.open(header, this.#draftName(path));
      await old?.delete();
      if (old) cleared.push(old.clearCookie);
    }
    return cleared;
  }

  async #walk(progress: Progress, language: string): Promise<{ journey: Journey; walk: Walk }> {
    const journey = await journeyOf(this.#options.service, progress.answers, language, this.#signal);
    return { journey, walk: walk(journey, progress.answers, this.#specials) };
  }

  /** The posted form; where it cannot be read, the answer that says so. */
  async #form(opened: Opened | undefined): Promise<FormData | Response> {
    const { bodyLimits = {} } = this.#options;
    const walked = opened && (await this.#walk(opened.draft.progress, opened.draft.language).catch(() => undefined));
    const page = walked && pageAt(walked.walk, this.#address);
    const files = page?.kind === 'step' ? page.questions.find(({ kind }) => kind === 'files') : undefined;
    this.#context.set('bodyLimit', files ? (bodyLimits.files ?? 40_000_000) : (bodyLimits.form ?? 1_000_000));
    try {
      return await this.#context.req.raw.formData();
    } catch (error) {
      const problem = this.#context.get('bodyProblem');
      if (problem === undefined || !opened || !walked || page?.kind !== 'step') {
        throw problem ?? new Problem({ status: 400, code: 'malformed_form', title: { en: 'The form could not be read', cy: 'Nid oedd modd darllen y ffurflen' } }, { cause: error });
      }
      const { language, progress } = opened.draft;
      const field = files?.name ?? page.questions[0]?.name ?? '';
      const message = files ? serverMessages.say('files-too-large', language) : serverMessages.say('form-too-large', language);
      return this.#page(opened, walked, progress, this.#address, { status: 413, errors: [{ field, message }] });
    }
  }

  /** Hands new files on and puts what became of them into the form. What was refused is told, a sentence for each file. */
  async #uploads(page: Page | undefined, form: FormData, language: string): Promise<readonly FieldError[]> {
    const { upload } = this.#options;
    if (page?.kind !== 'step' || upload === undefined) return [];
    const errors: FieldError[] = [];
    for (const question of page.questions) {
      if (question.kind !== 'files') continue;
      const { taken, about } = fileFieldNames(question.name);
      const files = form.getAll(question.name).filter((file) => file instanceof File && file.size > 0);
      for (const file of files as File[]) {
        const error = (message: string): unknown => errors.push({ field: question.name, message });
        const name = file.name;
        if (form.getAll(taken).length >= question.maxFiles) {
          error(journeyMessages.say('too-many-files', language, { count: question.maxFiles }));
          break;
        }
        if (file.size > question.maxSize) {
          error(serverMessages.say('file-too-large', language, { name, limit: Math.floor(question.maxSize / 1_000_000) }));
          continue;
        }
        const outcome = await upload(file, { language, signal: this.#signal }).catch(() => ({ kind: 'unreachable' }) as const);
        if (outcome.kind === 'taken') {
          form.append(taken, outcome.file.id);
          form.append(about, fileToValue(outcome.file));
        } else error(outcome.kind === 'refused' ? outcome.message : serverMessages.say('file-not-sent', language, { name }));
      }
    }
    return errors;
  }

  /** Does what may have to ask elsewhere. Where nobody answers, a page says so, which holds all that was posted and can send it again. */
  async #attempt(opened: Opened, form: FormData | undefined, work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Problem && error.status < 500) throw error;
      this.#context.get('log').error({ err: error }, 'journey page failed');
      const posted: [string, string][] = [];
      for (const [name, value] of form ?? []) if (typeof value === 'string' && name !== formFields.token) posted.push([name, value]);
      return this.#obstacle(unreachable(opened.draft.language, posted), 503, opened);
    }
  }

  #view(opened: Opened | undefined, journey: Journey, language: string, options: ShowOptions = {}): PageView {
    const { site } = this.#options.ground;
    const base = `${this.#options.path}${opened ? `/${opened.path}` : ''}`;
    return {
      address: this.#address,
      journey,
      specials: this.#specials,
      language,
      languages: site.languages,
      enhanced: false,
      errors: options.errors ?? [],
      changing: options.changing ?? false,
      data: {},
      href: (address, changing = false) => (address === '' ? site.path(this.#options.path) : site.path(`${base}/${address}${changing ? '?change=1' : ''}`)),
      action: site.path(`${base}/${this.#address}`),
      hidden: { ...(opened ? { [formFields.token]: opened.kept.csrfToken } : {}), ...options.hidden },
      notice: options.notice,
    };
  }

  async #page(
    opened: Opened,
    { journey, walk: walked }: { journey: Journey; walk: Walk },
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
      const context = { question, answers: page.answers, language, signal: this.#signal, answer };
      data[question.name] = await specialKind(question.special, this.#specials)
        .load?.(context)
        .catch(() => undefined);
    }
    const view = { ...this.#view(opened, journey, language, options), data };
    return this.#respond(showPage(address, walked, progress.answers, view), view, options.status ?? 200, opened);
  }

  #confirmation(opened: Opened, { accepted, language }: ServerDraft): Response {
    const journey = outlineOf(this.#options.service);
    const view = this.#view(opened, journey, language);
    return this.#respond(confirmationPage(accepted ?? { reference: '' }, view, this.#options.confirmation), view, 200, opened);
  }

  /** There is no draft: it expired, or the browser keeps no cookie. */
  #nothingHere(why: 'expired' | 'cookies'): Response {
    const language = this.#context.get('language');
    const title = serverMessages.say(`${why}-title`, language);
    return this.#obstacle({ title, text: serverMessages.say(why, language), start: serverMessages.say('start', language) }, 403);
  }

  #obstacle(obstacle: Obstacle, status: number, opened?: Opened): Response {
    const view = this.#view(opened, outlineOf(this.#options.service), opened?.draft.language ?? this.#context.get('language'));
    const back = opened && this.#address === checkAddress ? view.href(checkAddress) : undefined;
    return this.#respond(obstaclePage(obstacle, back, view), view, status, opened);
  }

  #respond(page: JourneyPage, view: PageView, status: number, opened: Opened | undefined): Response {
    const { site } = this.#options.ground;
    const language = view.language as Language;
    const title = pageTitle({ title: page.title, error: view.errors.length > 0, lang: language, titleSuffix: outlineOf(this.#options.service).title[language] });
    const document = site.page({
      language,
      title,
      beforeContent: page.back === undefined ? undefined : html`${backLinkTemplate({ href: page.back, lang: language })}`,
      body: html`${page.body ?? nothing}`,
      scripts: this.#options.scripts,
    });
    const headers = new Headers();
    if (opened?.cookie) headers.append('Set-Cookie', opened.kept.setCookie);
    return htmlResponse(document, { status, language, headers });
  }

  #redirect({ path, kept, cookie }: Opened, address: string, query: Readonly<Record<string, string>> = {}, cookies?: readonly string[]): Response {
    const { site } = this.#options.ground;
    const search = new URLSearchParams(query).toString();
    const headers = new Headers({
      Location: site.path(`${this.#options.path}/${path}/${address === '' ? 'start' : address}${search === '' ? '' : `?${search}`}`),
      'Cache-Control': 'no-store',
    });
    for (const each of cookies ?? (cookie ? [kept.setCookie] : [])) headers.append('Set-Cookie', each);
    return new Response(null, { status: 303, headers });
  }
}

/** In the forms of a page that was shown again in a new draft. */
const freshField = '_fresh';
