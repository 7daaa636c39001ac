import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import { phaseBannerTemplate } from './phase-banner.template.ts';

/**
 * Says that a service is new and still changes, and asks for feedback.
 *
 * @summary Says that a service is new.
 * @tag council-phase-banner
 */
export class CouncilPhaseBanner extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    tagText: { attribute: 'tag-text' },
    text: {},
    feedbackUrl: { attribute: 'feedback-url' },
  };

  /** The phase: "Alpha", "Beta". */
  declare tagText: string;
  /** What that means for the reader. "This is a new service." by default. */
  declare text: Content | undefined;
  /** Where readers say what they think of it. */
  declare feedbackUrl: string | undefined;

  constructor() {
    super();
    this.tagText = 'Beta';
  }

  protected override template(): TemplateResult {
    return phaseBannerTemplate({
      tag: { text: this.tagText },
      text: this.text === undefined ? undefined : contentOf(this.text),
      feedbackUrl: this.feedbackUrl,
      lang: this.language,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-phase-banner': CouncilPhaseBanner;
  }
}
