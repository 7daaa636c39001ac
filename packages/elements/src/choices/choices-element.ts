import type { PropertyDeclarations, PropertyValues } from 'lit';
import { afterReset } from '../field/after-reset.ts';
import { FieldElement } from '../field/field-element.ts';
import { itemList } from '../field/item-list.ts';
import { ChoiceSearch } from './choice-search.ts';
import type { Choice, ChoicesOptions } from './choices.template.ts';

/** The base of radios and checkboxes: what is revealed by a choice, and searching among many. */
export abstract class ChoicesElement extends FieldElement {
  static override readonly properties: PropertyDeclarations = {
    legend: {},
    legendSize: { attribute: 'legend-size' },
    legendIsPageHeading: { type: Boolean, attribute: 'legend-is-page-heading' },
    items: { converter: itemList<Choice>('council-radios and council-checkboxes') },
    small: { type: Boolean },
    searchable: { type: Boolean },
  };

  /** The question. */
  declare legend: string | undefined;
  /** `s`, `m`, `l` or `xl`: the question in a heading's size. */
  declare legendSize: 's' | 'm' | 'l' | 'xl' | undefined;
  /** Makes the question the page's h1. */
  declare legendIsPageHeading: boolean;
  /** What there is to choose from: a property, or JSON in the attribute. */
  declare items: readonly Choice[];
  declare small: boolean;
  /** A field above the choices that narrows them as one types. For a dozen and more. */
  declare searchable: boolean;

  protected abstract readonly type: 'radio' | 'checkbox';
  #search: ChoiceSearch | undefined;

  constructor() {
    super();
    this.legendIsPageHeading = false;
    this.items = [];
    this.small = false;
    this.searchable = false;
  }

  /** The native radios or checkboxes; not those that a choice of this group reveals in an element of their own. */
  get inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>(`input[type="${this.type}"]`)].filter(
      (input) => input.closest(this.localName) === this,
    );
  }

  override get control(): HTMLInputElement | null {
    return this.inputs[0] ?? null;
  }

  override focus(options?: FocusOptions): void {
    const inputs = this.inputs.filter((input) => !input.disabled);
    (inputs.find((input) => input.checked) ?? inputs[0])?.focus(options);
  }

  protected override get saysWords(): boolean {
    return this.searchable;
  }

  /** The options radios and checkboxes share, from the properties. */
  protected choicesOptions(block: string): ChoicesOptions {
    const { id, ...field } = this.fieldOptions();
    return {
      ...field,
      idPrefix: id,
      items: this.items,
      fieldset: this.legend
        ? {
            disabled: this.disabled,
            legend: {
              text: String(this.legend),
              isPageHeading: this.legendIsPageHeading,
              classes: this.legendSize && `council-fieldset-legend--${this.legendSize}`,
            },
          }
        : undefined,
      disabled: this.legend ? undefined : this.disabled,
      searchable: this.searchable,
      classes: this.small ? `${block}--small` : undefined,
    };
  }

  protected get fieldset(): HTMLFieldSetElement | null {
    const fieldset = this.control?.closest('fieldset');
    return fieldset && this.contains(fieldset) ? fieldset : null;
  }

  protected override get described(): { element: Element; id: string } | undefined {
    const { control } = this;
    return control ? { element: this.fieldset ?? control, id: control.id } : undefined;
  }

  protected override updateWritten(changed: PropertyValues): void {
    super.updateWritten(changed);
    if (!changed.has('disabled') || !(this.hasUpdated || this.disabled)) return;
    for (const part of this.fieldset ? [this.fieldset] : this.inputs) part.disabled = this.disabled;
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    // A radio elsewhere in the form can take this group's choice away: no event of the group's own tells that. Clicks come
    // before input and change, so that whoever listens for those finds the form as it will be sent.
    this.getRootNode().addEventListener('click', (event) => this.#clicked(event), { signal });
    afterReset(this, signal, () => this.reveal());
    // The browser may bring back what was chosen after the element has started, and the whole page on Back.
    window.addEventListener('pageshow', () => this.reveal(), { signal });
    this.#search = new ChoiceSearch(this, signal);
  }

  #clicked(event: Event): void {
    const input = event.composedPath()[0];
    if (!(input instanceof HTMLInputElement) || input.type !== this.type) return;
    const { control } = this;
    if (!control || input.form !== control.form || !this.inputs.some(({ name }) => name === input.name)) return;
    this.chosen(input);
    this.reveal();
  }

  /** Somebody clicked a choice of this group, here or elsewhere in the form. */
  protected chosen(_input: HTMLInputElement): void {
    /* Nothing more by default. */
  }

  protected override sync(): void {
    this.reveal();
    const container = this.querySelector<HTMLElement>('.council-radios, .council-checkboxes');
    if (container && (this.searchable || container.dataset['searchable'] !== undefined)) this.#search?.show(container, this.language);
  }

  /** Shows what the choices made ask for, and hides the rest. Without JavaScript all of it is shown. */
  protected reveal(): void {
    const root = this.getRootNode();
    // Taken out of the page before it was drawn: it shows nothing, and reveals nothing.
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    for (const input of this.inputs) {
      const id = input.dataset['ariaControls'];
      const target = id === undefined ? null : root.getElementById(id);
      if (!id || !target) {
        const before = input.getAttribute('aria-controls');
        // What it asked is gone: the children were rendered again.
        if (before && !root.getElementById(before)) for (const name of ['aria-controls', 'aria-expanded']) input.removeAttribute(name);
        continue;
      }
      input.setAttribute('aria-controls', id);
      // A radio has no expanded state (https://www.w3.org/TR/wai-aria-1.2/#radio); a checkbox has.
      if (this.type === 'checkbox') input.setAttribute('aria-expanded', String(input.checked));
      target.hidden = !input.checked;
    }
  }
}
