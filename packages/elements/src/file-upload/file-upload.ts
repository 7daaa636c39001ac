import { BrowserKept, render } from '@council-kit/core';
import { type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { afterReset } from '../field/after-reset.ts';
import { FormControlElement } from '../field/form-control-element.ts';
import { DropZone } from './drop-zone.ts';
import { problemWith } from './file-checks.ts';
import { fileListTemplate, stateInWords } from './file-list.template.ts';
import { fileUploadMessages } from './file-upload.messages.ts';
import { fileUploadTemplate } from './file-upload.template.ts';
import { FilesChangeEvent } from './files-change-event.ts';
import { UploadQueue, type UploadEntry } from './upload-queue.ts';
import type { Prepare, Upload, UploadedFile } from './uploaded-file.ts';

/**
 * Files. Chosen or dropped, checked, listed, removable one by one; with an `upload` function each is sent as soon as it is
 * chosen, and the form then carries its id. Without one, and without JavaScript, the native input sends them with the form.
 * Around a written `<input type="file">` it enhances that; without children it writes the same HTML itself.
 *
 * @summary One file or several, with progress.
 * @tag council-file-upload
 * @fires {FilesChangeEvent} council-files-change - Files were taken in or removed, or an upload began or ended.
 */
export class CouncilFileUpload extends FormControlElement {
  static override readonly properties: PropertyDeclarations = {
    multiple: { type: Boolean },
    accept: {},
    capture: {},
    maxFiles: { type: Number, attribute: 'max-files' },
    maxSize: { type: Number, attribute: 'max-size' },
    uploadedName: { attribute: 'uploaded-name' },
    upload: { attribute: false },
    prepare: { attribute: false },
  };

  declare multiple: boolean;
  /** As the native attribute: `image/*`, `.pdf,.csv`. Checked for dropped files too. */
  declare accept: string | undefined;
  /** `environment` opens a phone's camera, and takes its gallery away. */
  declare capture: 'environment' | 'user' | undefined;
  /** The most files. */
  declare maxFiles: number | undefined;
  /** The most bytes of one file, as it was chosen. */
  declare maxSize: number | undefined;
  /** The name that ids of uploaded files are submitted by. The control's name and `-id` by default. */
  declare uploadedName: string | undefined;
  /** Sends one file; what that means is the page's. */
  declare upload: Upload | undefined;
  /** Done to each file before it is sent: `preparePhoto` makes photos smaller and takes their metadata away. */
  declare prepare: Prepare | undefined;

  readonly #queue = new UploadQueue(
    () => ({ upload: this.upload, prepare: this.prepare, language: this.language }),
    (entry) => this.#progressed(entry),
  );
  readonly #own = document.createElement('div');
  readonly #list = document.createElement('div');
  readonly #polite = document.createElement('div');
  readonly #assertive = document.createElement('div');
  #zone: DropZone | undefined;
  #writtenRead = false;
  #told: string[] = [];
  /** What was taken in: the browser keeps chosen files by itself at most, and no ids. */
  readonly #kept = new BrowserKept();

  constructor() {
    super();
    this.multiple = false;
    for (const [region, politeness] of [
      [this.#polite, 'polite'],
      [this.#assertive, 'assertive'],
    ] as const) {
      region.className = 'council-visually-hidden';
      region.setAttribute('aria-live', politeness);
    }
    this.#own.append(this.#list, this.#polite, this.#assertive);
    this.keepAssigned('files');
  }

  override get control(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[type="file"]');
  }

  /** What has been taken in. Setting it (a draft that is opened again) replaces that; files on their way stay. */
  get files(): readonly UploadedFile[] {
    return (this.kept('files') as readonly UploadedFile[] | undefined) ?? this.#queue.files;
  }
  set files(files: readonly UploadedFile[]) {
    if (!this.control) {
      this.keep('files', files);
      return;
    }
    // What is set is known better than what the server wrote when the page was made.
    this.#writtenRead = true;
    this.#queue.replaceTaken(files);
    this.sync();
  }

  /** How many files are still on their way. Wait for none before the form goes on. */
  get pending(): number {
    return this.#queue.pending;
  }

  /** How many files in the list were refused or did not arrive. They are not part of the answer. */
  get failed(): number {
    return this.#queue.failed;
  }

  protected override get saysWords(): boolean {
    return true;
  }

  protected override template(): TemplateResult {
    return fileUploadTemplate({
      ...this.fieldOptions(),
      multiple: this.multiple,
      accept: this.accept,
      capture: this.capture,
      maxFiles: this.maxFiles,
      maxSize: this.maxSize,
      uploadedName: this.uploadedName,
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('upload') && this.upload) this.#queue.start();
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.addEventListener('change', (event) => event.target === this.control && this.#take(), { signal });
    // The browser may bring chosen files back after the element has started.
    window.addEventListener('pageshow', () => this.#queue.count === 0 && this.#take(), { signal });
    this.#kept.connect(this.#own, this.control?.name ?? '', signal, (kept) => {
      if (this.#queue.count === 0) this.files = filesFrom(kept);
    });
    window.addEventListener('online', () => this.#retryAll(), { signal });
    afterReset(this, signal, () => {
      for (const entry of this.#queue.entries) if (entry.state.kind !== 'taken') this.#queue.remove(entry);
      this.sync();
    });
    this.#zone = new DropZone(this, signal, (key) => (this.#assertive.textContent = fileUploadMessages.say(key, this.language)));
    signal.addEventListener('abort', () => {
      this.#own.remove();
      // A move within the page takes it out and puts it in again at once: what is being sent goes on.
      queueMicrotask(() => {
        if (!this.isConnected) this.#queue.stop();
      });
    });
  }

  protected override sync(): void {
    const { control } = this;
    if (!control) return;
    this.#zone?.show(control, this.language);
    this.#readWritten();
    this.#kept.keep(this.#queue.files.length > 0 ? JSON.stringify(this.#queue.files) : '');
    const place = control.closest('.council-form-group') ?? this;
    if (this.#own.parentNode !== place) place.append(this.#own);
    render(
      fileListTemplate({
        entries: this.#queue.entries,
        language: this.language,
        disabled: control.matches(':disabled'),
        uploadedName: this.uploadedName ?? control.dataset['uploadedName'] ?? `${control.name}-id`,
        onRemove: (entry) => this.#remove(entry),
        onRetry: (entry) => this.#queue.retry(entry),
      }),
      this.#list,
    );
  }

  /** Takes over the list that the server wrote, and its ids: one list, and each id once in the form. */
  #readWritten(): void {
    const files: UploadedFile[] = [];
    for (const list of this.querySelectorAll<HTMLElement>('.council-file-upload-list--written')) {
      list.hidden = true;
      for (const { dataset } of list.querySelectorAll<HTMLElement>('[data-file-id]')) {
        const { fileId: id = '', fileName: name = '', fileSize, fileType: type = '' } = dataset;
        files.push({ id, name, size: Number(fileSize), type });
      }
      for (const input of list.querySelectorAll('input')) input.disabled = true;
    }
    for (const button of this.querySelectorAll<HTMLElement>('.council-file-upload-send')) button.hidden = this.upload !== undefined;
    if (!this.#writtenRead) this.#queue.replaceTaken(files);
    this.#writtenRead = true;
  }

  /** Takes what has been chosen out of the input: to be checked, and added to what was chosen before. */
  #take(): void {
    const { control } = this;
    if (!control?.files) return;
    const files = [...control.files];
    const language = this.language;
    if (!control.multiple && files.length > 0) for (const entry of this.#queue.entries) this.#queue.remove(entry);
    const limits = {
      accept: control.accept,
      maxSize: this.maxSize ?? Number(control.dataset['maxSize'] ?? Infinity),
      maxFiles: this.maxFiles ?? Number(control.dataset['maxFiles'] ?? Infinity),
    };
    for (const file of files) {
      const tooMany = this.#queue.count >= limits.maxFiles;
      this.#queue.add(
        file,
        tooMany ? fileUploadMessages.say('count', language, { count: limits.maxFiles }) : problemWith(file, limits, language),
      );
    }
    this.#fillInput();
  }

  /** The input holds what the form is to send: nothing that was refused, or is sent by itself. */
  #fillInput(): void {
    const { control } = this;
    if (!control) return;
    const transfer = new DataTransfer();
    for (const file of this.#queue.chosen) transfer.items.add(file);
    if (transfer.files.length === 0) control.value = '';
    else control.files = transfer.files;
  }

  #progressed(entry: UploadEntry): void {
    this.sync();
    const { state } = entry;
    if (state.kind === 'uploading' && state.share > 0) return;
    if (['chosen', 'taken', 'refused', 'unreachable'].includes(state.kind))
      this.#tell(`${entry.name}: ${stateInWords(state, this.language)}`);
    this.#announceChange();
  }

  #announceChange(): void {
    this.dispatchEvent(new FilesChangeEvent(this.#queue.files, this.#queue.pending));
  }

  #remove(entry: UploadEntry): void {
    const index = this.#queue.entries.indexOf(entry);
    this.#queue.remove(entry);
    this.#fillInput();
    this.sync();
    // The button that had the focus is gone: on to the next file, or back to choosing.
    const buttons = this.#list.querySelectorAll<HTMLElement>('.council-file-upload-remove');
    (buttons[Math.min(index, buttons.length - 1)] ?? this.control)?.focus();
    this.#tell(fileUploadMessages.say('removed', this.language, { name: entry.name }));
    this.#announceChange();
  }

  #retryAll(): void {
    for (const entry of this.#queue.entries) this.#queue.retry(entry);
  }

  /** Tells people who listen, all that happened in one go together. */
  #tell(words: string): void {
    this.#told.push(words);
    queueMicrotask(() => {
      if (this.#told.length > 0) this.#polite.textContent = this.#told.splice(0).join('. ');
    });
  }
}

function filesFrom(kept: string): readonly UploadedFile[] {
  try {
    const files: unknown = JSON.parse(kept);
    const isFile = (each: Partial<UploadedFile>): each is UploadedFile =>
      [each.id, each.name, each.type].every((text) => typeof text === 'string') && typeof each.size === 'number';
    return Array.isArray(files) ? files.filter((each: unknown) => isFile(Object(each))) : [];
  } catch {
    return [];
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-file-upload': CouncilFileUpload;
  }
}
