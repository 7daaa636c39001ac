import type { FieldError, Problem } from '@council-kit/core';
import type { Answers, UploadedFile } from './definition.ts';

/** What a resident is told about answers that were sent. */
export type SubmitOutcome =
  /** It is kept: only now may the page say so. */
  | { readonly kind: 'accepted'; readonly accepted: Accepted }
  | Continuation
  /**
   * It was not taken in. Fields of a repeated section are told as `vehicles.0.registration`. An empty list where the service asks more
   * than before: the runner asks for the journey again and goes to the first page that has no answer yet.
   */
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[] }
  /**
   * Understood and declined, in a sentence that says what can be done. `retryAfter` (seconds) where the same answers may be taken later:
   * the page then offers to try again.
   */
  | { readonly kind: 'refused'; readonly message: string; readonly retryAfter?: number }
  /**
   * The idempotency key was used with other answers (409): an earlier attempt had arrived after all, before they were changed. The runner
   * sends those again under the same key to learn their reference.
   */
  | { readonly kind: 'conflict' }
  /**
   * No answer: the page says that it was not sent, keeps everything and offers to try again. `retryAfter`: seconds, where the answer
   * named them. `message`: why, where a platform behind the gateway said so. The definition's own words unless given.
   */
  | { readonly kind: 'unreachable'; readonly retryAfter?: number; readonly message?: string };

/**
 * The journey goes on at another address: a payment, a sign-in. In a browser the answers and their key stay, so that Back leads to the
 * page as it was. The server's pages keep the address alone, and lead there again.
 */
export interface Continuation {
  readonly kind: 'continue';
  /** `http:` or `https:`, or a path. */
  readonly href: string;
  /** What the service calls it. Events tell it; no page shows it. */
  readonly reference?: string;
}

/** A problem as `requestGateway` gives it. The runner reads it with `outcomeOf`. */
export interface ToldProblem {
  readonly kind: 'problem';
  readonly problem: Problem<string>;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What the confirmation page shows. JSON; kept in the draft until that expires, so no personal data. */
export interface Accepted {
  readonly reference: string;
  /** The reference is of answers that were sent before these, and had arrived: what was changed since was not taken in. */
  readonly earlier?: boolean;
  /** For a richer confirmation: whatever the service put there. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface SubmitContext {
  /** The same for every attempt to send one draft, from whichever tab: sent as `Idempotency-Key`. */
  readonly idempotencyKey: string;
  readonly language: string;
  readonly signal: AbortSignal;
}

/**
 * Sends the answers to all questions that are asked. A problem, returned or thrown, is read by the runner; rejecting with anything else
 * counts as unreachable.
 */
export type Submit = (answers: Answers, context: SubmitContext) => Promise<SubmitOutcome | ToldProblem>;

/** What became of one file. */
export type UploadOutcome =
  | { readonly kind: 'taken'; readonly file: UploadedFile }
  /** Not an image, too large …: the sentence says which. */
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' };

export interface UploadContext {
  readonly language: string;
  readonly signal: AbortSignal;
  /** How much has been sent, from 0 to 1. Not on the server. */
  onProgress?(share: number): void;
}

/** Hands one file to the gateway. Rejecting counts as unreachable. */
export type Upload = (file: File, context: UploadContext) => Promise<UploadOutcome>;

/** Done in the browser to a file before it is sent: gives the file to send, or what is wrong with it. */
export type PrepareFile = (file: File, options: { readonly language: string }) => Promise<File | { readonly message: string }>;
