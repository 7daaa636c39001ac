import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import { warningTextTemplate } from './warning-text.template.ts';

/**
 * Something important, such as what follows from an action or from none.
 *
 * @summary Something important.
 * @tag council-warning-text
 */
export class CouncilWarningText extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    text: {},
    iconFallbackText: { attribute: 'icon-fallback-text' },
  };

  declare text: Content;
  /** Read out before the text. "Warning" in the page's language by default. */
  declare iconFallbackText: string | undefined;

  constructor() {
    super();
    this.text = '';
  }

  protected override template(): TemplateResult {
    return warningTextTemplate({ text: contentOf(this.text), iconFallbackText: this.iconFallbackText, lang: this.language });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-warning-text': CouncilWarningText;
  }
}
