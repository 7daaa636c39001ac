import type { TemplateResult } from 'lit';
import { choicesTemplate, type ChoiceItem, type ChoicesOptions } from '../choices/choices.template.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/radios/; item groups and searching are the kit's own. */
export interface RadiosOptions extends ChoicesOptions {
  /** The value of the choice that is made, where no item says so itself. None, for a question not answered yet. */
  readonly value?: string;
  /** `council-radios--inline`, `council-radios--small`. */
  readonly classes?: string;
}

/** One choice of a few, as native HTML. */
export function radiosTemplate(options: RadiosOptions): TemplateResult {
  const { value } = options;
  const isChecked = (item: ChoiceItem): boolean => item.checked ?? (value !== undefined && value !== '' && item.value === value);
  return choicesTemplate(options, { type: 'radio', block: 'council-radios', isChecked });
}
