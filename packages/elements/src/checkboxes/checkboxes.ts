import type { PropertyDeclarations, TemplateResult } from 'lit';
import { ChoicesElement } from '../choices/choices-element.ts';
import { checkboxesTemplate } from './checkboxes.template.ts';

function list(value: string | null): readonly string[] {
  if (value === null) return [];
  try {
    const values: unknown = JSON.parse(value);
    if (Array.isArray(values)) return values.map(String);
  } catch {
    // One value as it is.
  }
  return [value];
}

/**
 * Any number of choices. One can be "None of these", which takes the others back; a choice can reveal a further question.
 * Around written checkboxes it enhances those; without children it writes the same HTML from its `items`.
 *
 * @summary Any number of choices.
 * @tag council-checkboxes
 */
export class CouncilCheckboxes extends ChoicesElement {
  static override readonly properties: PropertyDeclarations = {
    defaultValues: { attribute: 'values', converter: list },
  };

  /** What is ticked at first: JSON in the attribute. Read and set `values` for what is ticked now. */
  declare defaultValues: readonly string[];

  protected readonly type = 'checkbox';

  constructor() {
    super();
    this.defaultValues = [];
    this.keepAssigned('values');
  }

  /** The values that are ticked. */
  get values(): string[] {
    const { inputs } = this;
    if (inputs.length > 0) return inputs.filter((input) => input.checked).map((input) => input.value);
    return [...((this.kept('values') as readonly string[] | undefined) ?? this.defaultValues)];
  }
  set values(values: readonly string[]) {
    const { inputs } = this;
    if (inputs.length === 0) this.keep('values', values);
    for (const input of inputs) input.checked = values.includes(input.value);
    this.reveal();
  }

  /** HTML has no group of which one must be ticked: the first must be, for as long as none is. */
  protected override require(required: boolean): void {
    const { control, inputs } = this;
    if (control) control.required = required && !inputs.some((input) => input.checked);
  }

  protected override reveal(): void {
    super.reveal();
    if (this.required) this.require(true);
  }

  protected override template(): TemplateResult {
    return checkboxesTemplate({ ...this.choicesOptions('council-checkboxes'), values: this.defaultValues });
  }

  protected override chosen(clicked: HTMLInputElement): void {
    if (!clicked.checked) return;
    const exclusive = clicked.dataset['behaviour'] === 'exclusive';
    for (const input of this.inputs) {
      if (input === clicked || input.name !== clicked.name) continue;
      if (exclusive || input.dataset['behaviour'] === 'exclusive') input.checked = false;
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-checkboxes': CouncilCheckboxes;
  }
}
