import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import type { HeadingLevel } from '../page/heading.template.ts';
import { panelMessages } from './panel.messages.ts';
import { panelTemplate } from './panel.template.ts';

/**
 * The heading of a confirmation page, with the reference that the resident needs later. A press copies the reference.
 *
 * @summary Tells that something is done.
 * @tag council-panel
 */
export class CouncilPanel extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    titleText: { attribute: 'title-text' },
    text: {},
    reference: {},
    referenceLabel: { attribute: 'reference-label' },
    headingLevel: { type: Number, attribute: 'heading-level' },
  };

  declare titleText: Content;
  declare text: Content | undefined;
  /** The reference the resident needs later. */
  declare reference: string | undefined;
  /** What the reference is called. "Your reference number" in the page's language by default. */
  declare referenceLabel: string | undefined;
  /** 1 by default: the panel is the page's heading. */
  declare headingLevel: HeadingLevel | undefined;

  constructor() {
    super();
    this.titleText = '';
  }

  protected override template(): TemplateResult {
    return panelTemplate({
      titleText: contentOf(this.titleText),
      text: contentOf(this.text),
      reference: this.reference ? String(this.reference) : undefined,
      referenceLabel: this.referenceLabel,
      headingLevel: this.headingLevel,
      lang: this.language,
    });
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.addEventListener(
      'click',
      (event) => {
        if (event.target instanceof Element && event.target.closest('.council-panel-copy')) void this.#copy();
      },
      { signal },
    );
  }

  protected override sync(): void {
    const button = this.querySelector<HTMLElement>('.council-panel-copy');
    // Only pages that came over https may write to the clipboard. Elsewhere a press on the reference selects it whole.
    if (button) button.hidden = !('clipboard' in navigator);
  }

  async #copy(): Promise<void> {
    const reference = this.querySelector('.council-panel-reference');
    const status = this.querySelector('.council-panel-copied');
    if (!reference || !status) return;
    const say = (key: 'copied' | 'notCopied'): void => {
      status.textContent = panelMessages.say(key, this.language);
    };
    try {
      // Said again after a second press, which a region that does not change would not be.
      status.textContent = '';
      await navigator.clipboard.writeText(reference.textContent.trim());
      say('copied');
    } catch {
      getSelection()?.selectAllChildren(reference);
      say('notCopied');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-panel': CouncilPanel;
  }
}
