import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, PropertyValues } from 'lit';
import type { ErrorMessageOptions, HintOptions } from './field-options.ts';
import { showFieldError } from './show-field-error.ts';

/** The native controls that a host stands for. */
export type NativeControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Fields without a name or an id still need an id for their label: a count that only grows. */
let unnamed = 0;

/** The base of every element that asks for one answer: a name, a hint, an error, and an id that labels and summaries find. */
export abstract class FieldElement extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    hint: {},
    errorMessage: { attribute: 'error-message' },
    name: {},
    controlId: { attribute: 'control-id' },
    disabled: { type: Boolean },
    required: { type: Boolean },
  };

  /** One short sentence that helps to answer. */
  declare hint: string | undefined;
  /** What is wrong with the answer, and how to put it right. Shown at the field. */
  declare errorMessage: string | undefined;
  /** The name the answer is submitted by. */
  declare name: string | undefined;
  /** The id of the field's (first) control. Its name by default, a number after it where the page has that id already. */
  declare controlId: string | undefined;
  declare disabled: boolean;

  /** It must be answered. Told to the browser's own checks; the kit's forms say it in their errors. */
  declare required: boolean | undefined;

  #id = '';
  #customValidity: string | undefined;
  #kept: Map<string, unknown> | undefined;

  constructor() {
    super();
    this.disabled = false;
  }

  /** The (first) native control, once it is there. */
  abstract get control(): NativeControl | null;

  /**
   * What was set on the host before there was a control for it. A property that was assigned before the element was
   * upgraded hides the class's own: it is taken off, and kept as if it had been assigned now.
   */
  protected keepAssigned(...names: string[]): void {
    for (const name of names) {
      if (!Object.hasOwn(this, name)) continue;
      const host = this as unknown as Record<string, unknown>;
      this.keep(name, host[name]);
      Reflect.deleteProperty(this, name);
    }
  }
  protected keep(name: string, value: unknown): void {
    this.#kept ??= new Map();
    this.#kept.set(name, value);
  }
  protected kept(name: string): unknown {
    return this.#kept?.get(name);
  }

  override focus(options?: FocusOptions): void {
    this.control?.focus(options);
  }
  override blur(): void {
    this.control?.blur();
  }
  override click(): void {
    this.control?.click();
  }

  get form(): HTMLFormElement | null {
    return this.control?.form ?? this.closest('form');
  }
  get validity(): ValidityState | undefined {
    return this.control?.validity;
  }
  get validationMessage(): string {
    return this.control?.validationMessage ?? '';
  }
  get willValidate(): boolean {
    return this.control?.willValidate ?? false;
  }
  get labels(): NodeListOf<HTMLLabelElement> | null {
    return this.control?.labels ?? null;
  }
  checkValidity(): boolean {
    return this.control?.checkValidity() ?? true;
  }
  reportValidity(): boolean {
    return this.control?.reportValidity() ?? true;
  }
  setCustomValidity(message: string): void {
    const { control } = this;
    if (control) control.setCustomValidity(message);
    else this.#customValidity = message;
  }

  /** The id of the generated control. Unique in its tree, because labels and summary links find it by id. */
  protected get ownId(): string {
    if (this.controlId) return this.controlId;
    if (this.#id === '') {
      const wanted = this.name || `council-field-${String((unnamed += 1))}`;
      const root = this.getRootNode() as Document | ShadowRoot;
      let id = wanted;
      for (let number = 2; root.getElementById?.(id) != null; number += 1) id = `${wanted}-${String(number)}`;
      this.#id = id;
    }
    return this.#id;
  }

  /** The options all fields share, from the properties. */
  protected fieldOptions(): { id: string; name: string; hint?: HintOptions; errorMessage?: ErrorMessageOptions; lang: string } {
    return {
      id: this.ownId,
      name: this.name ?? '',
      hint: this.hint ? { text: String(this.hint) } : undefined,
      errorMessage: this.errorMessage ? { text: String(this.errorMessage) } : undefined,
      // The nearest `lang` is a walk up the page: only where there are words of ours to say.
      lang: this.errorMessage || this.saysWords ? this.language : 'en',
    };
  }

  /** Whether the template says words of its own, beside "Error", and so needs to know the language. */
  protected get saysWords(): boolean {
    return false;
  }

  /** What the error describes, and the id it is called after. The control; a group's fieldset. */
  protected get described(): { element: Element; id: string } | undefined {
    const { control } = this;
    return control ? { element: control, id: control.id } : undefined;
  }

  protected override updateWritten(changed: PropertyValues): void {
    if (!changed.has('errorMessage') || !(this.hasUpdated || this.errorMessage)) return;
    const { described } = this;
    const group = described?.element.closest('.council-form-group');
    if (described && group) showFieldError(group, described.element, described.id, this.errorMessage || undefined, this.language);
  }

  /** Tells the native control whether it must be answered. */
  protected require(required: boolean): void {
    const { control } = this;
    if (control) control.required = required;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // A written control keeps its own `required` until the host is told otherwise.
    if (changed.has('required')) this.require(this.required === true);
    if (this.#kept === undefined && this.#customValidity === undefined) return;
    const { control } = this;
    if (!control) return;
    if (this.#customValidity !== undefined) control.setCustomValidity(this.#customValidity);
    this.#customValidity = undefined;
    const kept = this.#kept;
    this.#kept = undefined;
    const host = this as unknown as Record<string, unknown>;
    for (const [name, value] of kept ?? []) host[name] = value;
  }
}
