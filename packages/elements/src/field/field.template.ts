import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing } from './content.ts';
import type { ErrorMessageOptions, FieldOptions, HintOptions, LabelOptions } from './field-options.ts';
import { fieldMessages } from './field.messages.ts';

/** A label; wrapped in the page's h1 where it is the page's heading. */
export function labelTemplate(options: LabelOptions & { readonly for: string }): TemplateResult {
  const label = html`<label class=${classes('council-label', options.classes)} for=${options.for}>${options.text}</label>`;
  return options.isPageHeading ? html`<h1 class="council-label-wrapper">${label}</h1>` : label;
}

/** A hint: one short sentence under the label, read after it. */
export function hintTemplate(options: HintOptions & { readonly id: string }): TemplateResult {
  return html`<div class="council-hint" id=${options.id}>${options.text}</div>`;
}

/** An error message: the same words as in the summary, after the hint and before the control. */
export function errorMessageTemplate(options: ErrorMessageOptions & { readonly id: string; readonly lang?: string }): TemplateResult {
  const { visuallyHiddenText = fieldMessages.say('error', options.lang ?? 'en') } = options;
  return html`<p class="council-error-message" id=${options.id}>${
    visuallyHiddenText === false || visuallyHiddenText === '' ? nothing : html`<span class="council-visually-hidden">${visuallyHiddenText}:</span> `
  }${options.text}</p>`;
}

/** The group around one labelled control: label, hint, error, control. */
export function formGroupTemplate(
  options: Pick<FieldOptions, 'hint' | 'errorMessage' | 'formGroup' | 'lang'> & { readonly id: string; readonly label?: LabelOptions },
  control: TemplateResult,
): TemplateResult {
  const { id, label, hint, errorMessage } = options;
  return html`<div class=${classes('council-form-group', errorMessage && 'council-form-group--error', options.formGroup?.classes)}>${
    label ? labelTemplate({ ...label, for: id }) : nothing
  }${hint ? hintTemplate({ ...hint, id: `${id}-hint` }) : nothing}${
    errorMessage ? errorMessageTemplate({ ...errorMessage, id: `${id}-error`, lang: options.lang }) : nothing
  }${control}</div>`;
}

