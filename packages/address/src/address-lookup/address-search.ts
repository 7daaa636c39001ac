import type { CSSResult, ReactiveController, ReactiveControllerHost } from 'lit';
import type { AddressesQuestion, AskAddresses } from '../question/address-question.ts';
import type { AddressOption, AddressOptions } from './address-options.ts';
import { addressLookupMessages } from './address-lookup.messages.ts';
import type { Found } from './find-addresses.ts';
import type { Said } from './search-panel.template.ts';
import { questionOf } from './typed-question.ts';
import { whenDown } from './when-down.ts';

type Searching = typeof import('./searching.ts');

/** Whom addresses are asked for, and where. */
export interface SearchHost extends ReactiveControllerHost {
  readonly ask: AskAddresses | undefined;
  readonly gateway: string;
  readonly area: 'council' | 'anywhere';
  readonly pause: number;
}

/** What was typed, and what was found for it. */
export class AddressSearch implements ReactiveController {
  /** What was typed to find it. */
  typed = '';
  readonly #host: SearchHost;
  readonly #language: () => string;
  #searching: Searching | undefined;
  #options: AddressOptions | undefined;
  /** What is asked for now: the last thing typed, once whoever types has paused. */
  #asked: AddressesQuestion['by'] | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #progress: Found | undefined;
  #stopped = false;
  /** "Find address" was pressed: what is too short or wrong is said now, and a single match is chosen. */
  #pressed = false;
  /** What was asked for last, of whom and in which language: another of these asks again. */
  #askedWith: readonly unknown[] = [];
  #asking = new AbortController();
  /** What was found for it; undefined while it is looked for. */
  #result: Found | undefined;

  constructor(host: SearchHost, language: () => string) {
    this.#host = host;
    this.#language = language;
    host.addController(this);
  }

  hostUpdate(): void {
    const { ask, gateway, area } = this.#host;
    const wanted = [JSON.stringify(this.#asked), ask, gateway, area, this.#language()];
    if (wanted.every((each, at) => each === this.#askedWith[at])) return;
    this.#askedWith = wanted;
    void this.#find();
  }

  async #find(): Promise<void> {
    this.#asking.abort();
    const { signal } = (this.#asking = new AbortController());
    this.#progress = undefined;
    this.#result = undefined;
    this.#stopped = false;
    const by = this.#asked;
    if (!by) return;
    const { ask, gateway, area } = this.#host;
    const language = this.#language();
    const progress = (found: Found): void => {
      if (signal.aborted) return;
      this.#progress = found;
      this.#host.requestUpdate();
    };
    let result: Found;
    try {
      const { askGateway, findAddresses } = await this.load();
      signal.throwIfAborted();
      result = await findAddresses(ask ?? askGateway(gateway), { by, area }, { language, signal, progress });
    } catch {
      result = { kind: 'down' };
    }
    if (signal.aborted) return;
    this.#result = result;
    this.#host.requestUpdate();
  }

  /** What only who searches needs, fetched once. */
  async load(): Promise<Searching> {
    if (this.#searching) return this.#searching;
    const searching = await import('./searching.ts');
    this.#options ??= new searching.AddressOptions();
    this.#searching = searching;
    this.#host.requestUpdate();
    return searching;
  }

  /** Fetches it before it is needed. Where that fails, the search says so. */
  prepare(): void {
    void this.load().catch(() => undefined);
  }

  /** What lists look like, once there can be one. */
  get styles(): CSSResult | undefined {
    return this.#searching?.comboboxStyles;
  }

  /** Somebody typed. */
  type(text: string): void {
    this.typed = text;
    this.#pressed = false;
    this.#stopped = false;
    this.cancel();
    const wanted = this.#wanted();
    if (JSON.stringify(wanted) !== JSON.stringify(this.#asked)) {
      // What was found for something else is not shown while this is waited for; narrowing what is there needs no asking.
      this.#asked = undefined;
      if (wanted) this.#timer = setTimeout(() => this.#askNow(), this.#host.pause);
    }
    this.#host.requestUpdate();
  }

  /** "Find address", or Enter. */
  find(text: string): void {
    this.typed = text;
    this.#pressed = true;
    this.prepare();
    if (this.#stopped || this.#found?.kind === 'down') this.again();
    else this.#askNow();
  }

  again(): void {
    this.#stopped = false;
    this.#asked = this.#wanted();
    this.#askedWith = [];
    this.#host.requestUpdate();
  }

  stop(): void {
    this.#stopped = true;
    this.#progress = undefined;
    this.#asking.abort();
    this.#host.requestUpdate();
  }

  /** One was chosen: `line` is what stands in the field. */
  settle(line: string): void {
    this.#pressed = false;
    this.typed = line;
  }

  forget(): void {
    this.typed = '';
    this.#asked = undefined;
  }

  /** Asks no more for what was typed last. */
  cancel(): void {
    clearTimeout(this.#timer);
  }

  /** The addresses to choose from. */
  get items(): readonly AddressOption[] {
    const question = questionOf(this.typed);
    const found = this.#found;
    const narrow = question.kind === 'postcode' ? question.narrow : '';
    return this.#options?.of(found?.kind === 'found' ? found.addresses : [], narrow) ?? none;
  }

  /** The one that somebody asked for, where it alone fits all that was typed: it needs no list. */
  get only(): AddressOption | undefined {
    const [question, found] = [questionOf(this.typed), this.#found];
    if (!this.#pressed || this.#pending || found?.kind !== 'found') return undefined;
    return this.#options?.only(found.addresses, question.kind === 'postcode' ? question.narrow : this.typed);
  }

  /** Words while it looks; undefined when it does not. */
  get looking(): string | undefined {
    const found = this.#found;
    if (!this.#pending || found?.kind === 'busy') return undefined;
    const language = this.#language();
    return this.#searching?.howFar(found, language) ?? addressLookupMessages.say('looking', language);
  }

  /** What is the matter, and what to do about it; undefined where nothing is. */
  get said(): Said | undefined {
    const language = this.#language();
    const found = this.#found;
    // Without what asks, nothing can be found, whoever answers.
    if (!this.#searching) return found?.kind === 'down' ? whenDown(language) : undefined;
    return this.#searching.whatIsTheMatter({
      typed: this.typed,
      question: questionOf(this.typed),
      found,
      shown: this.items.length,
      pending: this.#pending,
      pressed: this.#pressed,
      stopped: this.#stopped,
      language,
    });
  }

  #wanted(): AddressesQuestion['by'] | undefined {
    const question = questionOf(this.typed);
    if (question.kind === 'postcode') return { postcode: question.postcode.text };
    return question.kind === 'words' ? { words: question.words } : undefined;
  }

  #askNow(): void {
    this.cancel();
    this.#asked = this.#wanted();
    this.#host.requestUpdate();
  }

  get #pending(): boolean {
    return this.#asked !== undefined && !this.#stopped && this.#result === undefined;
  }

  /** What is known for what is typed now; undefined while nothing is. */
  get #found(): Found | undefined {
    return this.#asked && !this.#stopped ? (this.#result ?? this.#progress) : undefined;
  }
}

/** One and the same: a new list each time would be news each time. */
const none: readonly AddressOption[] = [];
