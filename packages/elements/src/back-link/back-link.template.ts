import { safeUrl } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { backLinkMessages } from './back-link.messages.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/back-link/ */
export interface BackLinkOptions {
  /** "Back" in the page's language by default. */
  readonly text?: Content;
  /** The page before this one. A real address: the link works without script and never fights the browser's own Back. */
  readonly href?: string;
  readonly classes?: string;
  readonly lang?: string;
}

/** A link to the page before this one, above the main content. */
export function backLinkTemplate(options: BackLinkOptions = {}): TemplateResult {
  return html`<a class=${classes('council-back-link', options.classes)} href=${safeUrl(options.href) || '#'}
    >${options.text || backLinkMessages.say('back', options.lang ?? 'en')}</a
  >`;
}
