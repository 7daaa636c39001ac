import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { tagTemplate, type TagOptions } from '../tag/tag.template.ts';
import { phaseBannerMessages } from './phase-banner.messages.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/phase-banner/ */
export interface PhaseBannerOptions {
  /** The phase: "Alpha", "Beta". */
  readonly tag: TagOptions;
  /** What that means for the reader. "This is a new service." in the page's language by default. */
  readonly text?: Content;
  /** Where readers say what they think of it. */
  readonly feedbackUrl?: string;
  readonly classes?: string;
  readonly lang?: string;
}

/** Says that a service is new and still changes, and asks for feedback. */
export function phaseBannerTemplate(options: PhaseBannerOptions): TemplateResult {
  const lang = options.lang ?? 'en';
  const feedbackUrl = safeUrl(options.feedbackUrl);
  return html`<div class=${classes('council-phase-banner', 'council-width-container', options.classes)}>
    <p class="council-phase-banner-content">
      ${tagTemplate({ ...options.tag, classes: classes('council-phase-banner-tag', options.tag.classes) })}
      <span class="council-phase-banner-text"
        >${options.text || phaseBannerMessages.say('newService', lang)}${
          feedbackUrl ? html` <a class="council-link" href=${feedbackUrl}>${phaseBannerMessages.say('giveFeedback', lang)}</a>` : nothing
        }</span
      >
    </p>
  </div>`;
}
