import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import { detailsTemplate } from './details.template.ts';

/**
 * Help that some readers need, behind a line that says what it is about: a native `<details>`, which opens for print and closes
 * again after it.
 *
 * @summary Help behind a line.
 * @tag council-details
 */
export class CouncilDetails extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    summaryText: { attribute: 'summary-text' },
    text: {},
    open: { type: Boolean },
  };

  declare summaryText: Content;
  declare text: Content;
  /** Whether the help is shown. Follows the reader. */
  declare open: boolean;

  #openedForPrint = false;

  constructor() {
    super();
    this.summaryText = '';
    this.text = '';
    this.open = false;
  }

  get #details(): HTMLDetailsElement | null {
    return this.querySelector('details');
  }

  protected override template(): TemplateResult {
    return detailsTemplate({ summaryText: contentOf(this.summaryText), text: contentOf(this.text), open: this.open });
  }

  protected override updateWritten(changed: PropertyValues): void {
    const details = this.#details;
    if (!details || !changed.has('open')) return;
    // Written open, and not told otherwise: the page's own word.
    if (this.hasUpdated || this.open) details.open = this.open;
  }

  protected override connectBehaviour(signal: AbortSignal): void {
    this.open = this.#details?.open ?? this.open;
    // A toggle does not bubble.
    this.addEventListener('toggle', () => (this.open = this.#details?.open ?? false), { capture: true, signal });
    addEventListener('beforeprint', () => this.#print(true), { signal });
    addEventListener('afterprint', () => this.#print(false), { signal });
  }

  #print(starts: boolean): void {
    const details = this.#details;
    if (!details || (starts ? details.open : !this.#openedForPrint)) return;
    details.open = starts;
    this.#openedForPrint = starts;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-details': CouncilDetails;
  }
}
