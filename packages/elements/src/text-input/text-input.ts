import type { PropertyDeclarations, TemplateResult } from 'lit';
import { FormControlElement } from '../field/form-control-element.ts';
import { textInputTemplate, type TextInputOptions } from './text-input.template.ts';

/**
 * A single-line text input with its label, hint and error message. Around a written `<input>` it enhances that;
 * without children it writes the same HTML itself.
 *
 * @summary One line of text.
 * @tag council-text-input
 */
export class CouncilTextInput extends FormControlElement {
  static override readonly properties: PropertyDeclarations = {
    type: {},
    inputMode: { attribute: 'inputmode' },
    autocomplete: {},
    autocapitalize: {},
    pattern: {},
    width: { type: Number },
    prefix: {},
    suffix: {},
    spellCheck: { attribute: 'spell-check', converter: (value) => (value === null ? undefined : value !== 'false') },
  };

  declare type: string | undefined;
  /** The keyboard a phone shows: `numeric`, `decimal`, `email`, `tel` … */
  declare inputMode: string;
  declare autocomplete: string | undefined;
  declare autocapitalize: string;
  declare pattern: string | undefined;
  /** Width in characters: 2, 3, 4, 5, 10, 20 or 30. */
  declare width: TextInputOptions['width'];
  /** Words in front of the input, for instance £. Say them in the label too. */
  declare prefix: string;
  declare suffix: string | undefined;
  /** `false` for names, emails and references, which a spelling checker would mark. */
  declare spellCheck: boolean | undefined;

  protected override template(): TemplateResult {
    return textInputTemplate({
      ...this.fieldOptions(),
      value: this.getAttribute('value') ?? undefined,
      type: this.type,
      inputmode: this.inputMode,
      autocomplete: this.autocomplete,
      autocapitalize: this.autocapitalize,
      pattern: this.pattern,
      width: this.width,
      spellcheck: this.spellCheck,
      prefix: this.prefix ? { text: this.prefix } : undefined,
      suffix: this.suffix ? { text: this.suffix } : undefined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-text-input': CouncilTextInput;
  }
}
