import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing } from '../field/content.ts';
import { describedBy, type FieldOptions, type LabelOptions } from '../field/field-options.ts';
import { formGroupTemplate } from '../field/field.template.ts';

export interface SelectItem {
  /** What is submitted. The text where there is none. */
  readonly value?: string;
  readonly text: string;
  readonly selected?: boolean;
  readonly disabled?: boolean;
}

/** Names and meanings follow https://design-system.service.gov.uk/components/select/ */
export interface SelectOptions extends FieldOptions {
  readonly label: LabelOptions;
  /** For a question the first is empty ("Choose a ward"), so that no answer is given by accident. */
  readonly items: readonly SelectItem[];
  /** The value of the item that is selected, where no item says so itself. */
  readonly value?: string;
}

function optionTemplate(item: SelectItem, chosen: string | undefined): TemplateResult {
  const selected = item.selected ?? (chosen !== undefined && chosen !== '' && (item.value ?? item.text) === chosen);
  return html`<option value=${item.value ?? nothing} ?selected=${selected} ?disabled=${item.disabled}>${item.text}</option>`;
}

/** A select with its label, hint and error, as native HTML. A last resort: radios show what there is to choose from. */
export function selectTemplate(options: SelectOptions): TemplateResult {
  const id = options.id ?? options.name;
  return formGroupTemplate(
    { ...options, id },
    html`<select
      class=${classes('council-select', options.errorMessage && 'council-select--error', options.classes)}
      id=${id}
      name=${options.name}
      aria-describedby=${orNothing(describedBy(id, options))}
      ?disabled=${options.disabled}
    >
      ${options.items.map((item) => optionTemplate(item, options.value))}
    </select>`,
  );
}
