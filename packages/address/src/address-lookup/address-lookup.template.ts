import { errorFor, inLanguage, type FieldError, type Text } from '@council-kit/core';
import {
  fieldsetTemplate,
  hintTemplate,
  textInputTemplate,
  type HintOptions,
  type LegendOptions,
} from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Address } from '../contract/address.ts';
import {
  fieldName,
  fieldsOf,
  knownParts,
  lineParts,
  type AddressPart,
  searchFieldNames,
  type AddressStage,
  type FieldNames,
} from '../question/address-fields.ts';
import { addressTexts as texts } from '../question/address-question.messages.ts';

/** An address as native HTML: what a page has without scripts, and what a form submits with them. */
export interface AddressLookupOptions {
  /** The beginning of the fields' names, and of their ids: `address` makes `address-line-1`, `address-postcode`, `address-uprn`. */
  readonly name: string;
  /** Other names for fields, by part. */
  readonly names?: FieldNames;
  readonly legend?: LegendOptions;
  readonly hint?: HintOptions;
  readonly value?: Address;
  /** How far the resident has come. Without scripts it is written by hand. */
  readonly stage?: AddressStage;
  /** `anywhere` asks for the country too. */
  readonly area?: 'council' | 'anywhere';
  /** By field name. */
  readonly errors?: readonly FieldError[];
  readonly disabled?: boolean;
  readonly lang?: string;
}

/** https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill */
const autocomplete: Partial<Record<AddressPart, string>> = {
  'line-1': 'address-line1',
  'line-2': 'address-line2',
  'line-3': 'address-line3',
  town: 'address-level2',
  postcode: 'postal-code',
  country: 'country-name',
};

const lineText = (at: number): Text => (at === 0 ? texts.line1 : at === 1 ? texts.line2 : texts.line(at + 1));

/** The fields of an address, in their group. */
export function addressLookupTemplate(options: AddressLookupOptions): TemplateResult {
  const { name, names, legend, hint, value, errors = [], lang = 'en', area = 'council' } = options;
  const fields = fieldsOf(value);
  const input = (part: AddressPart, label: Text, width?: 10 | 20): TemplateResult => {
    const field = fieldName(name, part, names);
    const message = errorFor(errors, field);
    return textInputTemplate({
      id: `${name}-${part}`,
      name: field,
      label: { text: inLanguage(label, lang) },
      value: fields[part],
      width,
      autocomplete: autocomplete[part],
      errorMessage: message === undefined ? undefined : { text: message },
      lang,
    });
  };
  const used = Math.max(2, value?.lines.length ?? 0);
  const hidden = (field: string, given: string): TemplateResult => html`<input type="hidden" name=${field} value=${given} />`;
  return fieldsetTemplate(
    { legend, describedBy: hint && `${name}-hint`, disabled: options.disabled, classes: 'council-address' },
    html`${hint ? hintTemplate({ ...hint, id: `${name}-hint` }) : nothing}
      <div class="council-address-by-hand">
        ${lineParts.map((part, at) => html`<div class="council-address-line" ?hidden=${at >= used}>${input(part, lineText(at))}</div>`)}
        ${input('town', texts.town, 20)}${input('postcode', texts.postcode, 10)}
        ${area === 'anywhere' || fields.country !== '' ? input('country', texts.country, 20) : nothing}
      </div>
      ${hidden(searchFieldNames(name).stage, options.stage ?? 'by-hand')}${knownParts.map((part) => hidden(fieldName(name, part, names), fields[part]))}`,
  );
}
