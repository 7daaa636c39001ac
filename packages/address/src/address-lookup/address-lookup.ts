import { BrowserKept, CouncilElement, type FieldError, render } from '@council-kit/core';
import type { CouncilCombobox, LegendOptions } from '@council-kit/elements';
import { html, nothing, type CSSResult, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Address, ListedAddress } from '../contract/address.ts';
import type { AddressAnswer } from '../question/address-answer.ts';
import { addressOfFields, fieldsOf, searchFieldNames, type AddressStage, type FieldNames } from '../question/address-fields.ts';
import { checkAddress } from '../question/check-address.ts';
import type { AskAddresses } from '../question/address-question.ts';
import { chosenAddress } from '../rules/chosen-address.ts';
import { singleLine } from '../rules/single-line.ts';
import { AddressFieldset } from './address-fieldset.ts';
import type { AddressOption } from './address-options.ts';
import { AddressChangeEvent } from './address-change-event.ts';
import { addressLookupMessages } from './address-lookup.messages.ts';
import { addressLookupStyles } from './address-lookup.styles.ts';
import { addressLookupTemplate } from './address-lookup.template.ts';
import { AddressSearch } from './address-search.ts';
import { searchPanelTemplate, wayTemplate } from './search-panel.template.ts';
import { questionOf } from './typed-question.ts';

/**
 * An address: found by its postcode or its beginning and chosen from a list, or written by hand at any point. Around written fields
 * (`addressLookupTemplate`) it enhances those; without children it writes the same itself. Either way a form submits them under their own
 * names: `address-line-1`, `address-town`, `address-postcode`, `address-uprn` …
 *
 * It asks the council's gateway for addresses and no one else for anything.
 *
 * @summary Find an address, or write it.
 * @tag council-address-lookup
 * @fires {AddressChangeEvent} council-address-change - Another address was chosen or written, or the one there was is gone.
 */
export class CouncilAddressLookup extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    name: {},
    names: { converter: (value) => namesOf(value) },
    legend: {},
    legendSize: { attribute: 'legend-size' },
    legendIsPageHeading: { type: Boolean, attribute: 'legend-is-page-heading' },
    hint: {},
    gateway: {},
    ask: { attribute: false },
    area: {},
    pause: { type: Number },
    stage: { reflect: true },
    errors: { attribute: false },
    disabled: { type: Boolean },
    required: { type: Boolean },
  };

  /** The beginning of the fields' names and ids. `address` by default. */
  declare name: string;
  /** Other names for fields, by part: `{"uprn": "property_uprn"}`, as a property or as JSON. */
  declare names: FieldNames;
  /** The question. */
  declare legend: string | undefined;
  declare legendSize: 's' | 'm' | 'l' | 'xl' | undefined;
  declare legendIsPageHeading: boolean | undefined;
  declare hint: string | undefined;
  /** Address of the council's gateway: `https://addresses.council.example`, or a path of this site. */
  declare gateway: string;
  /** Asks for addresses in place of the gateway. */
  declare ask: AskAddresses | undefined;
  /** `council`: an address that this council looks after (by default). `anywhere`: all of the country, and by hand also abroad. */
  declare area: 'council' | 'anywhere';
  /** Milliseconds after the last key before addresses are asked for. 300 by default. */
  declare pause: number;
  /** How far the resident has come: `search`, `by-hand`, `chosen`. */
  declare stage: Exclude<AddressStage, 'choose'>;
  /** What is wrong with the answer, by field. Shown at the fields. */
  declare errors: readonly FieldError[];
  declare disabled: boolean;
  /** It must be answered: {@link check} says so where it is not. */
  declare required: boolean;

  readonly #panel = document.createElement('div');
  /** The browser keeps no hidden field that a script wrote, and no search without autocompletion. */
  readonly #browserKept = new BrowserKept();
  #combobox: CouncilCombobox | undefined;
  readonly #fields = new AddressFieldset(this);
  readonly #search = new AddressSearch(this, () => this.language);
  /** Written by hand, while another is looked for. */
  #written: Address | undefined;
  #kept: Address | undefined;

  constructor() {
    super();
    this.name = 'address';
    this.names = {};
    this.gateway = '';
    this.area = 'council';
    this.pause = 300;
    this.stage = 'search';
    this.errors = [];
    this.disabled = false;
    this.required = false;
    this.#panel.className = 'council-address-panel';
    // What was set before the element was upgraded hides the class's own, and is set again.
    const host = this as unknown as Record<string, unknown>;
    for (const name of ['value', 'search', 'answer']) {
      if (!Object.hasOwn(this, name)) continue;
      const given = host[name];
      Reflect.deleteProperty(this, name);
      host[name] = given;
    }
  }

  /** The address there is; undefined while there is none. What is written by hand is given as it was typed. */
  get value(): Address | undefined {
    if (!this.#fields.byHand) return this.#kept;
    return this.#fields.value;
  }
  set value(address: Address | undefined) {
    if (!this.#fields.byHand) {
      this.#kept = address;
      return;
    }
    this.#fields.value = address;
    this.stage = address === undefined ? 'search' : address.uprn === undefined ? 'by-hand' : 'chosen';
    if (this.#combobox) this.#combobox.value = address && this.stage === 'chosen' ? singleLine(address) : this.#search.typed;
    this.requestUpdate();
  }

  /** What was typed to find it. */
  get search(): string {
    return this.#combobox?.value ?? this.#search.typed;
  }
  set search(typed: string) {
    this.#search.typed = typed;
    if (this.#combobox) this.#combobox.value = typed;
  }

  /** The form its fields belong to. */
  get form(): HTMLFormElement | null {
    return this.#fields.fieldset?.form ?? this.closest('form');
  }

  override focus(options?: FocusOptions): void {
    if (this.stage === 'by-hand') this.#fields.control('line-1')?.focus(options);
    else this.#combobox?.focus(options);
  }

  /** What is wrong with the answer now, in the order of its fields, in the page's language. Shows it at the fields as well. */
  check(): readonly FieldError[] {
    const answer = this.answer;
    const given = answer.address !== undefined || answer.search !== undefined || answer.stage === 'by-hand';
    this.errors = given || this.required ? checkAddress(answer, this.name, this.language, this.names) : [];
    return this.errors;
  }

  /** The answer to the journey question "address", finished or not. */
  get answer(): AddressAnswer {
    const { stage, value: address } = this;
    const search = this.search.trim();
    return { stage, ...(search !== '' && { search }), ...(stage !== 'search' && address && { address }) };
  }
  set answer(answer: AddressAnswer | undefined) {
    if (!answer) return;
    const { stage, search = '', address } = answer;
    // What a journey gives back is mostly what it was given: whoever is typing must not be disturbed.
    const now = this.answer;
    if (stage === now.stage && search === (now.search ?? '') && JSON.stringify(address) === JSON.stringify(now.address)) return;
    if (search !== '') this.search = search;
    if (stage === 'chosen' || stage === 'by-hand') {
      this.value = address;
      this.stage = stage;
    }
  }

  protected override template(): TemplateResult {
    const legend: LegendOptions | undefined = this.legend
      ? {
          text: this.legend,
          isPageHeading: this.legendIsPageHeading,
          classes: this.legendSize && `council-fieldset-legend--${this.legendSize}`,
        }
      : undefined;
    return addressLookupTemplate({
      name: this.name,
      names: this.names,
      legend,
      hint: this.hint ? { text: this.hint } : undefined,
      area: this.area,
      errors: this.errors,
      disabled: this.disabled,
      lang: this.language,
    });
  }

  protected override updateWritten(changed: PropertyValues): void {
    const fieldset = this.#fields.fieldset;
    if (fieldset && changed.has('disabled') && (this.hasUpdated || this.disabled)) fieldset.disabled = this.disabled;
    if (changed.has('errors')) this.#fields.showErrors(this.errors, this.language);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#kept !== undefined) {
      const kept = this.#kept;
      this.#kept = undefined;
      this.value = kept;
    }
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    adopt(this, addressLookupStyles);
    this.addEventListener('input', (event) => this.#input(event), { signal });
    this.addEventListener('focusin', () => this.#search.prepare(), { signal });
    this.addEventListener('change', (event) => this.#fields.isWritten(event.target) && this.#changed(), { signal });
    this.addEventListener('keydown', (event) => this.#key(event), { signal });
    this.addEventListener('council-combobox-choose', (event) => this.#choose((event.item as unknown as AddressOption).address), { signal });
    this.getRootNode().addEventListener('reset', (event) => event.target === this.form && setTimeout(() => this.#reset()), { signal });
    signal.addEventListener('abort', () => {
      this.#search.cancel();
      this.#panel.remove();
    });
    this.#browserKept.connect(this, this.name, signal, (kept) => this.#restore(kept));
    window.addEventListener('pageshow', ({ persisted }) => persisted || this.#readBack(), { signal });
    // What the server wrote, or the browser brought back, is an address to begin with.
    const given = this.#kept ?? this.value;
    if (given) {
      this.value = given;
      if (this.stage === 'chosen') this.#search.settle(singleLine(given));
    }
    // Errors are not hidden.
    else if (this.#fields.byHand?.querySelector('.council-error-message')) this.stage = 'by-hand';
  }

  protected override sync(): void {
    const byHand = this.#fields.byHand;
    if (!byHand) return;
    if (byHand.previousElementSibling !== this.#panel) byHand.before(this.#panel);
    byHand.hidden = this.stage !== 'by-hand';
    this.#fields.stage = this.stage;
    this.#browserKept.keep(JSON.stringify([this.stage, this.search, fieldsOf(this.#fields.value)]));
    const { styles } = this.#search;
    if (styles && this.getRootNode() instanceof ShadowRoot) adopt(this, styles);
    this.#showPanel();
  }

  /** What the browser brought back. */
  #restore(text: string): void {
    let kept: unknown;
    try {
      kept = JSON.parse(text);
    } catch {
      return;
    }
    const [stage, search, fields]: readonly unknown[] = Array.isArray(kept) ? kept : [];
    const address = addressOfFields((part) => String((fields as Readonly<Record<string, unknown>> | undefined)?.[part] ?? ''));
    this.search = String(search ?? '');
    if (address) this.value = address;
    if (stage === 'by-hand') this.stage = stage;
  }

  /** Written fields that the browser filled in again after the element had started. */
  #readBack(): void {
    const { value } = this;
    if (this.stage === 'search' && value && this.#fields.byHand) this.value = value;
  }

  // What was typed

  #input(event: Event): void {
    if (this.#fields.isWritten(event.target)) this.#fields.edited();
    else if (event.target === this.#combobox?.control) this.#typedText();
  }

  #typedText(): void {
    if (this.stage === 'chosen') {
      // It is another one that is looked for now.
      this.#fields.value = undefined;
      this.stage = 'search';
      this.#changed();
    }
    this.#search.type(this.search);
  }

  #key(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.defaultPrevented || event.isComposing || event.target !== this.#combobox?.control) return;
    // Of a form with a field to search in, Enter sends nothing before something is found.
    if (this.stage === 'chosen') return;
    event.preventDefault();
    this.#find();
  }

  /** "Find address", or Enter. */
  #find(): void {
    this.#search.find(this.search);
    this.#combobox?.focus();
  }

  #stop(): void {
    this.#search.stop();
    this.#combobox?.focus();
  }

  // What was found

  #choose(listed: ListedAddress): void {
    const address = chosenAddress(listed);
    const { singleLine: line } = listed;
    this.#fields.value = address;
    this.stage = 'chosen';
    this.#search.settle(line);
    if (this.#combobox) this.#combobox.value = line;
    this.errors = [];
    this.#changed();
    // Whoever keeps drafts listens for what a person changed.
    this.#fields.tellChange();
  }

  // By hand

  #writeByHand(): void {
    this.#search.cancel();
    this.#search.typed = this.search;
    if (this.stage === 'search') this.#fields.value = this.#written ?? this.#fromTyped();
    this.stage = 'by-hand';
    this.errors = [];
    this.#changed();
    void this.updateComplete.then(() => this.#fields.control('line-1')?.focus());
  }

  #lookUp(): void {
    const { value } = this;
    if (value?.uprn === undefined) {
      this.#written = value;
      this.#fields.value = undefined;
    }
    this.stage = value?.uprn === undefined ? 'search' : 'chosen';
    this.errors = [];
    this.#changed();
    void this.updateComplete.then(() => this.#combobox?.focus());
  }

  /** Nothing typed is lost: the postcode and the words go into the fields. */
  #fromTyped(): Address | undefined {
    const question = questionOf(this.#search.typed);
    const line = question.kind === 'postcode' ? question.narrow : question.kind === 'words' ? question.words : '';
    const postcode =
      'postcode' in question ? question.postcode.text : question.kind === 'nothing' || question.kind === 'words' ? '' : this.#search.typed;
    return line === '' && postcode === '' ? undefined : { lines: line === '' ? [] : [line], town: '', postcode, source: 'by-hand' };
  }

  #changed(): void {
    this.dispatchEvent(new AddressChangeEvent(this.value));
  }

  #reset(): void {
    this.#written = undefined;
    this.#search.forget();
    this.errors = [];
    this.#fields.forgetKnown();
    const { value } = this;
    this.stage = value ? 'by-hand' : 'search';
    if (this.#combobox) this.#combobox.value = '';
    this.requestUpdate();
  }

  // What is shown

  #say(key: Parameters<typeof addressLookupMessages.say>[0], places?: Readonly<Record<string, string | number>>): string {
    return addressLookupMessages.say(key, this.language, places);
  }

  #showPanel(): void {
    const { language, stage } = this;
    const search = stage === 'search' ? this.#search : undefined;
    const only = search?.only;
    if (only) {
      // A single match skips the list.
      queueMicrotask(() => this.#choose(only.address));
      return;
    }
    const items = search?.items ?? noOptions;
    const said = search?.said;
    const looking = search?.looking;
    const chosen = stage === 'chosen' ? this.value : undefined;
    const errorAt = searchFieldNames(this.name).search;
    const error = this.errors.find(({ field }) => field === errorAt || field === this.name || field === searchFieldNames(this.name).picked);
    const status = chosen ? this.#say('chosenSaid', { address: singleLine(chosen) }) : [said?.title, said?.way].filter(Boolean).join('. ');
    render(
      html`<div ?hidden=${stage === 'by-hand'}>
          <council-combobox
            search
            label=${this.#say('search')}
            hint=${this.#say('searchHint')}
            name=${errorAt}
            control-id=${errorAt}
            lang=${language}
            value=${this.#search.typed}
            error-message=${error?.message ?? nothing}
            .items=${items}
            .busy=${looking !== undefined && items.length === 0}
            .status=${status}
          ></council-combobox>
          ${searchPanelTemplate({
            language,
            said,
            looking,
            chosen,
            onFind: () => this.#find(),
            onStop: () => this.#stop(),
            onTryAgain: () => this.#search.again(),
            onByHand: () => this.#writeByHand(),
          })}
        </div>
        <div ?hidden=${stage !== 'by-hand'}>${wayTemplate(this.#say('lookUp'), () => this.#lookUp())}</div>`,
      this.#panel,
    );
    this.#combobox ??= this.#panel.querySelector('council-combobox') ?? undefined;
  }
}

/** One and the same: a new list each time would be news each time. */
const noOptions: readonly AddressOption[] = [];

/** Styles, once in the page or the widget that it stands in. */
function adopt(element: Element, { styleSheet }: CSSResult): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  // First in the order, so that a council's own come after.
  if (styleSheet && !root.adoptedStyleSheets.includes(styleSheet)) root.adoptedStyleSheets = [styleSheet, ...root.adoptedStyleSheets];
}

function namesOf(value: string | null): FieldNames {
  if (value === null || value === '') return {};
  try {
    const names: unknown = JSON.parse(value);
    if (typeof names === 'object' && names !== null && Object.values(names).every((name) => typeof name === 'string'))
      return names as FieldNames;
  } catch {
    // Told below.
  }
  console.warn(`<council-address-lookup names="${value.slice(0, 60)}…">: names is a JSON object, {"uprn": "property_uprn"}.`);
  return {};
}

declare global {
  interface HTMLElementTagNameMap {
    'council-address-lookup': CouncilAddressLookup;
  }
}
