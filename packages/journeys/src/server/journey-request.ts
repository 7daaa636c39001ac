import { newKey, type FieldError, type Language } from '@council-kit/core';
import { Problem, problemOnTheWire, readFormData, setBodyLimit, type GatewayContext } from '@council-kit/gateway';
import { actOnPage } from '../engine/act-on-page.ts';
import { answerPage, keepPage, pageAt } from '../engine/answer-page.ts';
import { checkPageWhole } from '../engine/check.ts';
import { errorsByPage } from '../engine/errors-by-page.ts';
import { backAddress, checkAddress, confirmationAddress } from '../engine/addresses.ts';
import { callOffChange, firstMissing, reachable, unpass, type Progress } from '../engine/progress.ts';
import { actionOf, formFields } from '../engine/form-fields.ts';
import { journeyOf, outlineOf, type RunnableService } from '../engine/service.ts';
import { walk, type Walk } from '../engine/walk.ts';
import { runningMessages } from '../running.messages.ts';
import { beginAttempt, notTaken } from '../engine/attempt.ts';
import { sendAnswers } from '../engine/send-answers.ts';
import { notSent, refused } from '../page/not-sent.ts';
import { unreachable } from '../page/obstacle-page.ts';
import type { SpecialKinds } from '../special.ts';
import type { Submit } from '../submission.ts';
import { BrowserDrafts, type Opened } from './browser-drafts.ts';
import { backAction } from './form-bar.template.ts';
import type { JourneyPagesOptions } from './journey-pages.ts';
import { JourneyResponses, type Walked } from './journey-responses.ts';
import { newDraft, type ServerDraft } from './server-draft.ts';
import { serverMessages } from './server.messages.ts';
import { takeFiles } from './take-files.ts';

/** How long sending may take before the resident is told that nobody answered. */
const sendingTime = 10_000;

/** The pages' options, for one request: the path is the one that was asked for. */
export type RequestOptions = Omit<JourneyPagesOptions, 'service'> & { readonly service: RunnableService };

/** One request to a journey's pages. */
export class JourneyRequest {
  readonly #options: RequestOptions;
  readonly #context: GatewayContext;
  readonly #specials: SpecialKinds;
  readonly #signal: AbortSignal;
  readonly #drafts: BrowserDrafts;
  readonly #respond: JourneyResponses;

  constructor(options: RequestOptions, context: GatewayContext) {
    this.#options = options;
    this.#context = context;
    this.#specials = options.service.specials ?? {};
    this.#signal = context.req.raw.signal;
    this.#drafts = new BrowserDrafts(options.ground.drafts, outlineOf(options.service).name, context.req.header('Cookie'));
    this.#respond = new JourneyResponses(options, context, this.#address);
  }

  /** Begins a draft and leads to its first page. Nothing is kept yet: the first form does that. */
  async begin(): Promise<Response> {
    const opened = this.#drafts.begin(this.#context.get('language'));
    const cookies = [opened.kept.setCookie, ...(await this.#drafts.forgetOldest())];
    return this.#respond.redirect(opened, '', { start: '1' }, cookies);
  }

  /** Shows a page, or leads to the one that is to be done first. */
  async show(): Promise<Response> {
    const opened = await this.#drafts.open(this.#context.req.param('draft') ?? '');
    const asked = this.#context.req.query('lang');
    if (opened === undefined) {
      return this.#respond.nothingHere(this.#context.req.query('start') === undefined ? 'expired' : 'cookies');
    }
    const language = this.#options.ground.site.languages.find((each) => each === asked);
    const progress = this.#address === checkAddress ? callOffChange(opened.draft.progress) : opened.draft.progress;
    const spoken = language === undefined || language === opened.draft.language ? opened : await this.#drafts.speak(opened, language);
    const now = progress === opened.draft.progress ? spoken : await this.#drafts.save(spoken, { ...spoken.draft, progress });
    const { draft } = now;
    if (draft.continued !== undefined) return this.#respond.elsewhere(now, draft.continued);
    if (draft.accepted)
      return this.#address === confirmationAddress
        ? this.#respond.confirmation(now, draft)
        : this.#respond.redirect(now, confirmationAddress);
    return this.#attempt(now, undefined, async () => {
      const walked = await this.#walk(draft.progress, draft.language);
      const address = reachable(walked.walk, draft.progress, this.#address, { language: draft.language, specials: this.#specials });
      const changing = this.#context.req.query('change') !== undefined && address !== checkAddress;
      if (address !== this.#address) return this.#respond.redirect(now, address, changing ? { change: '1' } : {});
      if (draft.posted?.address === address) return this.#showPosted(now, walked, draft.posted.fields);
      return this.#respond.page(now, walked, draft.progress, address, {
        errors: draft.held[address === checkAddress ? '' : address],
        changing,
      });
    });
  }

  /** What was posted without a draft, as soon as its page is asked: which page that is can depend on answers that were lost. */
  async #showPosted(opened: Opened, walked: Walked, fields: readonly (readonly [string, string])[]): Promise<Response> {
    const form = new FormData();
    for (const [name, value] of fields) form.append(name, value);
    const progress = keepPage(this.#options.service, opened.draft.progress, pageAt(walked.walk, this.#address), form);
    const saved = await this.#drafts.save(opened, { ...opened.draft, progress, posted: undefined });
    return this.#respond.page(saved, await this.#walk(progress, saved.draft.language), progress, this.#address);
  }

  /** Takes a page's form. */
  async take(): Promise<Response> {
    const opened = await this.#drafts.open(this.#context.req.param('draft') ?? '');
    const form = await this.#form(opened);
    if (!(form instanceof FormData)) return form;
    if (opened?.draft.continued !== undefined) return this.#respond.elsewhere(await this.#inLanguage(opened, form), opened.draft.continued);
    if (opened?.draft.accepted) return this.#respond.redirect(await this.#inLanguage(opened, form), confirmationAddress);
    if (opened === undefined) return this.#withoutDraft(form);
    if (!opened.kept.csrfTokenMatches(form.get(formFields.token))) return this.#withoutToken(opened, form);
    return this.#attempt(opened, form, () => this.#answer(opened, form));
  }

  /** A draft in the language that a form asks for, where it has the token. */
  async #inLanguage(opened: Opened, form: FormData): Promise<Opened> {
    const [kind, asked] = actionOf(form).split(':');
    const language = kind === 'language' ? this.#options.ground.site.languages.find((each) => each === asked) : undefined;
    if (language === undefined || !opened.kept.csrfTokenMatches(form.get(formFields.token))) return opened;
    return this.#drafts.save(opened, { ...opened.draft, language });
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
      const saved = await this.#drafts.save(opened, { ...draft, language, progress });
      const walked = form.has(formFields.wrong) ? await this.#walk(progress, language) : undefined;
      const now = walked && pageAt(walked.walk, address);
      const errors = now && (await checkPageWhole(now, { ...context, language, specials: this.#specials }));
      if (walked && errors && errors.length > 0)
        return this.#respond.page(saved, walked, progress, address, { status: 422, errors, changing });
      return this.#respond.redirect(saved, address, changing ? { change: '1' } : {});
    }
    const wrong = await takeFiles(page, form, this.#options.upload?.(this.#context), context);
    const back = kind === backAction ? backAddress(before.walk, address) : undefined;
    if (back !== undefined) {
      // Kept as it is, right or wrong, and asked about when the resident comes by again.
      const progress = keepPage(service, draft.progress, page, form);
      return this.#respond.redirect(await this.#drafts.save(opened, { ...draft, progress }), back);
    }
    if (wrong.length > 0) {
      const progress = keepPage(service, draft.progress, page, form);
      return this.#respond.page(await this.#drafts.save(opened, { ...draft, progress }), before, progress, address, {
        status: 422,
        errors: wrong,
        changing,
      });
    }
    // Trying again to see a page: there was no form to take.
    if (kind === 'retry' && address !== checkAddress) return this.#respond.redirect(opened, address, changing ? { change: '1' } : {});
    const going = action === '' || kind === 'retry';
    if (going && address === checkAddress) return this.#send(opened, before.walk);
    const answered = going
      ? await answerPage(service, draft.progress, address, form, context)
      : await actOnPage(service, draft.progress, address, form, action, context);
    const { progress, errors } = answered;
    const held =
      errors.length === 0 && going ? Object.fromEntries(Object.entries(draft.held).filter(([each]) => each !== address)) : draft.held;
    const saved = await this.#drafts.save(opened, { ...draft, progress, held });
    if (errors.length === 0)
      return this.#respond.redirect(saved, answered.address, changing && answered.address !== checkAddress ? { change: '1' } : {});
    return this.#respond.page(saved, await this.#walk(progress, draft.language), progress, address, { status: 422, errors, changing });
  }

  async #send(opened: Opened, walked: Walk): Promise<Response> {
    const { draft } = opened;
    const { language, progress } = draft;
    const missing = firstMissing(walked, progress, { language, specials: this.#specials });
    if (missing !== checkAddress) return this.#respond.redirect(opened, missing, { change: '1' });
    const { service } = this.#options;
    const { answers } = walked;
    const outline = outlineOf(service);
    const after: ServerDraft = { ...draft, ...beginAttempt(service, draft, answers, newKey) };
    const outcome = await sendAnswers(
      {
        service,
        submit: this.#submit,
        answers,
        unconfirmed: after.key === draft.key ? draft.unconfirmed : undefined,
        warn: (error) => this.#warn(error),
      },
      { idempotencyKey: after.key, language, signal: AbortSignal.any([this.#signal, AbortSignal.timeout(sendingTime)]) },
    );
    switch (outcome.kind) {
      case 'accepted': {
        const { accepted } = outcome;
        const saved = await this.#drafts.save(opened, { ...newDraft(language, after.key), accepted });
        return this.#respond.redirect(saved, confirmationAddress);
      }
      case 'continue': {
        const continued = outcome.href;
        return this.#respond.elsewhere(await this.#drafts.save(opened, { ...newDraft(language, after.key), continued }), continued);
      }
      case 'errors':
        return this.#notTaken(opened, { ...after, ...notTaken(after, answers, newKey) }, outcome.errors);
      case 'refused': {
        const later = outcome.retryAfter !== undefined;
        const saved = await this.#drafts.save(opened, { ...after, ...notTaken(after, answers, newKey) });
        return this.#respond.obstacle(refused(outcome.message, outline, language, later), 422, saved, outcome.retryAfter);
      }
      case 'conflict':
        return this.#respond.obstacle(refused(runningMessages.say('already-received', language), outline, language), 409, opened);
      case 'unreachable':
        // It may have arrived: what was sent is kept, to be sent again as it was should other answers be refused for it.
        return this.#respond.obstacle(
          notSent(outline, language, outcome.message),
          502,
          await this.#drafts.save(opened, after),
          outcome.retryAfter,
        );
    }
  }

  /** Leads to the first page with an error, or to the first that what was sent made the service ask. */
  async #notTaken(opened: Opened, draft: ServerDraft, errors: readonly FieldError[]): Promise<Response> {
    const { language } = draft;
    const now = await this.#walk(draft.progress, language);
    const byPage = errorsByPage(now.walk, errors);
    let after: ServerDraft = { ...draft, held: Object.fromEntries(byPage) };
    for (const address of byPage.keys()) after = { ...after, progress: unpass(after.progress, address) };
    const saved = await this.#drafts.save(opened, after);
    const first =
      now.walk.pages.find(({ address }) => byPage.has(address))?.address ??
      firstMissing(now.walk, after.progress, { language, specials: this.#specials });
    if (first !== checkAddress) return this.#respond.redirect(saved, first, { change: '1' });
    return this.#respond.page(saved, now, after.progress, checkAddress, { status: 422, errors: byPage.get('') });
  }

  /** Sends; a problem that the service throws is what the gateway would have told. */
  readonly #submit: Submit = async (answers, context) => {
    try {
      return await this.#options.submit(answers, { ...context, request: this.#context });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const problem = problemOnTheWire(error, context.language as Language);
      if (problem.status >= 500) this.#warn(error);
      const retryAfter = Number(error.details.headers?.['Retry-After'] ?? NaN);
      return { kind: 'problem', problem, ...(Number.isFinite(retryAfter) ? { retryAfter } : {}) };
    }
  };

  #warn(error: unknown): void {
    this.#context.get('log').warn({ err: error }, 'journey could not be sent');
  }

  /** The draft expired, or its cookie is gone: the step again with everything posted, in a new draft. */
  async #withoutDraft(form: FormData): Promise<Response> {
    // It was shown in a new draft already, and that one's cookie did not come back either.
    if (form.has(freshField)) return this.#respond.nothingHere('cookies');
    if (this.#address === checkAddress) return this.#respond.nothingHere('expired');
    const offered = this.#options.ground.site.languages;
    const language = offered.find((each) => each === form.get(formFields.language)) ?? this.#context.get('language');
    const fields = [...form].filter((field): field is [string, string] => typeof field[1] === 'string');
    const opened = await this.#drafts.create({ ...newDraft(language), posted: { address: this.#address, fields } });
    return this.#withoutToken(opened, form, { [freshField]: '1' });
  }

  /** The form's token is not this draft's: the step again with everything posted and a fresh token. Nothing of it is kept. */
  #withoutToken(opened: Opened, form: FormData, hidden?: Readonly<Record<string, string>>): Promise<Response> {
    return this.#attempt(opened, form, async () => {
      const { draft } = opened;
      const { journey, walk: walked } = await this.#walk(draft.progress, draft.language);
      const progress = keepPage(this.#options.service, draft.progress, pageAt(walked, this.#address), form);
      const now = walk(journey, progress.answers, this.#specials);
      const address =
        this.#address === checkAddress || pageAt(now, this.#address) ? this.#address : (now.pages[0]?.address ?? checkAddress);
      const notice = serverMessages.say('stale', draft.language);
      return this.#respond.page(opened, { journey, walk: now }, progress, address, {
        status: 403,
        notice,
        hidden,
        changing: form.has(formFields.changing),
      });
    });
  }

  get #address(): string {
    return this.#context.req.param('address') ?? '';
  }

  async #walk(progress: Progress, language: string): Promise<Walked> {
    const journey = await journeyOf(this.#options.service, progress.answers, language, this.#signal);
    return { journey, walk: walk(journey, progress.answers, this.#specials) };
  }

  /** The posted form; where it cannot be read, the answer that says so. */
  async #form(opened: Opened | undefined): Promise<FormData | Response> {
    const { bodyLimits = {} } = this.#options;
    const walked = opened && (await this.#walk(opened.draft.progress, opened.draft.language).catch(() => undefined));
    const page = walked && pageAt(walked.walk, this.#address);
    const files = page?.kind === 'step' ? page.questions.find(({ kind }) => kind === 'files') : undefined;
    const most = bodyLimits.form ?? 700_000;
    setBodyLimit(this.#context, most, files ? (bodyLimits.files ?? 40_000_000) : most);
    try {
      return await readFormData(this.#context);
    } catch (error) {
      // Too large, or no room for its files beside the others under way: the page says so at the field and keeps what came before.
      const problem = error instanceof Problem && (error.status === 413 || (files && (error.status === 503 || error.status === 429)));
      if (!problem || !opened || !walked || page?.kind !== 'step') throw error;
      const { language, progress } = opened.draft;
      const field = files?.name ?? page.questions[0]?.name ?? '';
      const { status } = error;
      const what = status !== 413 ? 'files-busy' : files ? 'files-too-large' : 'form-too-large';
      const message = serverMessages.say(what, language);
      return this.#respond.page(opened, walked, progress, this.#address, { status, errors: [{ field, message }] });
    }
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
      return this.#respond.obstacle(unreachable(opened.draft.language, posted), 503, opened);
    }
  }
}

/** In the forms of a page that was shown again in a new draft. */
const freshField = '_fresh';
