import type { Content } from './content.ts';

/** @see https://design-system.service.gov.uk/components/text-input/ for the names, which follow GOV.UK Frontend's. */
export interface LabelOptions {
  readonly text: Content;
  /** Additional classes: `council-label--s`, `--m`, `--l`, `--xl` give heading sizes. */
  readonly classes?: string;
  /** Wraps the label in the page's h1. One question a page needs no second heading. */
  readonly isPageHeading?: boolean;
}

export interface HintOptions {
  readonly text: Content;
  readonly classes?: string;
}

export interface ErrorMessageOptions {
  readonly text: Content;
  readonly classes?: string;
  /** Said before the message to people who do not see its colour. "Error" in the page's language by default; false for none. */
  readonly visuallyHiddenText?: string | false;
}

/** The group around a field, and what stands in it beside the control. */
export interface FormGroupOptions {
  readonly classes?: string;
  readonly beforeInput?: { readonly text: Content };
  readonly afterInput?: { readonly text: Content };
}

/** What every field has in common. */
export interface FieldOptions {
  /** The control's id, which labels and summary links point at. The name by default. */
  readonly id?: string;
  readonly name: string;
  readonly hint?: HintOptions;
  readonly errorMessage?: ErrorMessageOptions;
  /** Ids that describe the control besides its hint and error, first in the order. */
  readonly describedBy?: string;
  readonly disabled?: boolean;
  readonly formGroup?: FormGroupOptions;
  /** Additional classes of the control. */
  readonly classes?: string;
  /** The language of the words the template itself says. English by default. */
  readonly lang?: string;
}

/** The ids a control's `aria-describedby` names: those given, then hint, then error. */
export function describedBy(id: string, options: Pick<FieldOptions, 'describedBy' | 'hint' | 'errorMessage'>): string {
  return [options.describedBy, options.hint && `${id}-hint`, options.errorMessage && `${id}-error`].filter(Boolean).join(' ');
}
