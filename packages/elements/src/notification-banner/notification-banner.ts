import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import { focusOnce } from '../page/focus-once.ts';
import type { HeadingLevel } from '../page/heading.template.ts';
import { notificationBannerTemplate } from './notification-banner.template.ts';

const titleId = 'council-notification-banner-title';

/**
 * News about the page or the service. A success is read out at once and takes the focus when it appears. Never for errors in a
 * form: those have their summary.
 *
 * @summary News about the page or the service.
 * @tag council-notification-banner
 */
export class CouncilNotificationBanner extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    text: {},
    type: {},
    titleText: { attribute: 'title-text' },
    titleHeadingLevel: { type: Number, attribute: 'title-heading-level' },
    disableAutoFocus: { type: Boolean, attribute: 'disable-auto-focus' },
  };

  declare text: Content;
  declare type: 'success' | undefined;
  /** "Important", or "Success", in the page's language by default. */
  declare titleText: Content | undefined;
  declare titleHeadingLevel: HeadingLevel | undefined;
  /** Leaves the focus where it is when a success appears. */
  declare disableAutoFocus: boolean;

  #titleId: string | undefined;
  #appeared = false;

  constructor() {
    super();
    this.text = '';
    this.disableAutoFocus = false;
  }

  protected override template(): TemplateResult {
    return notificationBannerTemplate({
      text: contentOf(this.text),
      type: this.type,
      titleText: contentOf(this.titleText),
      titleHeadingLevel: this.titleHeadingLevel,
      titleId: (this.#titleId ??= this.#freeTitleId()),
      lang: this.language,
    });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#appeared && !changed.has('type')) return;
    this.#appeared = true;
    const banner = this.querySelector<HTMLElement>('.council-notification-banner');
    if (banner?.getAttribute('role') !== 'alert' || this.disableAutoFocus || banner.dataset['disableAutoFocus'] === 'true') return;
    focusOnce(banner);
  }

  /** Banners name themselves by their titles, so a second one in the page needs an id of its own. */
  #freeTitleId(): string {
    const root = this.getRootNode() as Document | ShadowRoot;
    let id = titleId;
    for (let number = 2; root.getElementById(id); number += 1) id = `${titleId}-${String(number)}`;
    return id;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-notification-banner': CouncilNotificationBanner;
  }
}
