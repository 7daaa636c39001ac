import { html, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { warningTextMessages } from './warning-text.messages.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/warning-text/ */
export interface WarningTextOptions {
  readonly text: Content;
  /** Read out before the text, where the icon cannot be seen. "Warning" in the page's language by default. */
  readonly iconFallbackText?: string;
  readonly classes?: string;
  readonly lang?: string;
}

/** Something important, such as what follows from an action or from none. */
export function warningTextTemplate(options: WarningTextOptions): TemplateResult {
  return html`<div class=${classes('council-warning-text', options.classes)}>
    <span class="council-warning-text-icon" aria-hidden="true">!</span>
    <strong class="council-warning-text-text"
      ><span class="council-visually-hidden">${options.iconFallbackText || warningTextMessages.say('warning', options.lang ?? 'en')}</span>
      ${options.text}</strong
    >
  </div>`;
}
