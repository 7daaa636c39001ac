import type { PropertyDeclarations, TemplateResult } from 'lit';
import { FormControlElement } from '../field/form-control-element.ts';
import { itemList } from '../field/item-list.ts';
import { selectTemplate, type SelectItem } from './select.template.ts';

/**
 * One of a list that is too long for radios. Around a written `<select>` it enhances that; without children it writes the
 * same HTML from its `items`.
 *
 * @summary One of a long list.
 * @tag council-select
 */
export class CouncilSelect extends FormControlElement {
  static override readonly properties: PropertyDeclarations = {
    items: { converter: itemList<SelectItem>('council-select') },
  };

  /** What there is to choose from: a property, or JSON in the attribute. */
  declare items: readonly SelectItem[];

  constructor() {
    super();
    this.items = [];
  }

  override get control(): HTMLSelectElement | null {
    return this.querySelector('select');
  }

  protected override template(): TemplateResult {
    return selectTemplate({ ...this.fieldOptions(), items: this.items, value: this.getAttribute('value') ?? undefined });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-select': CouncilSelect;
  }
}
