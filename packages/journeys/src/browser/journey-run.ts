import { newKey, type FieldError } from '@council-kit/core';
import type { Answers, Journey, UploadedFile } from '../definition.ts';
import { answerPage, keepPage, pageAt, walkOf } from '../engine/answer-page.ts';
import { checkPageWhole } from '../engine/check.ts';
import { checkAddress } from '../engine/addresses.ts';
import { beginChange, callOffChange, firstMissing, reachable, startProgress, unpass, type Progress } from '../engine/progress.ts';
import { givenOn, isConditional } from '../engine/form-fields.ts';
import { withGivenOn } from '../engine/read.ts';
import { answerOf, asSpecial, specialKind, withAnswer } from '../engine/answers.ts';
import { journeyOf, outlineOf, type RunnableService } from '../engine/service.ts';
import { walk, type Page, type Walk } from '../engine/walk.ts';
import { runningMessages } from '../running.messages.ts';
import { actOnPage } from '../engine/act-on-page.ts';
import { beginAttempt, notTaken, type Attempt } from '../engine/attempt.ts';
import { errorsByPage } from '../engine/errors-by-page.ts';
import { sendAnswers } from '../engine/send-answers.ts';
import type { Accepted, Continuation, Submit } from '../submission.ts';
import type { Draft, DraftStore } from './draft-store.ts';

/** What is to be seen. */
export type Shown =
  | { readonly kind: 'loading' }
  /** An unfinished draft was found: go on with it, or begin anew. */
  | { readonly kind: 'resume'; readonly draft: Draft }
  /** A question, a list of entries, or the check page. */
  | {
      readonly kind: 'page';
      readonly address: string;
      readonly changing: boolean;
      readonly walk: Walk;
      readonly errors: readonly FieldError[];
      readonly data: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'obstacle'; readonly obstacle: Obstacle; readonly address: string }
  | { readonly kind: 'confirmation'; readonly accepted: Accepted };

/** What stands in the way. */
export type Obstacle =
  /** The next page needs something that did not come. */
  | { readonly kind: 'unreachable' }
  /** Nobody answered when the answers were sent; `message`: why. */
  | { readonly kind: 'not-sent'; readonly message?: string }
  /** The council declined. `later`: the same may be tried again. */
  | { readonly kind: 'refused'; readonly message: string; readonly later?: boolean };

/** Where one is: in the page's history this is an entry. */
export interface Place {
  readonly address: string;
  readonly changing: boolean;
}

/** How the history takes a new place in. */
export type Move = 'push' | 'replace' | 'stay';

export interface JourneyRunOptions {
  readonly service: RunnableService;
  readonly submit: Submit;
  readonly drafts: DraftStore;
  readonly language: string;
  /** Fetches what showing a page takes; undefined where all is there. Rejecting is a lost connection. */
  prepare?(page: Page | 'check' | 'resume'): Promise<unknown> | undefined;
  /** Something else is to be seen. */
  changed(move: Move): void;
  /** Goes to another address. False where the page stays, as it does without this. */
  leave?(to: Continuation): boolean;
}

/**
 * A journey being gone through in a browser: what is to be seen and what pressing something does. It knows no DOM; the
 * controller beside it puts this into a page.
 */
export class JourneyRun {
  readonly service: RunnableService;
  shown: Shown = { kind: 'loading' };
  journey: Journey;
  language: string;
  /** Something was pressed and is not done: a second press does nothing. */
  busy = false;
  /** The answers are on their way, also once the browser goes to another address; or that was stopped. */
  sending: 'under-way' | 'stopped' | undefined;
  progress: Progress = startProgress();

  readonly #submit: Submit;
  readonly #drafts: DraftStore;
  readonly #changed: (move: Move) => void;
  readonly #prepare: NonNullable<JourneyRunOptions['prepare']>;
  readonly #leave: NonNullable<JourneyRunOptions['leave']>;
  #id: string = newKey();
  #sent: Attempt = { key: newKey() };
  #work = new AbortController();
  /** The browser is on its way to another address. */
  #left = false;
  #retry: (() => Promise<void>) | undefined;
  /** The language that everything is going to be said in. */
  #wanted: string;
  /** Errors that came back from sending, until their pages are gone on from. */
  #held: ReadonlyMap<string, readonly FieldError[]> = new Map();

  constructor({ service, submit, drafts, language, changed, leave = () => false, prepare = () => undefined }: JourneyRunOptions) {
    this.service = service;
    this.journey = outlineOf(service);
    this.language = language;
    this.#wanted = language;
    this.#submit = submit;
    this.#drafts = drafts;
    this.#changed = changed;
    this.#prepare = prepare;
    this.#leave = leave;
  }

  /** Begins, or goes on where this tab was. */
  async start(place?: Place): Promise<void> {
    const own = this.#drafts.own();
    if (own) {
      this.#adopt(own);
      return this.#go(place ?? { address: own.address, changing: false }, 'replace');
    }
    const draft = this.#drafts.unfinished();
    if (draft === undefined) return this.#go(place ?? { address: '', changing: false }, 'replace');
    await this.#attempt(async (signal) => {
      await this.#prepare('resume');
      if (!signal.aborted) this.#show({ kind: 'resume', draft }, 'stay');
    });
  }

  /** Forgets everything and begins with the first question. */
  async startAnew(): Promise<void> {
    if (this.shown.kind === 'resume') this.#drafts.delete(this.shown.draft.id);
    this.#drafts.delete(this.#id);
    this.progress = startProgress();
    this.#id = newKey();
    this.#sent = { key: newKey() };
    this.#held = new Map();
    await this.#go({ address: '', changing: false }, 'push');
  }

  /** Goes to a page, if the answers lead to it; to the first that is missing otherwise. */
  async goTo(place: Place, move: Move, form?: FormData): Promise<void> {
    if (form) this.keep(form);
    // What was sent cannot be gone back into: Back shows that it was.
    if (this.shown.kind === 'confirmation') return place.address === '' ? this.startAnew() : this.#show(this.shown, 'stay');
    await this.#go(place, move);
  }

  /** A form was sent: goes on, sends, or does what the pressed button says. */
  async press(form: FormData, action = ''): Promise<void> {
    const [kind, argument = ''] = action.split(':');
    if (kind === 'language') return this.setLanguage(argument, form);
    if (kind === 'stop') return this.#stopSending();
    if (this.busy) return;
    if (kind === 'resume' && this.shown.kind === 'resume') {
      const { draft } = this.shown;
      this.#adopt(draft);
      return this.#go({ address: draft.address, changing: false }, 'replace');
    }
    if (kind === 'anew') return this.startAnew();
    if (kind === 'retry') return this.#retry?.();
    if (this.shown.kind !== 'page') return;
    const { address, changing } = this.shown;
    if (address === checkAddress) return this.#send();
    this.keep(form);
    await this.#attempt(async (signal) => {
      const context = { language: this.language, signal };
      const answered =
        action === ''
          ? answerPage(this.service, this.progress, address, form, context)
          : actOnPage(this.service, this.progress, address, form, action, context);
      const { progress, errors, address: next } = await answered;
      if (signal.aborted) return;
      this.progress = progress;
      if (action === '' && errors.length === 0 && next !== address)
        this.#held = new Map([...this.#held].filter(([held]) => held !== address));
      await this.#open({ address: next, changing }, next === address ? 'stay' : 'push', signal, errors);
    });
  }

  /** Keeps what the form holds, right or wrong, and asks what that makes of the page. */
  keep(form: FormData): void {
    const { shown } = this;
    if (shown.kind !== 'page') return;
    const page = pageAt(shown.walk, shown.address);
    const kept = keepPage(this.service, this.progress, page, form);
    if (kept === this.progress) return;
    this.progress = kept;
    this.#save(shown.address);
    if (page?.kind !== 'step' || !isConditional(page)) return;
    const walked = walk(this.journey, kept.answers, this.service.specials ?? {});
    if (pageAt(walked, shown.address)) this.#show({ ...shown, walk: walked }, 'stay');
  }

  /** Files of a question were taken in or removed. */
  setFiles(question: string, files: readonly UploadedFile[]): void {
    const page = this.shown.kind === 'page' ? pageAt(this.shown.walk, this.shown.address) : undefined;
    if (page?.kind !== 'step' || !page.questions.some(({ kind, name }) => kind === 'files' && name === question)) return;
    const { shown, progress } = this;
    const given = withAnswer(givenOn(page, progress.answers), question, files.length > 0 ? files : undefined);
    const begun = shown.kind === 'page' && shown.changing ? beginChange(progress) : progress;
    this.progress = unpass({ ...begun, answers: withGivenOn(page, progress.answers, given) }, page.address);
    this.#save(page.address);
  }

  /** Shows errors that were found beside the form: files still on their way. */
  fail(errors: readonly FieldError[]): void {
    if (this.shown.kind === 'page') this.#show({ ...this.shown, errors }, 'stay');
  }

  /** Says everything in another language, what was typed and not yet sent included. */
  async setLanguage(language: string, form?: FormData): Promise<void> {
    // Asked at each rendering: a form whose elements have only begun to render must not be taken for what was answered.
    if (language === this.#wanted) return;
    if (form) this.keep(form);
    this.#wanted = language;
    const { shown } = this;
    await this.#attempt(async (signal) => {
      const walked = await walkOf(this.service, this.progress, { language, signal });
      const page = shown.kind === 'page' && shown.errors.length > 0 ? pageAt(walked, shown.address) : undefined;
      const errors = page && (await checkPageWhole(page, { language, signal, specials: this.service.specials ?? {} }));
      if (signal.aborted) return;
      this.language = language;
      if (shown.kind === 'page') await this.#open(shown, 'stay', signal, errors);
    });
  }

  /** Ends what is under way. */
  stop(): void {
    this.#work.abort();
    this.busy = false;
    this.#left = false;
    this.sending = undefined;
  }

  /** The browser has come back from the address that the journey went on at, to the page as it was: it can be sent again. */
  returned(): void {
    if (!this.#left) return;
    this.stop();
    this.#changed('stay');
  }

  /** It takes too long, or something else is wanted. What arrived is found by sending the same answers again, under the same key. */
  #stopSending(): void {
    if (this.sending !== 'under-way') return;
    this.stop();
    this.sending = 'stopped';
    this.#changed('stay');
  }

  #adopt({ id, key, progress, unconfirmed }: Draft): void {
    this.#id = id;
    this.#sent = { key, unconfirmed };
    this.progress = progress;
  }

  get #draft(): Draft {
    const address = this.shown.kind === 'page' || this.shown.kind === 'obstacle' ? this.shown.address : '';
    return { id: this.#id, ...this.#sent, savedAt: Date.now(), address, progress: this.progress };
  }

  #save(address: string): void {
    if (Object.keys(this.progress.answers).length > 0) this.#drafts.save({ ...this.#draft, address });
  }

  #show(shown: Shown, move: Move): void {
    this.shown = shown;
    this.#changed(move);
  }

  #go(place: Place, move: Move): Promise<void> {
    if (place.address === checkAddress) this.progress = callOffChange(this.progress);
    return this.#attempt((signal) => this.#open(place, move, signal));
  }

  /** Works on something that may have to ask the council; what was under way before ends. A lost connection is told, with a way to try again. */
  async #attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    this.#work.abort();
    this.#left = false;
    this.sending = undefined;
    const { signal } = (this.#work = new AbortController());
    this.busy = true;
    try {
      await work(signal);
    } catch (error) {
      if (signal.aborted) return;
      console.warn(error);
      this.language = this.#wanted;
      this.#retry = () => this.#attempt(work);
      const { shown } = this;
      const address = shown.kind === 'page' || shown.kind === 'obstacle' ? shown.address : '';
      this.#show({ kind: 'obstacle', obstacle: { kind: 'unreachable' }, address }, 'stay');
    } finally {
      if (!signal.aborted && !this.#left) {
        this.busy = false;
        this.#changed('stay');
      }
    }
  }

  /** Opens a page as soon as it is known what it asks. */
  async #open(place: Place, move: Move, signal: AbortSignal, errors?: readonly FieldError[]): Promise<void> {
    const { service, language } = this;
    const specials = service.specials ?? {};
    const journey = await journeyOf(service, this.progress.answers, language, signal);
    if (signal.aborted) return;
    this.journey = journey;
    const walked = walk(journey, this.progress.answers, specials);
    const address = reachable(walked, this.progress, place.address, { language, specials });
    const page = pageAt(walked, address);
    const preparing = this.#prepare(page ?? 'check');
    if (preparing) {
      await preparing;
      if (signal.aborted) return;
    }
    const wrong = errors && errors.length > 0 ? errors : (this.#held.get(address === checkAddress ? '' : address) ?? []);
    this.#show(
      { kind: 'page', address, changing: place.changing && address !== checkAddress, walk: walked, errors: wrong, data: {} },
      move,
    );
    this.#save(address);
    if (page?.kind !== 'step') return;
    // Shown at once, and again with what special questions load.
    for (const question of page.questions) {
      if (question.kind !== 'special') continue;
      const { load } = specialKind(question.special, specials);
      const answer = asSpecial(answerOf(question, givenOn(page, this.progress.answers), specials));
      load?.({ question, answers: page.answers, language, signal: this.#work.signal, answer }).then(
        (data) => {
          if (signal.aborted || this.shown.kind !== 'page' || this.shown.address !== address) return;
          this.#show({ ...this.shown, data: { ...this.shown.data, [question.name]: data } }, 'stay');
        },
        () => undefined,
      );
    }
  }

  async #send(): Promise<void> {
    await this.#attempt(async (signal) => {
      const { language, service } = this;
      const elsewhere = this.#drafts.sent(this.#id);
      if (elsewhere) return this.#accepted(elsewhere);
      const walked = await walkOf(service, this.progress, { language, signal });
      const missing = firstMissing(walked, this.progress, { language, specials: service.specials ?? {} });
      if (missing !== checkAddress) return this.#open({ address: missing, changing: true }, 'push', signal);
      if (signal.aborted) return;
      this.sending = 'under-way';
      // Tried again: what is seen meanwhile is what is being sent, and the way to stop that.
      if (this.shown.kind === 'obstacle' && this.journey.check.sending)
        await this.#open({ address: checkAddress, changing: false }, 'stay', signal);
      else this.#changed('stay');
      const { answers } = walked;
      const before = this.#sent;
      // Before it is known what comes of it: whoever stops it, or goes back meanwhile, may have sent it.
      this.#sent = beginAttempt(service, before, answers, newKey);
      const unconfirmed = this.#sent.key === before.key ? before.unconfirmed : undefined;
      const sending = { service, submit: this.#submit, answers, unconfirmed, warn: (error: unknown) => console.warn(error) };
      const outcome = await sendAnswers(sending, { idempotencyKey: this.#sent.key, language, signal });
      if (signal.aborted) return;
      switch (outcome.kind) {
        case 'accepted':
          return this.#accepted(outcome.accepted);
        case 'continue':
          this.#left = this.#leave(outcome);
          if (!this.#left) this.sending = undefined;
          return;
        case 'errors': {
          this.#notTaken(answers);
          // What was sent may have taught the service to ask something else.
          const now = await walkOf(service, this.progress, { language, signal });
          return this.#refused(now, errorsByPage(now, outcome.errors), signal);
        }
        case 'unreachable':
          this.#retry = () => this.#send();
          this.#save(checkAddress);
          return this.#obstruct({ kind: 'not-sent', message: outcome.message });
        case 'refused':
          this.#notTaken(answers);
          this.#retry = () => this.#send();
          return this.#obstruct({ kind: 'refused', message: outcome.message, later: outcome.retryAfter !== undefined });
        case 'conflict':
          return this.#obstruct({ kind: 'refused', message: runningMessages.say('already-received', language) });
      }
    });
  }

  #obstruct(obstacle: Obstacle): void {
    this.sending = undefined;
    this.#show({ kind: 'obstacle', obstacle, address: checkAddress }, 'stay');
  }

  #notTaken(answers: Answers): void {
    this.#sent = notTaken(this.#sent, answers, newKey);
  }

  #accepted(accepted: Accepted): void {
    this.#drafts.markSent(this.#draft, accepted);
    this.progress = startProgress();
    this.#show({ kind: 'confirmation', accepted }, 'replace');
  }

  /** Sends the resident to the first page with an error; the others follow on the way back to the check page. */
  async #refused(walked: Walk, errors: ReadonlyMap<string, readonly FieldError[]>, signal: AbortSignal): Promise<void> {
    this.#held = errors;
    for (const address of this.#held.keys()) this.progress = unpass(this.progress, address);
    const checks = { language: this.language, specials: this.service.specials ?? {} };
    const first = walked.pages.find(({ address }) => this.#held.has(address))?.address ?? firstMissing(walked, this.progress, checks);
    this.sending = undefined;
    await this.#open({ address: first, changing: true }, first === checkAddress ? 'stay' : 'push', signal);
  }
}
