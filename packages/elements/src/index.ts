export * from './templates.ts';
export { FormControlElement, type NativeControl } from './field/form-control-element.ts';
export { showFieldError } from './field/show-field-error.ts';
export { CouncilTextInput } from './text-input/text-input.ts';
