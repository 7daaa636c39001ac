import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing } from '../field/content.ts';
import { describedBy, type FieldOptions, type LabelOptions } from '../field/field-options.ts';
import { formGroupTemplate } from '../field/field.template.ts';
import { fileUploadMessages } from './file-upload.messages.ts';
import type { UploadedFile } from './uploaded-file.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/file-upload/; what concerns several files is the kit's own. */
export interface FileUploadOptions extends FieldOptions {
  readonly label: LabelOptions;
  readonly multiple?: boolean;
  /** As the native attribute. */
  readonly accept?: string;
  /** `environment` opens the camera of a phone. It takes the gallery away: leave it out unless only a new photo will do. */
  readonly capture?: 'environment' | 'user';
  /** The most files. */
  readonly maxFiles?: number;
  /** The most bytes of one file. */
  readonly maxSize?: number;
  /** What the server has already. */
  readonly files?: readonly UploadedFile[];
  /** The name that the ids of files are submitted by that the server has already. The control's name and `-id` by default. */
  readonly uploadedName?: string;
  /** Without JavaScript: the name of a submit button at each file, its value the file's id. None where it is left out. */
  readonly removeName?: string;
  /** Without JavaScript: the button that sends the files and comes back to the page. */
  readonly uploadButton?: { readonly text: string; readonly name: string; readonly value: string };
}

function writtenFileTemplate(file: UploadedFile, options: FileUploadOptions): TemplateResult {
  return html`<li
    class="council-file-upload-item"
    data-file-id=${file.id}
    data-file-name=${file.name}
    data-file-size=${file.size}
    data-file-type=${file.type}
  >
    <span class="council-file-upload-name">${file.name}</span>
    <input type="hidden" name=${options.uploadedName ?? `${options.name}-id`} value=${file.id} />
    ${
      options.removeName
        ? html`<button class="council-file-upload-remove" type="submit" name=${options.removeName} value=${file.id} formnovalidate>
            ${fileUploadMessages.say('remove', options.lang ?? 'en')}<span class="council-visually-hidden"> ${file.name}</span>
          </button>`
        : nothing
    }
  </li>`;
}

/** A file upload with its label, hint and error, as native HTML that works alone. */
export function fileUploadTemplate(options: FileUploadOptions): TemplateResult {
  const id = options.id ?? options.name;
  const { errorMessage, files = [], uploadButton } = options;
  const lang = options.lang ?? 'en';
  const control = html`<div class="council-file-upload-zone">
      <input
        class=${classes('council-file-upload', errorMessage && 'council-file-upload--error', options.classes)}
        id=${id}
        name=${options.name}
        type="file"
        accept=${orNothing(options.accept)}
        capture=${orNothing(options.capture)}
        aria-describedby=${orNothing(describedBy(id, options))}
        data-max-files=${options.maxFiles ?? nothing}
        data-max-size=${options.maxSize ?? nothing}
        data-uploaded-name=${orNothing(options.uploadedName)}
        ?multiple=${options.multiple}
        ?disabled=${options.disabled}
      />
    </div>
    ${
      uploadButton
        ? html`<button
            class="council-button council-button--secondary council-file-upload-send"
            type="submit"
            name=${uploadButton.name}
            value=${uploadButton.value}
            formnovalidate
          >
            ${uploadButton.text}
          </button>`
        : nothing
    }
    ${
      files.length > 0
        ? html`<ul class="council-file-upload-list council-file-upload-list--written" aria-label=${fileUploadMessages.say('list', lang)}>
            ${files.map((file) => writtenFileTemplate(file, options))}
          </ul>`
        : nothing
    }`;
  return formGroupTemplate({ ...options, id }, control);
}
