import { closestLanguage, DocumentTitle, focusForNow, inTime, safeUrl } from '@council-kit/core';
import { backLinkTemplate, pageTitle } from '@council-kit/elements/templates.js';
import { nothing, type ReactiveController } from 'lit';
import { specialKind } from '../engine/answers.ts';
import type { Page } from '../engine/walk.ts';
import { runningMessages } from '../running.messages.ts';
import { checkAddress, confirmationAddress } from '../engine/addresses.ts';
import { outlineOf, type RunnableService } from '../engine/service.ts';
import type { Journey, UploadedFile } from '../definition.ts';
import type * as Further from '../further.ts';
import { hasFurtherPages, needsFurtherPages } from '../page/needs-further-pages.ts';
import { loadingPage } from '../page/loading-page.ts';
import { confirmationPage } from '../page/confirmation-page.ts';
import { frameTemplate } from '../page/frame.template.ts';
import { notSent, refused } from '../page/not-sent.ts';
import { notLoaded, obstaclePage, unreachable, type Obstacle } from '../page/obstacle-page.ts';
import { showPage } from '../page/show-page.ts';
import { furtherOf, type JourneyPage, type PageView } from '../page/view.ts';
import type { Continuation } from '../submission.ts';
import { DraftStore } from './draft-store.ts';
import { JourneyContinueEvent, JourneyStepEvent, JourneySubmittedEvent } from './journey-events.ts';
import type { JourneyHost, JourneySettings } from './journey-controller.ts';
import { JourneyHistory } from './journey-history.ts';
import { pressOf } from './press.ts';
import { JourneyRun, type Move, type Obstacle as Obstructed, type Place } from './journey-run.ts';

/** Of `council-files-change`, which files bring from the elements. */
interface FilesChangeEvent extends Event {
  readonly files: readonly UploadedFile[];
}
/** Of `<council-file-upload>`: how many files are still on their way. */
type Uploading = HTMLElement & { readonly pending?: number; readonly failed?: number };

/** Milliseconds without a key after which what was typed goes into the draft. */
const typingPause = 300;

/** A press on the first page, before what takes it was there. */
export interface EarlyPress {
  readonly form: FormData;
  readonly action: string;
}

/**
 * A journey being gone through in a widget, from the moment that this has been fetched. It brings the history, the document's title, focus,
 * drafts and language; what is asked is the engine's, what it looks like the page templates'.
 */
export class RunningJourney implements ReactiveController {
  readonly #host: JourneyHost;
  readonly #settings: () => JourneySettings | undefined;
  /** What the first page was shown in; nothing changes under a resident who is typing. */
  #firstLanguage: string | undefined;
  #early: EarlyPress | undefined;
  /** Of the first page, where a press waits: what comes of that has the focus. */
  #firstAddress: string | undefined;
  #service: RunnableService | undefined;
  #run: JourneyRun | undefined;
  #history = new JourneyHistory('', 'none');
  #listening: AbortController | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;
  #page: JourneyPage | undefined;
  #further: typeof Further | undefined;
  #fetching: Promise<typeof Further> | undefined;
  /** What was last shown, to tell a new page from the same one drawn again. */
  #seen: { readonly page: string; readonly errors: readonly unknown[]; readonly sending: JourneyRun['sending'] } | undefined;
  readonly #title = new DocumentTitle();

  /** @param first what the widget showed before, and a press on it that waits */
  constructor(
    host: JourneyHost,
    settings: () => JourneySettings | undefined,
    first: { readonly language: string; readonly address: string; readonly press?: EarlyPress | undefined },
  ) {
    this.#host = host;
    this.#settings = settings;
    this.#firstLanguage = first.language;
    this.#early = first.press;
    this.#firstAddress = first.press && first.address;
    host.addController(this);
  }

  /** Whether there is anything to see: not before its first page, list or obstacle. */
  get shows(): boolean {
    return this.#run !== undefined && this.#run.shown.kind !== 'loading';
  }

  /** Whether there was something to answer yet. Until then what the page wrote inside the widget's tag is of use. */
  get begun(): boolean {
    return this.#run !== undefined && this.#begun === this.#run;
  }
  #begun: JourneyRun | undefined;

  hostConnected(): void {
    const { signal } = (this.#listening = new AbortController());
    const root = this.#host.renderRoot;
    root.addEventListener('submit', (event) => this.#submitted(event as SubmitEvent), { signal });
    root.addEventListener('click', (event) => this.#clicked(event as MouseEvent), { signal });
    root.addEventListener('council-files-change', (event) => this.#filesChanged(event as FilesChangeEvent), { signal });
    root.addEventListener('input', () => this.#typed(typingPause), { signal });
    root.addEventListener('change', () => this.#typed(0), { signal });
    window.addEventListener('popstate', () => this.#travelled(), { signal });
    // Also from a page that the browser kept: https://developer.mozilla.org/en-US/docs/Web/API/Window/pageshow_event
    window.addEventListener('pageshow', () => this.#run?.returned(), { signal });
    window.addEventListener('pagehide', () => this.#keep(), { signal });
    document.addEventListener('visibilitychange', () => this.#keep(), { signal });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    this.#keep();
    this.#run?.stop();
    // Nothing was shown yet: it begins again where the widget comes back.
    if (this.#run?.shown.kind === 'loading') this.#service = undefined;
    this.#listening?.abort();
    this.#title.restore();
  }

  hostUpdate(): void {
    const settings = this.#settings();
    if (settings && settings.service !== this.#service) this.#start(settings);
    const language = closestLanguage(this.#host);
    const run = this.#run;
    if (run && this.#seen) void run.setLanguage(language, this.#form());
  }

  hostUpdated(): void {
    const run = this.#run;
    if (!run || !this.#page) return;
    const { shown } = run;
    const errors = shown.kind === 'page' ? shown.errors : [];
    const page = this.#place ?? { address: shown.kind };
    const before = this.#seen;
    this.#seen = { page: `${shown.kind} ${page.address}`, errors, sending: run.sending };
    if (shown.kind === 'loading') return;
    const { title } = this.#page;
    if (!this.#host.keepTitle)
      this.#title.put((own) => pageTitle({ title, titleSuffix: own, error: errors.length > 0, lang: run.language }));
    if (errors.length > 0 && errors !== before?.errors) this.#focus('council-error-summary');
    else if (
      before ? before.page !== this.#seen.page && !before.page.startsWith('loading') : page.address !== (this.#firstAddress ?? page.address)
    )
      this.#focus('h1');
    // The button that was pressed is gone.
    else if (run.sending === 'stopped' && before?.sending !== 'stopped') this.#focus('h1');
    if (before?.page === this.#seen.page) return;
    // While the question is read, before the connection can be lost. What does not come is asked for again by the page that needs it.
    const settings = this.#settings();
    if (settings) {
      this.#prepare('check', settings)?.catch(() => undefined);
      if (hasFurtherPages(run.journey, this.#choices(settings) !== undefined)) this.#fetchFurther(settings).catch(() => undefined);
    }
    if (shown.kind === 'page') this.#host.dispatchEvent(new JourneyStepEvent(run.journey.name, shown.address));
  }

  /** What is to be seen now. */
  render(): unknown {
    const run = this.#run;
    const settings = this.#settings();
    if (!run || !settings) return nothing;
    const { shown, language } = run;
    const page = (this.#page = this.#pageOf(run, settings));
    const place = this.#place;
    const back = page.back === undefined ? nothing : backLinkTemplate({ href: page.back, lang: language });
    return frameTemplate(`${shown.kind} ${place?.address ?? ''} ${language}`, back, page, { language, busy: run.busy });
  }

  #start(settings: JourneySettings): void {
    this.#run?.stop();
    this.#service = settings.service;
    this.#seen = undefined;
    const { name } = outlineOf(settings.service);
    this.#history = new JourneyHistory(name, window.parent === window ? (settings.history ?? 'hash') : 'none');
    const run: JourneyRun = new JourneyRun({
      service: settings.service,
      submit: (...sent) => settings.submit(...sent),
      drafts: new DraftStore(name, settings.drafts ?? 'none', (settings.draftHours ?? 24) * 3_600_000),
      language: this.#firstLanguage ?? closestLanguage(this.#host),
      changed: (move) => this.#changed(move),
      prepare: (page) => this.#prepare(page, settings),
      leave: (to) => this.#leave(run.journey.name, to),
    });
    this.#run = run;
    const early = this.#early;
    this.#firstLanguage = this.#early = undefined;
    void run.start(this.#history.current).then(() => early && run.press(early.form, early.action));
  }

  /** What showing a page takes, where that is not there yet. */
  #prepare(page: Page | 'check' | 'resume', settings: JourneySettings): Promise<unknown> | undefined {
    const { specials = {} } = settings.service;
    if (page === 'resume') return this.#fetchFurther(settings);
    if (page === 'check') return Promise.all(Object.values(specials).map((kind) => kind.prepare?.()));
    const preparing =
      page.kind === 'step' ? page.questions.map((each) => each.kind === 'special' && specialKind(each.special, specials).prepare?.()) : [];
    return Promise.all([needsFurtherPages(page, this.#choices(settings) !== undefined) && this.#fetchFurther(settings), ...preparing]);
  }

  #fetchFurther({ further }: JourneySettings): Promise<typeof Further> {
    return (this.#fetching ??= inTime(further()).then(
      (fetched) => {
        this.#host.adoptFurtherStyles(fetched.furtherStyles);
        return (this.#further = fetched);
      },
      (error: unknown) => {
        this.#fetching = undefined;
        throw error;
      },
    ));
  }

  #choices({ choices }: JourneySettings): JourneySettings['choices'] {
    return choices ?? this.#further?.choicesTemplate;
  }

  #pageOf(run: JourneyRun, settings: JourneySettings): JourneyPage {
    const { service, languages = [], confirmation, upload, prepareFile } = settings;
    const { shown, journey, language } = run;
    const page = shown.kind === 'page' ? shown : undefined;
    const view: PageView = {
      address: this.#place?.address ?? '',
      journey,
      specials: service.specials ?? {},
      language,
      languages,
      enhanced: true,
      errors: page?.errors ?? [],
      changing: page?.changing ?? false,
      sending: run.sending,
      data: page?.data ?? {},
      href: (address, changing = false) => this.#history.href({ address, changing }),
      action: '',
      hidden: {},
      upload: upload && ((file, context) => upload(file, { ...context, language })),
      prepareFile,
      choices: this.#choices(settings),
      further: this.#further,
    };
    switch (shown.kind) {
      case 'loading':
        return loadingPage(view);
      case 'resume':
        return furtherOf(view).resumePage(shown.draft.savedAt, view);
      case 'page':
        return showPage(shown.address, shown.walk, run.progress.answers, view);
      case 'obstacle':
        return obstaclePage(
          shown.obstacle.kind === 'unreachable' && !this.begun ? notLoaded(language) : obstacleOf(shown.obstacle, view.journey, language),
          shown.address === checkAddress ? view.href(checkAddress) : undefined,
          view,
        );
      case 'confirmation':
        return confirmationPage(shown.accepted, view, confirmation);
    }
  }

  /** Where the run is, as an entry of the history. */
  get #place(): Place | undefined {
    const shown = this.#run?.shown;
    if (shown?.kind === 'page') return { address: shown.address, changing: shown.changing };
    return shown?.kind === 'confirmation' ? { address: confirmationAddress, changing: false } : undefined;
  }

  #changed(move: Move): void {
    const place = this.#place;
    const shown = this.#run?.shown;
    if (place || shown?.kind === 'resume') this.#begun = this.#run;
    if (place) {
      const { current } = this.#history;
      const same = current?.address === place.address && current.changing === place.changing;
      if (move === 'push' && !same) this.#history.push(place);
      else if (!same || move === 'replace') this.#history.replace(place);
    }
    if (shown?.kind === 'confirmation' && move === 'replace' && this.#run) {
      this.#host.dispatchEvent(new JourneySubmittedEvent(this.#run.journey.name, shown.accepted.reference));
    }
    this.#host.requestUpdate();
  }

  /** Goes to another address, unless the page wants to stay. */
  #leave(journey: string, { href, reference }: Continuation): boolean {
    const address = safeUrl(href);
    if (address === undefined) throw new TypeError(`A journey cannot go on at ${href}.`);
    // Not led astray by a `<base>` of the page's own.
    const url = new URL(address, location.href).href;
    if (!this.#host.dispatchEvent(new JourneyContinueEvent(journey, url, reference))) return false;
    location.assign(url);
    return true;
  }

  #form(): FormData | undefined {
    const form = this.#host.renderRoot.querySelector<HTMLFormElement>('.council-journey-form');
    // A field that is taken out of the page while it has the focus still tells of a change: by then another page is shown.
    return form?.dataset['page'] === this.#place?.address && form ? new FormData(form) : undefined;
  }

  #keep(): void {
    clearTimeout(this.#typing);
    const form = this.#form();
    if (form) this.#run?.keep(form);
  }

  #typed(pause: number): void {
    clearTimeout(this.#typing);
    if (pause === 0) this.#keep();
    else this.#typing = setTimeout(() => this.#keep(), pause);
  }

  #submitted(event: SubmitEvent): void {
    const pressed = pressOf(event, this.#host);
    if (!pressed) return;
    const { form, data, action } = pressed;
    clearTimeout(this.#typing);
    const uploads = [...form.querySelectorAll<Uploading>('council-file-upload')];
    const sending = uploads.filter(({ pending = 0 }) => pending > 0);
    // Their messages are only in the list: a resident who goes on would think that they were sent.
    const unfinished = sending.length > 0 ? sending : uploads.filter(({ failed = 0 }) => failed > 0);
    if (action === '' && unfinished.length > 0) {
      const message = runningMessages.say(sending.length > 0 ? 'files-still-sending' : 'files-failed', this.#run?.language ?? 'en');
      this.#run?.fail(unfinished.map((element) => ({ field: element.querySelector('input')?.name ?? '', message })));
    } else void this.#run?.press(data, action);
  }

  #filesChanged({ target, files }: FilesChangeEvent): void {
    const name = target instanceof Element ? target.querySelector<HTMLInputElement>('input[type=file]')?.name : undefined;
    if (name !== undefined) this.#run?.setFiles(name, files);
  }

  #clicked(event: MouseEvent): void {
    // With a key held the browser opens a new tab or window, which it does by itself.
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const place = link?.target === '' ? this.#history.placeOf(link) : undefined;
    if (place === undefined) return;
    event.preventDefault();
    void this.#run?.goTo(place, 'push', this.#form());
  }

  /** Back or Forward. Entries that are the page's own are none of ours. */
  #travelled(): void {
    const place = this.#history.current;
    if (place) void this.#run?.goTo(place, 'stay', this.#form());
  }

  #focus(selector: 'h1' | 'council-error-summary'): void {
    const target = this.#host.renderRoot.querySelector<HTMLElement>(selector);
    if (!target) return;
    if (selector === 'h1') focusForNow(target);
    else target.focus();
  }
}

function obstacleOf(obstacle: Obstructed, journey: Journey, language: string): Obstacle {
  switch (obstacle.kind) {
    case 'not-sent':
      return notSent(journey, language, obstacle.message);
    case 'unreachable':
      return unreachable(language);
    case 'refused':
      return refused(obstacle.message, journey, language, obstacle.later);
  }
}
