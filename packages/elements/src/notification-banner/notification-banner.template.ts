import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';
import { headingTemplate, type HeadingLevel } from '../page/heading.template.ts';
import { notificationBannerMessages } from './notification-banner.messages.ts';

/** Names and meanings follow https://design-system.service.gov.uk/components/notification-banner/ */
export interface NotificationBannerOptions {
  /** A string is shown as the banner's one line; a template stands as it is. */
  readonly text: Content;
  /** `success` tells that something just worked: it is announced at once and takes the focus. */
  readonly type?: 'success';
  /** "Important", or "Success", in the page's language by default. */
  readonly titleText?: Content;
  readonly titleHeadingLevel?: HeadingLevel;
  /** The title's id, which names the banner. Unique in the page. */
  readonly titleId?: string;
  readonly role?: string;
  readonly disableAutoFocus?: boolean;
  readonly classes?: string;
  readonly lang?: string;
}

/** News about the page or the service that is not about this very page's form. Never for errors in a form. */
export function notificationBannerTemplate(options: NotificationBannerOptions): TemplateResult {
  const { type, text, titleId = 'council-notification-banner-title', disableAutoFocus } = options;
  const success = type === 'success';
  const title = options.titleText || notificationBannerMessages.say(success ? 'success' : 'important', options.lang ?? 'en');
  return html`<div
    class=${classes('council-notification-banner', success && 'council-notification-banner--success', options.classes)}
    role=${options.role || (success ? 'alert' : 'region')}
    aria-labelledby=${titleId}
    data-disable-auto-focus=${disableAutoFocus === undefined ? nothing : orNothing(String(disableAutoFocus))}
  >
    <div class="council-notification-banner-header">
      ${headingTemplate(options.titleHeadingLevel ?? 2, title, 'council-notification-banner-title', titleId)}
    </div>
    <div class="council-notification-banner-content">
      ${typeof text === 'string' ? html`<p class="council-notification-banner-heading">${text}</p>` : text}
    </div>
  </div>`;
}
