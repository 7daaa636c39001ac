import { CouncilElement } from '@council-kit/core';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
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
  /** The phase: "Alpha", "Beta". */
  @property({ attribute: 'tag-text' }) tagText = 'Beta';
  /** What that means for the reader. "This is a new service." by default. */
  @property() text: Content | undefined;
  /** Where readers say what they think of it. */
  @property({ attribute: 'feedback-url' }) feedbackUrl: string | undefined;

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
