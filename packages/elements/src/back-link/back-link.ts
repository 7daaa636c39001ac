import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { backLinkTemplate } from './back-link.template.ts';

/**
 * A link to the page before this one. It is a link with an address, so it works without script and leaves the browser’s own
 * Back alone.
 *
 * @summary The way back to the page before.
 * @tag council-back-link
 */
export class CouncilBackLink extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    href: {},
    text: {},
  };

  /** The page before this one. */
  declare href: string | undefined;
  /** "Back" in the page's language by default. */
  declare text: string | undefined;

  protected override template(): TemplateResult {
    return backLinkTemplate({ href: this.href, text: this.text, lang: this.language });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-back-link': CouncilBackLink;
  }
}
