import { closestLanguage, DocumentTitle, focusForNow } from '@council-kit/core';
import { pageTitle } from '@council-kit/elements/templates.js';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Host = ReactiveControllerHost & HTMLElement & { readonly renderRoot: HTMLElement | DocumentFragment; readonly keepTitle?: boolean };

/**
 * What came of a press, brought to those who cannot see it change: the focus goes to the errors, else to the heading of what is shown now, and the
 * document’s title begins with "Error:" while there are errors.
 */
export class PressOutcome implements ReactiveController {
  readonly #host: Host;
  #awaited = false;
  readonly #title = new DocumentTitle();
  #error = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** A button was pressed: what is shown next is its outcome. */
  pressed(): void {
    this.#awaited = true;
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const root = this.#host.renderRoot;
    const summary = root.querySelector<HTMLElement>('council-error-summary');
    this.#setTitle(summary !== null);
    // Not while it is on its way.
    if (!this.#awaited || root.querySelector('[aria-busy="true"]')) return;
    this.#awaited = false;
    const target = root.querySelector<HTMLElement>('[role="alert"], h1');
    if (summary) summary.focus();
    else if (target) focusForNow(target);
  }

  hostDisconnected(): void {
    this.#setTitle(false);
  }

  #setTitle(error: boolean): void {
    if (error === this.#error || this.#host.keepTitle) return;
    this.#error = error;
    if (error) this.#title.put((own) => pageTitle({ title: own, error, lang: closestLanguage(this.#host) }));
    else this.#title.restore();
  }
}
