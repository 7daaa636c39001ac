import type { Language } from '@council-kit/core';
import { Problem, problemOnTheWire, readFormData, setBodyLimit, type GatewayContext } from '@council-kit/gateway';
import type { Answers } from '../definition.ts';
import { actOnPage } from '../engine/act-on-page.ts';
import { answerPage, keepPage, pageAt } from '../engine/answer-page.ts';
import { checkPageWhole } from '../engine/check.ts';
import { errorsByPage } from '../engine/errors-by-page.ts';
import {
  backAddress,
  callOffChange,
  checkAddress,
  confirmationAddress,
  firstMissing,
  reachable,
  unpass,
  type Progress,
} from '../engine/progress.ts';
import { actionOf, formFields } from '../engine/read.ts';
import { journeyOf, outlineOf } from '../engine/service.ts';
import { walk, type Walk } from '../engine/walk.ts';
import { journeyMessages } from '../journey.messages.ts';
import { notSent, refused, unreachable } from '../page/obstacle-page.ts';
import { outcomeOf } from '../outcome-of.ts';
import type { SpecialKinds } from '../special.ts';
import type { SubmitContext, SubmitOutcome } from '../submission.ts';
import { BrowserDrafts, type Opened } from './browser-drafts.ts';
import { backAction } from './form-bar.template.ts';
import type { JourneyPagesOptions } from './journey-pages.ts';
import { JourneyResponses, type Walked } from './journey-responses.ts';
import { newDraft, type ServerDraft } from './server-draft.ts';
import { serverMessages } from './server.messages.ts';
import { takeFiles } from './take-files.ts';

/** How long sending may take before the resident is told that nobody answered. */
const sendingTime = 10_000;

/** One request to a journey's pages. */
export class JourneyRequest {
  readonly #options: JourneyPagesOptions;
  readonly #context: GatewayContext;
  readonly #specials: SpecialKinds;
  readonly #signal: AbortSignal;
  readonly #drafts: BrowserDrafts;
  readonly #respond: JourneyResponses;

  constructor(options: JourneyPagesOptions, context: GatewayContext) {
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
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(sendingTime)]);
    const send = (answers: Answers): Promise<SubmitOutcome> => this.#outcome(answers, { idempotencyKey: draft.key, language, signal });
    let outcome = await send(walked.answers);
    if (outcome.kind === 'conflict' && draft.unconfirmed) {
      outcome = await send(draft.unconfirmed);
      if (outcome.kind === 'accepted') outcome = { ...outcome, accepted: { ...outcome.accepted, earlier: true } };
    }
    switch (outcome.kind) {
      case 'accepted': {
        const { accepted } = outcome;
        return this.#respond.redirect(
          await this.#drafts.save(opened, { ...newDraft(language), key: draft.key, accepted }),
          confirmationAddress,
        );
      }
      case 'errors': {
        const byPage = errorsByPage(walked, outcome.errors);
        let after: ServerDraft = { ...notTaken(draft, walked.answers), held: Object.fromEntries(byPage) };
        for (const address of byPage.keys()) after = { ...after, progress: unpass(after.progress, address) };
        const saved = await this.#drafts.save(opened, after);
        const first = walked.pages.find(({ address }) => byPage.has(address));
        if (first) return this.#respond.redirect(saved, first.address, { change: '1' });
        const again = await this.#walk(after.progress, language);
        return this.#respond.page(saved, again, after.progress, checkAddress, { status: 422, errors: byPage.get('') });
      }
      case 'refused':
        return this.#respond.obstacle(
          refused(outcome.message, outlineOf(this.#options.service), language),
          422,
          await this.#drafts.save(opened, notTaken(draft, walked.answers)),
        );
      case 'conflict':
        return this.#respond.obstacle(
          refused(journeyMessages.say('already-received', language), outlineOf(this.#options.service), language),
          409,
          opened,
        );
      case 'unreachable':
        // It may have arrived: what was sent is kept, to be sent again as it was should other answers be refused for it.
        return this.#respond.obstacle(
          notSent(outlineOf(this.#options.service), language),
          502,
          await this.#drafts.save(opened, { ...draft, unconfirmed: draft.unconfirmed ?? walked.answers }),
          outcome.retryAfter,
        );
    }
  }

  async #outcome(answers: Answers, context: SubmitContext): Promise<SubmitOutcome> {
    const { service, submit } = this.#options;
    const fieldOf = (field: string): string => service.questionOf?.(field, answers) ?? field;
    try {
      const told = await submit(answers, context);
      return told.kind === 'problem' ? outcomeOf(told.problem, { fieldOf, retryAfter: told.retryAfter }) : told;
    } catch (error) {
      if (error instanceof Problem) {
        const retryAfter = Number(error.details.headers?.['Retry-After'] ?? NaN);
        const outcome = outcomeOf(problemOnTheWire(error, context.language as Language), {
          fieldOf,
          ...(Number.isFinite(retryAfter) ? { retryAfter } : {}),
        });
        if (outcome.kind !== 'unreachable') return outcome;
        this.#context.get('log').warn({ err: error }, 'journey could not be sent');
        return outcome;
      }
      this.#context.get('log').warn({ err: error }, 'journey could not be sent');
      return { kind: 'unreachable' };
    }
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

/**
 * The draft after answers that were not taken in. A key guards one body, so corrected answers get another. Where earlier ones may have
 * arrived the key stays: it is what keeps the corrected ones from becoming a second report.
 */
function notTaken(draft: ServerDraft, answers: Answers): ServerDraft {
  if (draft.unconfirmed !== undefined && JSON.stringify(draft.unconfirmed) !== JSON.stringify(answers)) return draft;
  return { ...draft, key: crypto.randomUUID(), unconfirmed: undefined };
}

/** In the forms of a page that was shown again in a new draft. */
const freshField = '_fresh';
