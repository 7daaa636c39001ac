/** A file that the server has taken in; the bytes stay there. */
export interface UploadedFile {
  /** Opaque; the server's. */
  readonly id: string;
  /** What the person called it, for them to recognise it. Never a path. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly type: string;
}

/** What became of an upload. */
export type UploadOutcome =
  | { readonly kind: 'taken'; readonly file: UploadedFile }
  /** The server does not want this file: what is wrong with it, in a sentence. */
  | { readonly kind: 'refused'; readonly message: string }
  /** No connection, or no answer: it can be tried again. */
  | { readonly kind: 'unreachable' };

/** Sends one file. It resolves in every case; when the signal aborts, with anything. */
export type Upload = (
  file: File,
  options: {
    readonly signal: AbortSignal;
    /** How much has been sent, from 0 to 1. */
    readonly onProgress: (share: number) => void;
  },
) => Promise<UploadOutcome>;

/** What is done to a file before it is sent: gives the file to send, or what is wrong with it. */
export type Prepare = (file: File, options: { readonly language: string }) => Promise<File | { readonly message: string }>;
