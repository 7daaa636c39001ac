import { closestLanguage, inTime } from '@council-kit/core';
import { nothing, type CSSResult, type ReactiveController, type ReactiveControllerHost } from 'lit';
import { noAnswers, specialKind } from '../engine/answers.ts';
import { journeyOf, outlineOf, type RunnableService } from '../engine/service.ts';
import { walk, type Walk } from '../engine/walk.ts';
import type { Journey } from '../definition.ts';
import type * as Further from '../further.ts';
import type { choicesTemplate } from '../page/choices.template.ts';
import type { ConfirmationContent } from '../page/confirmation-page.ts';
import { frameTemplate } from '../page/frame.template.ts';
import { loadingPage } from '../page/loading-page.ts';
import { needsFurtherPages } from '../page/needs-further-pages.ts';
import { notLoaded, obstaclePage, unreachable } from '../page/obstacle-page.ts';
import { stepPage } from '../page/step-page.ts';
import type { PageView } from '../page/view.ts';
import type * as Runner from '../runner.ts';
import type { PrepareFile, Submit, Upload } from '../submission.ts';
import { hasDrafts, type DraftPlace } from './draft-keys.ts';
import type { HistoryMode } from './journey-history.ts';
import { pressOf, type Press } from './press.ts';
import type { RunningJourney } from './running-journey.ts';

/** What a widget gives its controller. */
export interface JourneySettings {
  readonly service: RunnableService;
  readonly submit: Submit;
  /** Fetches what takes the first answer: `() => import('@council-kit/journeys/runner.js')`. Rejecting is a lost connection; it is asked again. */
  readonly runner: () => Promise<typeof Runner>;
  /** Fetches what only some pages need: `() => import('@council-kit/journeys/further.js')`. */
  readonly further: () => Promise<typeof Further>;
  /** Where the first page asks for a choice: `choicesTemplate`. Others fetch it with the further pages. */
  readonly choices?: typeof choicesTemplate;
  readonly upload?: Upload;
  readonly prepareFile?: PrepareFile;
  readonly confirmation?: ConfirmationContent;
  /** `none` by default: nothing is stored on the device. */
  readonly drafts?: DraftPlace;
  /** Hours after the last change that a draft is kept. 24 by default. */
  readonly draftHours?: number;
  /** `hash` by default; `none` in an iframe. */
  readonly history?: HistoryMode;
  /** The languages its own switch offers; no switch by default. */
  readonly languages?: readonly string[];
}

/** A widget that a journey runs in. */
export type JourneyHost = ReactiveControllerHost &
  HTMLElement & {
    readonly renderRoot: HTMLElement | DocumentFragment;
    readonly keepTitle?: boolean;
    adoptFurtherStyles(styles: readonly CSSResult[]): void;
  };

/** What is to be seen before the journey runs. */
type First =
  | { readonly kind: 'loading' }
  | { readonly kind: 'page'; readonly address: string; readonly journey: Journey; readonly walk: Walk }
  /** Nothing has come yet; or what takes the answer did not come when it was given. */
  | { readonly kind: 'obstacle'; readonly obstacle: 'not-loaded' | 'unreachable' };

/**
 * Runs a journey in a widget: call {@link JourneyController.render} in its `render()`. It shows the first page as soon as it can, fetches
 * what runs the journey while that is read, and hands over. What is pressed meanwhile is not lost.
 */
export class JourneyController implements ReactiveController {
  readonly #host: JourneyHost;
  readonly #settings: () => JourneySettings | undefined;
  #service: RunnableService | undefined;
  #language = '';
  #first: First = { kind: 'loading' };
  /** Something was answered on the first page: it stays as it is until the journey runs. */
  #touched = false;
  #press: Press | undefined;
  #work = new AbortController();
  #listening: AbortController | undefined;
  #fetching: Promise<typeof Runner> | undefined;
  #running: RunningJourney | undefined;
  #begun = false;

  /** @param settings read when the widget first renders, and again when its service is another */
  constructor(host: JourneyHost, settings: () => JourneySettings | undefined) {
    this.#host = host;
    this.#settings = settings;
    host.addController(this);
  }

  /** Whether there was something to answer yet. Until then what the page wrote inside the widget's tag is of use. */
  get begun(): boolean {
    return this.#running?.shows ? this.#running.begun : this.#begun;
  }

  hostConnected(): void {
    if (this.#running) return;
    if (this.#work.signal.aborted) this.#work = new AbortController();
    const { signal } = (this.#listening = new AbortController());
    const root = this.#host.renderRoot;
    root.addEventListener('submit', (event) => this.#submitted(event as SubmitEvent), { signal });
    for (const type of ['input', 'change']) root.addEventListener(type, () => (this.#touched = true), { signal });
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    if (this.#running) return;
    this.#listening?.abort();
    this.#work.abort();
    // Nothing was shown yet: it begins again where the widget comes back.
    if (this.#first.kind === 'loading') this.#service = undefined;
  }

  hostUpdate(): void {
    const settings = this.#settings();
    if (this.#running || !settings) return;
    const language = closestLanguage(this.#host);
    if (settings.service !== this.#service || (language !== this.#language && !this.#touched)) this.#begin(settings, language);
  }

  hostUpdated(): void {
    // While the question is read, before the connection can be lost. What does not come is asked for again by the first press.
    if (this.#first.kind === 'page' && !this.#running) this.#run().catch(() => undefined);
  }

  /** What is to be seen now. */
  render(): unknown {
    const settings = this.#settings();
    if (this.#running && (this.#running.shows || settings?.service !== this.#service)) return this.#running.render();
    if (!settings) return nothing;
    const language = this.#language;
    const first = this.#first;
    const address = first.kind === 'page' ? first.address : '';
    const view: PageView = {
      address,
      journey: first.kind === 'page' ? first.journey : outlineOf(settings.service),
      specials: settings.service.specials ?? {},
      language,
      languages: settings.languages ?? [],
      enhanced: true,
      errors: [],
      changing: false,
      data: {},
      href: () => '',
      action: '',
      hidden: {},
      choices: settings.choices,
    };
    const [page] = first.kind === 'page' ? first.walk.pages : [];
    const shown =
      first.kind === 'obstacle'
        ? obstaclePage(first.obstacle === 'not-loaded' ? notLoaded(language) : unreachable(language), undefined, view)
        : first.kind === 'page' && page?.kind === 'step'
          ? stepPage(page, first.walk, noAnswers(), view)
          : loadingPage(view);
    return frameTemplate(`${first.kind} ${address} ${language}`, nothing, shown, { language, busy: this.#press !== undefined });
  }

  #begin(settings: JourneySettings, language: string): void {
    this.#work.abort();
    const { signal } = (this.#work = new AbortController());
    this.#service = settings.service;
    this.#language = language;
    this.#first = { kind: 'loading' };
    this.#touched = this.#begun = false;
    this.#press = undefined;
    this.#open(settings, signal).catch((error: unknown) => {
      if (signal.aborted) return;
      console.warn(error);
      this.#show({ kind: 'obstacle', obstacle: 'not-loaded' });
    });
  }

  /** Shows the first page, where that takes nothing that is to be fetched and no draft may lead elsewhere. */
  async #open({ service, drafts = 'none', choices }: JourneySettings, signal: AbortSignal): Promise<void> {
    const { specials = {} } = service;
    if (hasDrafts(outlineOf(service).name, drafts)) return this.#run();
    const journey = await journeyOf(service, noAnswers(), this.#language, signal);
    const walked = walk(journey, noAnswers(), specials);
    const [page] = walked.pages;
    if (signal.aborted) return;
    if (page?.kind !== 'step' || needsFurtherPages(page, choices !== undefined)) return this.#run();
    // Some are shown with what is there already.
    const kinds = page.questions.flatMap((each) => (each.kind === 'special' ? specialKind(each.special, specials) : []));
    await Promise.all(kinds.map((kind) => Object.hasOwn(kind, 'template') || kind.prepare?.()));
    if (signal.aborted) return;
    this.#begun = true;
    this.#show({ kind: 'page', address: page.address, journey, walk: walked });
  }

  #show(first: First): void {
    this.#first = first;
    this.#host.requestUpdate();
  }

  #submitted(event: SubmitEvent): void {
    const press = pressOf(event, this.#host);
    const settings = this.#settings();
    if (!press || !settings) return;
    if (this.#first.kind === 'obstacle' && this.#first.obstacle === 'not-loaded') return this.#begin(settings, this.#language);
    this.#press ??= press;
    this.#host.requestUpdate();
    const { signal } = this.#work;
    this.#run().catch((error: unknown) => {
      if (signal.aborted || this.#running) return;
      console.warn(error);
      this.#show({ kind: 'obstacle', obstacle: 'unreachable' });
    });
  }

  /** Hands over to what runs the journey, as soon as that is there. */
  async #run(): Promise<void> {
    const settings = this.#settings();
    if (!settings) return;
    const { signal } = this.#work;
    const { RunningJourney, runnerStyles } = await (this.#fetching ??= inTime(settings.runner()).catch((error: unknown) => {
      this.#fetching = undefined;
      throw error;
    }));
    if (this.#running || signal.aborted) return;
    this.#host.adoptFurtherStyles(runnerStyles);
    this.#listening?.abort();
    const press = this.#press && { form: this.#press.data, action: '' };
    const address = this.#first.kind === 'page' ? this.#first.address : '';
    this.#running = new RunningJourney(this.#host, this.#settings, { language: this.#language, address, press });
    this.#host.requestUpdate();
  }
}
