import { errorFor, type FieldError } from '@council-kit/core';
import { showFieldError } from '@council-kit/elements';
import type { Address } from '../contract/address.ts';
import {
  addressOfFields,
  fieldName,
  fieldsOf,
  knownParts,
  lineParts,
  writtenParts,
  searchFieldNames,
  type AddressPart,
  type AddressStage,
  type FieldNames,
} from '../question/address-fields.ts';
import { editByHand } from '../rules/by-hand.ts';

/** What the fields are called, and where they are. */
export interface FieldsHost extends HTMLElement {
  readonly name: string;
  readonly names: FieldNames;
}

/** The native fields of an address, in which it is kept and with which it is submitted. */
export class AddressFieldset {
  readonly #host: FieldsHost;
  /** As it was chosen, while its text is changed by hand. */
  #chosen: Address | undefined;
  #errors: readonly FieldError[] = [];

  constructor(host: FieldsHost) {
    this.#host = host;
  }

  /** What is written by hand; undefined while the fields are not there yet. */
  get byHand(): HTMLElement | null {
    return this.#host.querySelector<HTMLElement>('.council-address-by-hand');
  }
  get fieldset(): HTMLFieldSetElement | null {
    return this.#host.querySelector('fieldset');
  }

  get value(): Address | undefined {
    return addressOfFields((part) => this.control(part)?.value ?? '');
  }
  set value(address: Address | undefined) {
    const fields = fieldsOf(address);
    for (const part of [...writtenParts, ...knownParts]) this.#set(part, fields[part]);
    this.#chosen = address?.uprn === undefined ? undefined : address;
    this.byHand?.querySelectorAll<HTMLElement>('.council-address-line').forEach((line, at) => {
      line.hidden = at >= Math.max(2, address?.lines.length ?? 0);
    });
  }

  set stage(stage: AddressStage) {
    const field = this.#field(searchFieldNames(this.#host.name).stage);
    if (field) field.value = stage;
  }

  control(part: AddressPart): HTMLInputElement | null {
    return this.#field(fieldName(this.#host.name, part, this.#host.names));
  }

  isWritten(target: EventTarget | null): boolean {
    return target instanceof HTMLInputElement && writtenParts.some((part) => this.control(part) === target);
  }

  /** Somebody changed the text. What was known belonged to another text, until that stands there again. */
  edited(): void {
    const text = (part: AddressPart): string => this.control(part)?.value ?? '';
    const written = { lines: lineParts.map(text), town: text('town'), postcode: text('postcode'), country: text('country') };
    const same = this.#chosen !== undefined && editByHand(this.#chosen, written) === this.#chosen;
    const known = fieldsOf(same ? this.#chosen : { source: 'by-hand' });
    for (const part of knownParts) this.#set(part, known[part]);
  }

  /** Hidden fields keep their values when a form is reset: those of an address that is gone must not stay. */
  forgetKnown(): void {
    for (const part of knownParts) this.#set(part, '');
    this.#chosen = undefined;
  }

  /** Tells whoever keeps drafts that a person changed something. */
  tellChange(): void {
    this.#field(searchFieldNames(this.#host.name).stage)?.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Shows what is wrong at written fields. A field that nothing is said of, now or before, is left to whoever wrote it. */
  showErrors(errors: readonly FieldError[], language: string): void {
    for (const part of writtenParts) {
      const control = this.control(part);
      const group = control?.closest('.council-form-group');
      const message = control ? errorFor(errors, control.name) : undefined;
      if (!control || !group || message === errorFor(this.#errors, control.name)) continue;
      showFieldError(group, control, control.id, message, language);
    }
    this.#errors = errors;
  }

  #field(name: string): HTMLInputElement | null {
    return this.#host.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
  }
  #set(part: AddressPart, value: string): void {
    const control = this.control(part);
    if (control) control.value = value;
  }
}
