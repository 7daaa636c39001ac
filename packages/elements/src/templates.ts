export type { Content } from './field/content.ts';
export { describedBy, type ErrorMessageOptions, type FieldOptions, type HintOptions, type LabelOptions } from './field/field-options.ts';
export { errorMessageTemplate, formGroupTemplate, hintTemplate, labelTemplate } from './field/field.template.ts';
export { textInputTemplate, type TextInputOptions } from './text-input/text-input.template.ts';
