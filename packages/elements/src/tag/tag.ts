import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import { tagTemplate, type TagColour } from './tag.template.ts';

/**
 * The state something is in, as a word. The colour only helps to find it again. Words written inside the tag become its own.
 *
 * @summary The state something is in.
 * @tag council-tag
 */
export class CouncilTag extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    text: {},
    colour: {},
  };

  declare text: Content;
  /** Blue by default. */
  declare colour: TagColour | undefined;

  constructor() {
    super();
    this.text = '';
  }

  protected override template(): TemplateResult {
    return tagTemplate({ text: contentOf(this.text), classes: this.colour && `council-tag--${this.colour}` });
  }

  protected override updateWritten(): void {
    if (this.querySelector('.council-tag')) return;
    const others = [...this.classList].filter((name) => !name.startsWith('council-tag'));
    this.className = [...others, 'council-tag', ...(this.colour ? [`council-tag--${this.colour}`] : [])].join(' ');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-tag': CouncilTag;
  }
}
