import { html, nothing, type TemplateResult } from 'lit';
import { classes } from '../field/content.ts';
import { sizeInWords } from '@council-kit/core';
import { fileUploadMessages } from './file-upload.messages.ts';
import type { UploadEntry, UploadState } from './upload-queue.ts';

/** What the list of files needs. */
export interface FileListOptions {
  readonly entries: readonly UploadEntry[];
  readonly language: string;
  readonly disabled: boolean;
  /** The name that the ids of uploaded files are submitted by. */
  readonly uploadedName: string;
  readonly onRemove: (entry: UploadEntry) => void;
  readonly onRetry: (entry: UploadEntry) => void;
}

/** How far a file is, in words. */
export function stateInWords(state: UploadState, language: string): string {
  if (state.kind === 'refused') return state.message;
  const places = { percent: state.kind === 'uploading' ? Math.round(state.share * 100) : 0 };
  return fileUploadMessages.say(state.kind, language, places);
}

function entryTemplate(entry: UploadEntry, options: FileListOptions): TemplateResult {
  const { state, name } = entry;
  const { language, disabled } = options;
  const failed = state.kind === 'refused' || state.kind === 'unreachable';
  const hiddenName = html`<span class="council-visually-hidden"> ${name}</span>`;
  return html`<li class=${classes('council-file-upload-item', failed && 'council-file-upload-item--failed')}>
    <div class="council-file-upload-about">
      <span class="council-file-upload-name">${name}</span>
      <span class="council-file-upload-size">${sizeInWords(entry.size, language)}</span>
      <span class="council-file-upload-state">${stateInWords(state, language)}</span>
      ${state.kind === 'uploading' ? html`<progress class="council-file-upload-progress" .value=${state.share} max="1" aria-hidden="true"></progress>` : nothing}
    </div>
    <div class="council-file-upload-actions" ?hidden=${disabled}>
      ${
        state.kind === 'unreachable'
          ? html`<button class="council-file-upload-action" type="button" @click=${() => options.onRetry(entry)}>
              ${fileUploadMessages.say('again', language)}${hiddenName}
            </button>`
          : nothing
      }
      <button class="council-file-upload-action council-file-upload-remove" type="button" @click=${() => options.onRemove(entry)}>
        ${fileUploadMessages.say('remove', language)}${hiddenName}
      </button>
    </div>
    ${state.kind === 'taken' ? html`<input type="hidden" name=${options.uploadedName} value=${state.file.id} ?disabled=${disabled} />` : nothing}
  </li>`;
}

/** The files chosen, how far each is, and what can be done with it. */
export function fileListTemplate(options: FileListOptions): TemplateResult | typeof nothing {
  if (options.entries.length === 0) return nothing;
  return html`<ul class="council-file-upload-list" aria-label=${fileUploadMessages.say('list', options.language)}>
    ${options.entries.map((entry) => entryTemplate(entry, options))}
  </ul>`;
}
