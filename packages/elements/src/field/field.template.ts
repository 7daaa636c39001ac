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
  const { text, visuallyHiddenText = fieldMessages.say('error', options.lang ?? 'en') } = options;
  const prefixed = visuallyHiddenText !== false && visuallyHiddenText !== '';
  // The blank is part of the message's own text: on its own between two elements, Chromium leaves it out of the description.
  const message = !prefixed ? text : typeof text === 'string' ? ` ${text}` : html` ${text}`;
  return html`<p class=${classes('council-error-message', options.classes)} id=${options.id}>
    ${prefixed ? html`<span class="council-visually-hidden">${visuallyHiddenText}:</span>` : nothing}${message}
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

/**
 * The group around one labelled control: label, hint, error, control. A hint or an error that comes or goes leaves the
 * control as it is, with what was typed.
 */
export function formGroupTemplate(
  options: Pick<FieldOptions, 'hint' | 'errorMessage' | 'formGroup' | 'lang'> & { readonly id: string; readonly label?: LabelOptions },
  control: TemplateResult,
): TemplateResult {
  const { id, label, hint, errorMessage, formGroup, lang } = options;
  const help = hint ? hintTemplate({ ...hint, id: `${id}-hint` }) : nothing;
  const error = errorMessage ? errorMessageTemplate({ ...errorMessage, id: `${id}-error`, lang }) : nothing;
  const before = formGroup?.beforeInput?.text ?? nothing;
  const after = formGroup?.afterInput?.text ?? nothing;
  if (label && !label.isPageHeading) {
    // What most fields are: the label written out here, and no blanks, is a tenth of the time that a page of fields takes.
    // prettier-ignore
    return html`<div class=${formGroupClasses(options)}><label class=${classes('council-label', label.classes)} for=${id}>${label.text}</label>${help}${error}${before}${control}${after}</div>`;
  }
  return html`<div class=${formGroupClasses(options)}>
    ${label ? labelTemplate({ ...label, for: id }) : nothing}${help}${error}${before}${control}${after}
  </div>`;
}
