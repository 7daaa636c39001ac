import { html, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { tagTemplate, type TagOptions } from '../tag/tag.template.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/phase-banner/ */
export interface PhaseBannerOptions {
  /** The phase: "Alpha", "Beta". */
  readonly tag: TagOptions;
  /** What that means for the reader, with the way to say what they think of it. */
  readonly text: Content;
  readonly classes?: string;
  readonly lang?: string;
}

/** Says that a service is new and still changes, and asks for feedback. */
export function phaseBannerTemplate(options: PhaseBannerOptions): TemplateResult {
  return html`<div class=${classes('council-phase-banner', 'council-width-container', options.classes)}>
    <p class="council-phase-banner-content">
      ${tagTemplate({ ...options.tag, classes: classes('council-phase-banner-tag', options.tag.classes) })}
      <span class="council-phase-banner-text">${options.text}</span>
    </p>
  </div>`;
}
