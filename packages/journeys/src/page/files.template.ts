import { buttonTemplate, errorMessageTemplate, hintTemplate, labelTemplate, type ErrorMessageOptions, type HintOptions, type LabelOptions } from '@council-kit/elements/templates.js';
import { html, nothing, type TemplateResult } from 'lit';
import type { Answer, FilesQuestion, UploadedFile } from '../definition.ts';
import { fileToValue, formFields } from '../engine/read.ts';
import { journeyMessages } from '../journey.messages.ts';
import type { PageView } from './view.ts';

export interface FilesTemplateOptions {
  readonly question: FilesQuestion;
  readonly answer: Answer | undefined;
  readonly name: string;
  readonly label: LabelOptions;
  readonly hint?: HintOptions;
  readonly errorMessage?: ErrorMessageOptions;
}

/** The name of the native input that takes new files; what was taken in travels in hidden inputs under the question's own name. */
export function newFilesName(question: string): string {
  return `${question}-new`;
}

/** Photos: those taken in already, each with a way to remove it, and an input for more. */
export function filesTemplate({ question, answer, name, label, hint, errorMessage }: FilesTemplateOptions, { language }: PageView): TemplateResult {
  const files = (answer ?? []) as readonly UploadedFile[];
  return html`<div class="council-form-group ${errorMessage ? 'council-form-group--error' : ''}">
    ${labelTemplate({ ...label, for: name })} ${hint ? hintTemplate({ ...hint, id: `${name}-hint` }) : nothing}
    ${errorMessage ? errorMessageTemplate({ ...errorMessage, id: `${name}-error`, lang: language }) : nothing}
    <input class="council-file-upload" type="file" id=${name} name=${newFilesName(name)} accept=${question.accept} multiple />
    ${buttonTemplate({ text: journeyMessages.say('upload', language), name: formFields.action, value: `upload:${name}`, classes: 'council-button--secondary' })}
    <ul class="council-list">
      ${files.map(
        (file) =>
          html`<li>
            <input type="hidden" name=${name} value=${fileToValue(file)} />${file.name}
            ${buttonTemplate({
              text: html`${journeyMessages.say('remove', language)}<span class="council-visually-hidden"> ${file.name}</span>`,
              name: formFields.action,
              value: `remove-file:${name}:${file.id}`,
              classes: 'council-button--secondary',
            })}
          </li>`,
      )}
    </ul>
  </div>`;
}
