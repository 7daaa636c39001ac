import type { UploadedFile } from './uploaded-file.ts';

/** Files were taken in or removed, or an upload began or ended. */
export class FilesChangeEvent extends Event {
  /** What has been taken in, in the order of choosing. */
  readonly files: readonly UploadedFile[];
  /** How many are still on their way. */
  readonly pending: number;

  constructor(files: readonly UploadedFile[], pending: number) {
    super('council-files-change', { bubbles: true, composed: true });
    this.files = files;
    this.pending = pending;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'council-files-change': FilesChangeEvent;
  }
}
