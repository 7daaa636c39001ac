import type { TextUnit } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing } from '../field/content.ts';
import { describedBy, type FieldOptions, type LabelOptions } from '../field/field-options.ts';
import { formGroupTemplate, hintTemplate } from '../field/field.template.ts';
import { withContent } from './textarea-content.ts';
import { textareaMessages } from './textarea.messages.ts';

/**
 * Names and meanings follow https://design-system.service.gov.uk/components/textarea/ and
 * https://design-system.service.gov.uk/components/character-count/: with a limit it is that component.
 */
export interface TextareaOptions extends FieldOptions {
  readonly label: LabelOptions;
  readonly value?: string;
  /** 5 by default. */
  readonly rows?: number | string;
  readonly autocomplete?: string;
  readonly spellcheck?: boolean;
  /** The most characters, as people count them. More can be typed, so that nobody's text is cut; the count says so. */
  readonly maxlength?: number | string;
  /** What `maxlength` counts: `characters` by default, as people count. Another unit for a limit of another system. */
  readonly characterUnit?: TextUnit;
  /** The most words. */
  readonly maxwords?: number | string;
  /** The percentage of the limit from which the count is shown. 0 by default. */
  readonly threshold?: number | string;
  /** The sentence without JavaScript, with `%{count}` in the limit's place. */
  readonly textareaDescriptionText?: string;
  readonly countMessage?: { readonly classes?: string };
}

/** The sentence that tells the limit: seen without JavaScript, and read as the textarea's description. */
export function limitSentence(limit: number, unit: 'characters' | 'words', language: string): string {
  return textareaMessages.say(unit === 'words' ? 'wordLimit' : 'characterLimit', language, { count: limit });
}

/** Several lines of text, with a count where there is a limit, as native HTML. */
export function textareaTemplate(options: TextareaOptions): TemplateResult {
  const id = options.id ?? options.name;
  const { errorMessage, maxlength, maxwords, spellcheck, formGroup, value = '' } = options;
  const limit = maxwords ?? maxlength;
  const descriptions = { ...options, describedBy: classes(options.describedBy, limit !== undefined && `${id}-info`) };
  const textarea = html`<textarea
    class=${classes('council-textarea', errorMessage && 'council-textarea--error', options.classes)}
    id=${id}
    name=${options.name}
    rows=${options.rows ?? 5}
    autocomplete=${orNothing(options.autocomplete)}
    spellcheck=${spellcheck === undefined ? nothing : String(spellcheck)}
    aria-describedby=${orNothing(describedBy(id, descriptions))}
    data-max-characters=${maxwords === undefined && maxlength !== undefined ? maxlength : nothing}
    data-character-unit=${orNothing(options.characterUnit)}
    data-max-words=${maxwords ?? nothing}
    data-threshold=${options.threshold ?? nothing}
    ?disabled=${options.disabled}
    .defaultValue=${value}
  ></textarea>`;
  const control = html`${withContent(textarea, value)}${
    limit === undefined
      ? nothing
      : hintTemplate({
          id: `${id}-info`,
          classes: classes('council-character-count', options.countMessage?.classes),
          text:
            options.textareaDescriptionText?.replace('%{count}', String(limit)) ??
            limitSentence(Number(limit), maxwords === undefined ? 'characters' : 'words', options.lang ?? 'en'),
        })
  }`;
  return formGroupTemplate({ ...options, id, formGroup }, control);
}
