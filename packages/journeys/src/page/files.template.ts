import { fileUploadTemplate, type ErrorMessageOptions, type HintOptions, type LabelOptions } from '@council-kit/elements/templates.js';
import { html, type TemplateResult } from 'lit';
import type { Answer, FilesQuestion, UploadedFile } from '../definition.ts';
import { fileFieldNames, formFields } from '../engine/form-fields.ts';
import { fileToValue } from '../engine/read.ts';
import { furtherMessages } from './further.messages.ts';
import type { PageView } from './view.ts';

/** What a question that asks for files is shown with. */
export interface FilesTemplateOptions {
  readonly question: FilesQuestion;
  readonly answer: Answer | undefined;
  readonly name: string;
  readonly label: LabelOptions;
  readonly hint?: HintOptions;
  readonly errorMessage?: ErrorMessageOptions;
  readonly lang: string;
}

/**
 * Photos: those taken in already, each with a way to remove it, and an input for more. With scripts each is sent as soon as it is chosen and
 * the element holds the list; without, a button sends them and the page comes back.
 */
export function filesTemplate({ question, answer, ...options }: FilesTemplateOptions, view: PageView): TemplateResult {
  const { name } = question;
  const files = (answer ?? []) as readonly UploadedFile[];
  const { taken, about, removeFile } = fileFieldNames(name);
  const common = {
    ...options,
    multiple: question.maxFiles > 1,
    accept: question.accept,
    maxFiles: question.maxFiles,
    maxSize: question.maxSize,
    uploadedName: taken,
  };
  if (view.enhanced) {
    return html`<council-file-upload .upload=${view.upload} .prepare=${view.prepareFile} .files=${files}
      >${fileUploadTemplate(common)}</council-file-upload
    >`;
  }
  return html`${files.map((file) => html`<input type="hidden" name=${about} value=${fileToValue(file)} />`)}${fileUploadTemplate({
    ...common,
    files,
    removeName: removeFile,
    uploadButton: { text: furtherMessages.say('upload', view.language), name: formFields.action, value: `upload:${name}` },
  })}`;
}
