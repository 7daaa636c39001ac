import type { TemplateResult } from 'lit';
import { choicesTemplate, type ChoiceItem, type ChoicesOptions } from '../choices/choices.template.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/checkboxes/; item groups and searching are the kit's own. */
export interface CheckboxesOptions extends ChoicesOptions {
  /** The values of the choices that are ticked, where no item says so itself. */
  readonly values?: readonly string[];
  /** Ids that describe each checkbox, where there is no fieldset. */
  readonly describedBy?: string;
  /** `council-checkboxes--small`. */
  readonly classes?: string;
}

/** Any number of choices, as native HTML. */
export function checkboxesTemplate(options: CheckboxesOptions): TemplateResult {
  const { values } = options;
  const isChecked = (item: ChoiceItem): boolean => item.checked ?? values?.includes(item.value) ?? false;
  return choicesTemplate(options, { type: 'checkbox', block: 'council-checkboxes', isChecked, itemDescribedBy: options.describedBy });
}
