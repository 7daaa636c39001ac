import type { PropertyDeclarations, TemplateResult } from 'lit';
import { ChoicesElement } from '../choices/choices-element.ts';
import { classes } from '../field/content.ts';
import { radiosTemplate } from './radios.template.ts';

/**
 * One choice of a few. A choice can reveal a further question; many choices can be grouped and searched. Around written
 * radios it enhances those; without children it writes the same HTML from its `items`.
 *
 * @summary One choice of a few.
 * @tag council-radios
 */
export class CouncilRadios extends ChoicesElement {
  static override readonly properties: PropertyDeclarations = {
    inline: { type: Boolean },
  };

  /** In one row: for two short choices that reveal nothing. */
  declare inline: boolean;

  protected readonly type = 'radio';

  constructor() {
    super();
    this.inline = false;
    this.keepAssigned('value');
  }

  /** The value of the choice that is made; empty where there is none. */
  get value(): string {
    const { inputs } = this;
    if (inputs.length > 0) return inputs.find((input) => input.checked)?.value ?? '';
    return String(this.kept('value') ?? this.getAttribute('value') ?? '');
  }
  set value(value: string) {
    const { inputs } = this;
    if (inputs.length === 0) this.keep('value', value);
    for (const input of inputs) input.checked = input.value === value;
    this.reveal();
  }

  protected override require(required: boolean): void {
    for (const input of this.inputs) input.required = required;
  }

  protected override template(): TemplateResult {
    const options = this.choicesOptions('council-radios');
    return radiosTemplate({
      ...options,
      classes: classes(options.classes, this.inline && 'council-radios--inline'),
      value: this.getAttribute('value') ?? undefined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-radios': CouncilRadios;
  }
}
