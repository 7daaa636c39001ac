import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { focusOnce } from '../page/focus-once.ts';
import { skipLinkTemplate } from './skip-link.template.ts';

/**
 * The first link of a page: over header and navigation, to the main content, which takes the focus. Works where the page has a
 * `<base href>`, and in a shadow root. Says in the console when there is nothing to skip to.
 *
 * @summary The first link of a page, to its main content.
 * @tag council-skip-link
 */
export class CouncilSkipLink extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    href: {},
    text: {},
  };

  /** The main content, by id: `#content` by default. */
  declare href: string | undefined;
  /** "Skip to main content" in the page's language by default. */
  declare text: string | undefined;

  protected override template(): TemplateResult {
    return skipLinkTemplate({ href: this.href, text: this.text, lang: this.language });
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.addEventListener('click', (event) => this.#skip(event), { signal });
    // When the page has been put together: a skip link is the first thing in it.
    const looking = requestAnimationFrame(() => this.#target());
    signal.addEventListener('abort', () => {
      cancelAnimationFrame(looking);
    });
  }

  #target(): HTMLElement | undefined {
    const id = decodeURIComponent(this.querySelector('a')?.hash.slice(1) ?? '');
    const root = this.getRootNode() as Document | ShadowRoot;
    const target = id === '' ? null : (root.getElementById(id) ?? this.ownerDocument.getElementById(id));
    if (!target) console.warn(`<council-skip-link>: nothing in the page has the id “${id}” to skip to.`);
    return target ?? undefined;
  }

  #skip(event: MouseEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const target = this.#target();
    if (!target) return;
    event.preventDefault();
    focusOnce(target, { preventScroll: true });
    target.scrollIntoView();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-skip-link': CouncilSkipLink;
  }
}
