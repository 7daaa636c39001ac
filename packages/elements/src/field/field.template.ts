import { html, nothing, type TemplateResult } from 'lit';
import { classes, type Content } from './content.ts';
import type { ErrorMessageOptions, FieldOptions, HintOptions, LabelOptions } from './field-options.ts';
import { fieldMessages } from './field.messages.ts';

/** A label; wrapped in the page's h1 where it is the page's heading. */
export function labelTemplate(options: LabelOptions & { readonly for: string }): TemplateResult {
  const label = html`<label class=${classes('council-label', options.classes)} for=${options.for}>${options.text}</label>`;
  return options.isPageHeading ? html`<h1 class="council-label-wrapper">${label}</h1>` : label;
}

/** A hint: one short sentence under the label, read after it. */
export function hintTemplate(options: HintOptions & { readonly id: string }): TemplateResult {
  return html`<div class=${classes('council-hint', options.classes)} id=${options.id}>${options.text}</div>`;
}

/** An error message: the same words as in the summary, after the hint and before the control. */
export function errorMessageTemplate(options: ErrorMessageOptions & { readonly id: string; readonly lang?: string }): TemplateResult {
  const { visuallyHiddenText = fieldMessages.say('error', options.lang ?? 'en') } = options;
  return html`<p class=${classes('council-error-message', options.classes)} id=${options.id}>
    ${
      visuallyHiddenText === false || visuallyHiddenText === ''
        ? nothing
        : html`<span class="council-visually-hidden">${visuallyHiddenText}:</span> `
    }${options.text}
  </p>`;
}

/** A field's hint and error, in the order they are read. */
export function helpTemplate(
  id: string,
  { hint, errorMessage, lang }: Pick<FieldOptions, 'hint' | 'errorMessage' | 'lang'>,
): Content | typeof nothing {
  if (!hint && !errorMessage) return nothing;
  return html`${hint ? hintTemplate({ ...hint, id: `${id}-hint` }) : nothing}${
    errorMessage ? errorMessageTemplate({ ...errorMessage, id: `${id}-error`, lang }) : nothing
  }`;
}

/** The classes of the group around a field. */
export function formGroupClasses(options: Pick<FieldOptions, 'errorMessage' | 'formGroup'>): string {
  return classes('council-form-group', options.errorMessage && 'council-form-group--error', options.formGroup?.classes);
}

/** The group around one labelled control: label, hint, error, control. */
export function formGroupTemplate(
  options: Pick<FieldOptions, 'hint' | 'errorMessage' | 'formGroup' | 'lang'> & { readonly id: string; readonly label?: LabelOptions },
  control: TemplateResult,
): TemplateResult {
  const { id, label, hint, errorMessage, formGroup } = options;
  if (label && hint && !label.isPageHeading && !errorMessage && !hint.classes && !formGroup) {
    // What most fields are, in one template and without blanks: on a page of a thousand fields that is a tenth of the time.
    // prettier-ignore
    return html`<div class="council-form-group"><label class=${classes('council-label', label.classes)} for=${id}>${label.text}</label><div class="council-hint" id=${`${id}-hint`}>${hint.text}</div>${control}</div>`;
  }
  return html`<div class=${formGroupClasses(options)}>
    ${label ? labelTemplate({ ...label, for: id }) : nothing}${helpTemplate(id, options)}${
      formGroup?.beforeInput?.text ?? nothing
    }${control}${formGroup?.afterInput?.text ?? nothing}
  </div>`;
}
