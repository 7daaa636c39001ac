import type { PropertyDeclarations, PropertyValues } from 'lit';
import { FieldElement, type NativeControl } from './field-element.ts';
import type { LabelOptions } from './field-options.ts';

/**
 * The base of an element around one native control. The control is the form's own (`form.elements.name` finds it); the host
 * forwards to it what pages expect of a control. What is set before there is a control is kept for it.
 */
export abstract class FormControlElement extends FieldElement {
  static override readonly properties: PropertyDeclarations = {
    label: {},
    labelSize: { attribute: 'label-size' },
    labelIsPageHeading: { type: Boolean, attribute: 'label-is-page-heading' },
  };

  /** The label's words. */
  declare label: string | undefined;
  /** `s`, `m`, `l` or `xl`: the label in a heading's size. */
  declare labelSize: 's' | 'm' | 'l' | 'xl' | undefined;
  /** Makes the label the page's h1. */
  declare labelIsPageHeading: boolean | undefined;
  constructor() {
    super();
    this.keepAssigned('value');
  }

  override get control(): NativeControl | null {
    return this.querySelector<NativeControl>('input, textarea, select');
  }

  get value(): string {
    return this.control?.value ?? String(this.kept('value') ?? this.getAttribute('value') ?? '');
  }
  set value(value: string) {
    const { control } = this;
    if (!control) {
      this.keep('value', value);
      return;
    }
    control.value = value;
    // No event tells that a script wrote it.
    this.sync?.();
  }

  /** The options of a field with a label, from the properties. */
  protected override fieldOptions(): ReturnType<FieldElement['fieldOptions']> & { label: LabelOptions; disabled: boolean } {
    return {
      ...super.fieldOptions(),
      label: {
        text: String(this.label ?? ''),
        isPageHeading: this.labelIsPageHeading,
        classes: this.labelSize && `council-label--${this.labelSize}`,
      },
      disabled: this.disabled,
    };
  }

  protected override updateWritten(changed: PropertyValues): void {
    super.updateWritten(changed);
    const { control } = this;
    if (control && changed.has('disabled') && (this.hasUpdated || this.disabled)) control.disabled = this.disabled;
  }
}
