import { closestLanguage } from '@council-kit/core';
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
  /** The document’s own title, while ours is in its place. */
  #title: { readonly own: string; readonly put: string } | undefined;

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
    const target = summary ?? root.querySelector<HTMLElement>('[role="alert"], h1');
    if (target && target !== summary) target.tabIndex = -1;
    target?.focus();
  }

  /** Leaves its host to another. */
  leave(): void {
    this.#host.removeController(this);
    this.#setTitle(false);
  }

  hostDisconnected(): void {
    this.#setTitle(false);
  }

  #setTitle(error: boolean): void {
    if (error === (this.#title !== undefined) || this.#host.keepTitle) return;
    if (this.#title) {
      if (document.title === this.#title.put) document.title = this.#title.own;
      this.#title = undefined;
      return;
    }
    const own = document.title;
    document.title = pageTitle({ title: own, error: true, lang: closestLanguage(this.#host) });
    // Read back: the document keeps a title without blanks at its ends.
    this.#title = { own, put: document.title };
  }
}
