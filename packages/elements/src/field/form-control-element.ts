import { CouncilElement } from '@council-kit/core';
import type { PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { ErrorMessageOptions, HintOptions, LabelOptions } from './field-options.ts';
import { showFieldError } from './show-field-error.ts';

/** The native controls that a host stands for. */
export type NativeControl = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Controls without a name or an id still need an id for their label: a count that only grows. */
let unnamed = 0;

/** What is forwarded to the control, and may have been set on the host before it was upgraded. */
const forwarded = ['value', 'checked'] as const;

/**
 * The base of an element around one native control. The control is the form's own (`form.elements.name` finds it); the host
 * forwards to it what pages expect of a control. What is set before there is a control is kept for it.
 */
export abstract class FormControlElement extends CouncilElement {
  /** The label's words. */
  @property() label = '';
  /** `s`, `m`, `l` or `xl`: the label in a heading's size. */
  @property({ attribute: 'label-size' }) labelSize: 's' | 'm' | 'l' | 'xl' | undefined;
  /** Makes the label the page's h1. */
  @property({ type: Boolean, attribute: 'label-is-page-heading' }) labelIsPageHeading = false;
  /** One short sentence that helps to answer. */
  @property() hint = '';
  /** What is wrong with the answer, and how to put it right. Shown at the control. */
  @property({ attribute: 'error-message' }) errorMessage = '';
  /** The name the answer is submitted by. */
  @property() name = '';
  /** The control's id. Its name by default, a number after it where the page has that id already. */
  @property({ attribute: 'control-id' }) controlId = '';
  @property({ type: Boolean }) disabled = false;
  /** The control must have a value. Told to the browser's own checks; the kit's forms say it in their errors. */
  @property({ type: Boolean }) required = false;

  #id = '';
  #kept: Partial<Record<(typeof forwarded)[number], unknown>> = {};
  #customValidity: string | undefined;

  constructor() {
    super();
    for (const name of forwarded) {
      if (!Object.hasOwn(this, name)) continue;
      const host = this as Record<string, unknown>;
      this.#kept[name] = host[name];
      Reflect.deleteProperty(this, name);
    }
  }

  /** The native control, once it is there. */
  get control(): NativeControl | null {
    return this.querySelector<NativeControl>('input, textarea, select');
  }

  get value(): string {
    return this.control?.value ?? String(this.#kept.value ?? this.getAttribute('value') ?? '');
  }
  set value(value: string) {
    const { control } = this;
    if (control) control.value = value;
    else this.#kept.value = value;
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
  override focus(options?: FocusOptions): void {
    this.control?.focus(options);
  }
  override blur(): void {
    this.control?.blur();
  }
  override click(): void {
    this.control?.click();
  }

  /** The id of the generated control. Unique in its tree, because labels and summary links find it by id. */
  protected get ownId(): string {
    if (this.controlId !== '') return this.controlId;
    if (this.#id === '') {
      const wanted = this.name === '' ? `council-field-${String((unnamed += 1))}` : this.name;
      const root = this.getRootNode() as Document | ShadowRoot;
      let id = wanted;
      for (let number = 2; root.getElementById?.(id) != null; number += 1) id = `${wanted}-${String(number)}`;
      this.#id = id;
    }
    return this.#id;
  }

  /** The options all fields share, from the properties. */
  protected fieldOptions(): {
    id: string;
    name: string;
    label: LabelOptions;
    hint?: HintOptions;
    errorMessage?: ErrorMessageOptions;
    disabled: boolean;
    lang: string;
  } {
    return {
      id: this.ownId,
      name: this.name,
      label: {
        text: String(this.label),
        isPageHeading: this.labelIsPageHeading,
        classes: this.labelSize && `council-label--${this.labelSize}`,
      },
      hint: this.hint ? { text: String(this.hint) } : undefined,
      errorMessage: this.errorMessage ? { text: String(this.errorMessage) } : undefined,
      disabled: this.disabled,
      lang: this.errorMessage ? this.language : 'en',
    };
  }

  protected override updateWritten(changed: PropertyValues): void {
    const { control } = this;
    if (!control) return;
    if (changed.has('disabled') && (this.hasUpdated || this.disabled)) control.disabled = this.disabled;
    if (changed.has('errorMessage') && (this.hasUpdated || this.errorMessage)) {
      const group = control.closest('.council-form-group');
      if (group) showFieldError(group, control, control.id, this.errorMessage || undefined, this.language);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const { control } = this;
    if (!control) return;
    // A written control keeps its own `required` until the host is told otherwise.
    if (this.required || changed.get('required') === true) control.required = this.required;
    if (this.#customValidity !== undefined) {
      control.setCustomValidity(this.#customValidity);
      this.#customValidity = undefined;
    }
    for (const name of forwarded) {
      if (!(name in this.#kept)) continue;
      (control as unknown as Record<string, unknown>)[name] = this.#kept[name];
      delete this.#kept[name];
    }
  }
}
