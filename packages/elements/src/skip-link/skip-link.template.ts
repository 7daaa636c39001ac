import { safeUrl } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { pageMessages } from '../page/page.messages.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/skip-link/ */
export interface SkipLinkOptions {
  /** "Skip to main content" in the page's language by default. */
  readonly text?: Content;
  /** The main content, by id. */
  readonly href?: string;
  readonly classes?: string;
  readonly lang?: string;
}

/** The first link of a page: over the header, straight to the content. Seen when it has focus. */
export function skipLinkTemplate(options: SkipLinkOptions = {}): TemplateResult {
  return html`<a class=${classes('council-skip-link', options.classes)} href=${safeUrl(options.href) || '#content'}
    >${options.text || pageMessages.say('skipToMainContent', options.lang ?? 'en')}</a
  >`;
}
