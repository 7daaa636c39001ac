import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import { insetTextTemplate } from './inset-text.template.ts';

/**
 * Text set apart from what is around it. Words written inside the tag become its own.
 *
 * @summary Text set apart.
 * @tag council-inset-text
 */
export class CouncilInsetText extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    text: {},
  };

  declare text: Content;

  constructor() {
    super();
    this.text = '';
  }

  protected override template(): TemplateResult {
    return insetTextTemplate({ text: contentOf(this.text) });
  }

  protected override updateWritten(): void {
    if (!this.querySelector('.council-inset-text')) this.classList.add('council-inset-text');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-inset-text': CouncilInsetText;
  }
}
