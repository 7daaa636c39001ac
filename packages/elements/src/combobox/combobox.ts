import { BrowserKept, setWords } from '@council-kit/core';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { afterReset } from '../field/after-reset.ts';
import { Announcer } from '../field/announcer.ts';
import type { NativeControl } from '../field/field-element.ts';
import { FormControlElement } from '../field/form-control-element.ts';
import { itemList } from '../field/item-list.ts';
import { selectTemplate } from '../select/select.template.ts';
import { textInputTemplate } from '../text-input/text-input.template.ts';
import { ComboboxChooseEvent } from './combobox-choose-event.ts';
import { comboboxMessages } from './combobox.messages.ts';
import { OptionIndex, type ComboboxItem } from './option-index.ts';
import { OptionList } from './option-list.ts';

/**
 * A field that lists what fits while one types. It comes in two kinds:
 *
 * - **One of a long list.** Around a written `<select>` it puts a field in front of that; without children it writes the same from its
 *   `items`. What is submitted is the value of the option that was chosen.
 * - **A search** (`search`, or around a written `<input>`). Somebody else finds the `items` for what is typed; what is submitted is the text.
 *
 * Meets https://github.com/alphagov/accessible-autocomplete/blob/main/accessibility-criteria.md.
 *
 * @summary A text field that offers what fits.
 * @tag council-combobox
 * @fires {ComboboxChooseEvent} council-combobox-choose - One of the options was chosen.
 */
export class CouncilCombobox extends FormControlElement {
  static override readonly properties: PropertyDeclarations = {
    items: { converter: itemList<ComboboxItem>('council-combobox') },
    search: { type: Boolean },
    busy: { type: Boolean },
    status: { attribute: false },
  };

  /** What there is to choose from: a property, or JSON in the attribute. Of a search: what was found for the text in the field. */
  declare items: readonly ComboboxItem[];
  /** The items are found by somebody else, and shown as they come. */
  declare search: boolean | undefined;
  /** They are being looked for. */
  declare busy: boolean;
  /** What else is told to people who listen, in turn with the numbers of options: that nothing was found, and why. */
  declare status: string;

  readonly #own = document.createElement('div');
  readonly #help = document.createElement('span');
  readonly #status = document.createElement('p');
  readonly #region = document.createElement('div');
  readonly #list = new OptionList((item) => this.#choose(item));
  /** What was chosen and typed: the browser keeps neither an option that is not there when it restores, nor a field without autocompletion. */
  readonly #kept = new BrowserKept();
  #field: HTMLInputElement | undefined;
  #announcer: Announcer | undefined;
  #index: OptionIndex | undefined;
  #wanted: string | undefined;
  /** Somebody closed the list: what is found meanwhile does not open it again. */
  #dismissed = false;
  #pressing = false;
  /** Written by us: somebody else's custom validity is left alone. */
  #unmatched = false;

  constructor() {
    super();
    this.items = [];
    this.busy = false;
    this.status = '';
    this.#own.className = 'council-combobox';
    this.#help.hidden = true;
    this.#status.className = 'council-combobox-status council-hint';
    this.#status.setAttribute('aria-hidden', 'true');
    this.#status.hidden = true;
    this.#region.className = 'council-visually-hidden';
    this.#region.setAttribute('role', 'status');
  }

  /** The field that one types into. */
  override get control(): NativeControl | null {
    return this.#field ?? this.querySelector<NativeControl>(written);
  }
  get #select(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  /** What is submitted: the value of the chosen option; of a search, the text. */
  override get value(): string {
    return this.#select?.value ?? super.value;
  }
  override set value(value: string) {
    const select = this.#select;
    if (!select || this.control === select) {
      super.value = value;
      this.#keep();
      return;
    }
    const item = this.#itemOf(value);
    // It may be set before there is anything to choose from.
    this.#wanted = item === undefined && value !== '' ? value : undefined;
    this.#submit(item);
    this.#showChosen();
  }

  /** Whether the options are shown. */
  get expanded(): boolean {
    return this.#list.open;
  }

  protected override get saysWords(): boolean {
    return true;
  }

  protected override get described(): { element: Element; id: string } | undefined {
    const { control } = this;
    return control ? { element: control, id: this.#select?.id ?? control.id } : undefined;
  }

  protected override template(): TemplateResult {
    const options = this.fieldOptions();
    if (this.search) return textInputTemplate({ ...options, value: this.getAttribute('value') ?? undefined, spellcheck: false });
    // Ten thousand options in the page serve nobody there: the chosen one is added when it is.
    const value = this.getAttribute('value') ?? '';
    const chosen = value === '' ? undefined : this.items.find((item) => (item.value ?? item.text) === value);
    return selectTemplate({ ...options, items: [{ value: '', text: '' }, ...(chosen ? [{ ...chosen, selected: true }] : [])] });
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('items')) this.#index = undefined;
  }

  protected override updateWritten(changed: PropertyValues): void {
    super.updateWritten(changed);
    const select = this.#select;
    if (select && changed.has('disabled') && (this.hasUpdated || this.disabled)) select.disabled = this.disabled;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#select) {
      if (changed.has('items') || changed.has('busy') || changed.has('status')) this.#found();
    } else if (changed.has('items')) {
      if (this.#wanted !== undefined) this.value = this.#wanted;
      // Prepared before somebody waits for it.
      if (this.#list.open) this.#narrow();
      else void this.#options;
    }
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.#announcer = new Announcer(this.#region, signal);
    this.#announcer.say('');
    this.#own.append(this.#help, this.#list.element, this.#status, this.#region);
    this.addEventListener('input', (event) => event.target === this.control && this.#typed(), { signal, capture: true });
    this.addEventListener('keydown', (event) => event.target === this.control && this.#key(event), { signal });
    this.addEventListener('click', (event) => event.target === this.control && this.#select && !this.#list.open && this.#narrow(), {
      signal,
    });
    this.addEventListener('focusout', (event) => event.target === this.control && this.#left(signal), { signal });
    // A press elsewhere takes the focus away before it is over: what is pressed must not move from under it as the list closes.
    window.addEventListener('mousedown', () => (this.#pressing = true), { signal, capture: true });
    window.addEventListener('mouseup', () => (this.#pressing = false), { signal, capture: true });
    this.addEventListener(
      'focusin',
      (event) => {
        if (event.target === this.control) this.#dismissed = false;
        // Whoever follows a link of the error summary comes to the select.
        else if (event.target === this.#select) this.control?.focus();
      },
      { signal },
    );
    // A script, a password manager or Back chose for them.
    this.addEventListener('change', (event) => event.target === this.#select && event.isTrusted && this.#showChosen(), { signal });
    // The page may bring its own back into a written select.
    window.addEventListener('pageshow', ({ persisted }) => persisted || this.#showChosen(), { signal });
    this.#kept.connect(this.#own, this.name ?? this.querySelector<NativeControl>(written)?.name ?? '', signal, (kept) =>
      this.#restore(kept),
    );
    afterReset(this, signal, () => this.#showChosen());
    signal.addEventListener('abort', () => {
      this.#list.hide();
      this.#own.remove();
    });
  }

  protected override sync(): void {
    const select = this.#select;
    const source = select ?? this.querySelector<HTMLInputElement>(written);
    if (!source) return;
    const first = this.#field === undefined;
    const field = select ? this.#standBehind(select) : (source as HTMLInputElement);
    this.#field = field;

    const { element: list } = this.#list;
    list.id = `${field.id}-options`;
    this.#help.id = `${field.id}-help`;
    const help = comboboxMessages.say('help', this.language);
    setWords(this.#help, help);
    list.setAttribute('aria-label', this.labels?.[0]?.textContent?.trim() ?? '');
    const set = (name: string, value: string): void => {
      if (field.getAttribute(name) !== value) field.setAttribute(name, value);
    };
    for (const [name, value] of Object.entries(fieldAttributes)) set(name, value);
    set('aria-controls', list.id);
    // An error that comes later is told by the template to the select, and by written HTML to the field.
    const told = first || this.origin === 'generated' ? source : field;
    const described = (told.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((id) => id && id !== this.#help.id);
    set('aria-describedby', [...described, this.#help.id].join(' '));
    if (select && told === select) field.classList.toggle('council-input--error', select.classList.contains('council-select--error'));
    this.#showState();
    if (this.#own.previousSibling !== source) source.after(this.#own);
    if (first && select) this.#showChosen();
  }

  /** The select keeps the value and stands behind the field, to which its label and the links of a summary lead. */
  #standBehind(select: HTMLSelectElement): HTMLInputElement {
    const field = this.#field ?? document.createElement('input');
    field.classList.add('council-input');
    // The id stays the select's own, or `form.elements` would find two by that name.
    field.id = `${select.id}-field`;
    for (const label of [...select.labels]) label.htmlFor = field.id;
    select.classList.add('council-visually-hidden');
    select.tabIndex = -1;
    select.setAttribute('aria-hidden', 'true');
    field.disabled = select.disabled;
    if (select.required) field.required = true;
    select.required = false;
    if (field.parentNode !== this.#own) this.#own.prepend(field);
    return field;
  }

  get #options(): OptionIndex {
    return (this.#index ??= new OptionIndex(this.items.length > 0 ? this.items : itemsOf(this.#select)));
  }

  #typed(): void {
    this.#dismissed = false;
    // What a search finds comes by itself.
    if (!this.#select) return this.#keep();
    this.#wanted = undefined;
    this.#submit(this.#options.exact(this.control?.value ?? ''));
    this.#narrow();
  }

  /** Shows what fits the text; everything, where that is what was chosen. */
  #narrow(): void {
    const text = this.control?.value.trim() ?? '';
    const query = text !== '' && this.#chosen?.text === text && !this.#list.open ? '' : text;
    const items = this.#options.narrow(query);
    this.#list.show(items);
    const none = items.length === 0 ? comboboxMessages.say('none', this.language, { query: text }) : '';
    setWords(this.#status, none);
    this.#status.hidden = none === '';
    this.#announcer?.say(none || this.#count());
    this.#showState();
  }

  /** A search: what was found is shown where somebody is still in the field. */
  #found(): void {
    const here = !this.#dismissed && this.#here;
    if (this.items.length > 0 && here && !this.busy) {
      const isMore = this.#list.open && this.#list.items.every((item, index) => item === this.items[index]);
      if (isMore) this.#list.extend(this.items);
      else this.#list.show(this.items);
    } else if (this.items.length === 0) this.#list.hide();
    const words = this.busy ? comboboxMessages.say('busy', this.language) : this.status || (this.#list.open ? this.#count() : '');
    this.#announcer?.say(words);
    this.#showState();
  }

  #count(): string {
    return comboboxMessages.say('count', this.language, { count: this.#list.items.length });
  }

  #key(event: KeyboardEvent): void {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    const list = this.#list;
    const down = event.key === 'ArrowDown';
    if (down || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!list.open) this.open();
      if (list.open && !event.altKey) list.go(down ? 1 : -1);
    } else if (event.key === 'Enter' && list.active) {
      event.preventDefault();
      this.#choose(list.active);
    } else if (event.key === 'Tab' && list.active && this.#select) this.#choose(list.active);
    else if (event.key === 'Escape' && list.open) {
      event.preventDefault();
      this.#close();
    }
    this.#showState();
  }

  /** Shows the options, where there are any. */
  open(): void {
    this.#dismissed = false;
    if (this.#select) this.#narrow();
    else this.#found();
  }

  #choose(item: ComboboxItem): void {
    const { control } = this;
    if (!control) return;
    control.value = item.text;
    this.#close();
    this.#announcer?.say(comboboxMessages.say('chosen', this.language, { text: item.text }));
    control.focus();
    if (!this.#select) this.#keep();
    else {
      this.#submit(item);
      for (const type of ['input', 'change']) this.#select.dispatchEvent(new Event(type, { bubbles: true, composed: type === 'input' }));
    }
    this.dispatchEvent(new ComboboxChooseEvent(item));
  }

  #left(signal: AbortSignal): void {
    if (!this.#pressing) this.#close();
    else window.addEventListener('mouseup', () => setTimeout(() => !this.#here && this.#close()), { signal, once: true });
  }

  /** Whether the focus is in the field. */
  get #here(): boolean {
    return (this.getRootNode() as Document | ShadowRoot).activeElement === this.control;
  }

  #close(): void {
    if (!this.#status.hidden || this.#list.open) this.#announcer?.say('');
    this.#dismissed = true;
    this.#status.hidden = true;
    this.#list.hide();
    this.#showState();
  }

  #itemOf(value: string): ComboboxItem | undefined {
    return this.#options.items.find((item) => (item.value ?? item.text) === value);
  }

  get #chosen(): ComboboxItem | undefined {
    return this.#select?.value ? this.#itemOf(this.#select.value) : undefined;
  }

  /** What the form submits. */
  #submit(item: ComboboxItem | undefined): void {
    const select = this.#select;
    const { control } = this;
    if (!select || !(control instanceof HTMLInputElement)) return;
    const value = item ? (item.value ?? item.text) : '';
    if (value !== '' && ![...select.options].some((option) => option.value === value)) select.add(new Option(item?.text, value));
    select.value = value;
    this.#match();
  }

  #keep(): void {
    this.#kept.keep(JSON.stringify([this.#select?.value ?? '', this.#field?.value ?? '']));
  }

  /** What the browser brought back: what was chosen, and what stood in the field. */
  #restore(kept: string): void {
    const [value, text] = keptFrom(kept);
    if (value !== '') this.value = value;
    else if (text !== '' && this.#field?.value === '') {
      this.#field.value = text;
      this.#match();
    }
    this.#keep();
  }

  /** Text that is none of the options submits nothing, and says so to the browser's own checks. */
  #match(): void {
    const { control } = this;
    const unmatched = this.value === '' && (control?.value.trim() ?? '') !== '';
    if (unmatched !== this.#unmatched) control?.setCustomValidity(unmatched ? comboboxMessages.say('unmatched', this.language) : '');
    this.#unmatched = unmatched;
    this.#keep();
  }

  /** The text of what is submitted, in the field. */
  #showChosen(): void {
    const select = this.#select;
    const field = this.#field;
    if (!select || !field) return;
    field.value = select.value === '' ? '' : (select.selectedOptions[0]?.textContent?.trim() ?? '');
    this.#match();
  }

  #showState(): void {
    const field = this.#field;
    if (!field) return;
    const { open, activeId } = this.#list;
    field.setAttribute('aria-expanded', String(open));
    if (activeId) field.setAttribute('aria-activedescendant', activeId);
    else field.removeAttribute('aria-activedescendant');
  }
}

/** A control of the page's, not what the browser keeps for us. */
const written = 'select, input:not([form=""])';

const fieldAttributes = { role: 'combobox', 'aria-autocomplete': 'list', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' };

function keptFrom(text: string): readonly [value: string, text: string] {
  try {
    const kept: unknown = JSON.parse(text);
    if (Array.isArray(kept) && kept.length === 2 && kept.every((each) => typeof each === 'string'))
      return kept as unknown as [string, string];
  } catch {
    // Somebody else's.
  }
  return ['', ''];
}

/** The options that the server wrote. The empty one ("Choose a ward") is no choice. */
function itemsOf(select: HTMLSelectElement | null): ComboboxItem[] {
  return [...(select?.options ?? [])]
    .filter(({ value, disabled }) => value !== '' && !disabled)
    .map((option) => {
      const group = option.closest('optgroup')?.label;
      return { value: option.value, text: option.text, ...(group ? { group } : {}) };
    });
}

declare global {
  interface HTMLElementTagNameMap {
    'council-combobox': CouncilCombobox;
  }
}
