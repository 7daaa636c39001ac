import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';
import { describedBy, type FieldOptions, type LabelOptions } from '../field/field-options.ts';
import { formGroupTemplate } from '../field/field.template.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/text-input/ */
export interface TextInputOptions extends FieldOptions {
  readonly label: LabelOptions;
  readonly value?: string;
  /** `text` by default. Never `number`: https://technology.blog.gov.uk/2020/02/24/why-the-gov-uk-design-system-team-changed-the-input-type-for-numbers/ */
  readonly type?: string;
  readonly inputmode?: string;
  readonly autocomplete?: string;
  readonly autocapitalize?: string;
  readonly pattern?: string;
  readonly spellcheck?: boolean;
  /** A width in characters for answers of a known length. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  /** Shown in front of the input. It is not read out: say it in the label too. */
  readonly prefix?: { readonly text: Content };
  readonly suffix?: { readonly text: Content };
}

/** A text input with its label, hint and error, as native HTML. */
export function textInputTemplate(options: TextInputOptions): TemplateResult {
  const id = options.id ?? options.name;
  const { errorMessage, width, prefix, suffix, spellcheck } = options;
  const input = html`<input
    class=${classes('council-input', errorMessage && 'council-input--error', width && `council-input--width-${String(width)}`, options.classes)}
    id=${id}
    name=${options.name}
    type=${options.type ?? 'text'}
    value=${orNothing(options.value)}
    autocomplete=${orNothing(options.autocomplete)}
    inputmode=${orNothing(options.inputmode)}
    pattern=${orNothing(options.pattern)}
    autocapitalize=${orNothing(options.autocapitalize)}
    spellcheck=${spellcheck === undefined ? nothing : String(spellcheck)}
    aria-describedby=${orNothing(describedBy(id, options))}
    ?disabled=${options.disabled}
  />`;
  return formGroupTemplate(
    { ...options, id },
    prefix === undefined && suffix === undefined
      ? input
      : html`<div class="council-input-wrapper">
          ${
            prefix ? html`<div class="council-input-prefix" aria-hidden="true">${prefix.text}</div>` : nothing
          }${input}${suffix ? html`<div class="council-input-suffix" aria-hidden="true">${suffix.text}</div>` : nothing}
        </div>`,
  );
}
