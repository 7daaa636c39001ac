import { CouncilElement } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Content } from '../field/content.ts';
import { contentOf } from '../page/content-of.ts';
import { safeUrl } from '@council-kit/core';
import { headerTemplate } from './header.template.ts';

/**
 * Whose page this is: the council’s logo and name, and the service’s name. Navigation stands outside of it.
 *
 * @summary The page’s banner.
 * @tag council-header
 */
export class CouncilHeader extends CouncilElement {
  /** The council's name. */
  @property({ attribute: 'logo-text' }) logoText: Content = '';
  /** The logo, by address. */
  @property({ attribute: 'logo-src' }) logoSrc: string | undefined;
  /** The logo as a template: an `<svg aria-hidden="true">`. */
  @property({ attribute: false }) logo: TemplateResult | undefined;
  /** The logo shows the name already, so the name is only read out. */
  @property({ type: Boolean, attribute: 'logo-text-hidden' }) logoTextHidden = false;
  /** The council's home page. */
  @property() url: string | undefined;
  @property({ attribute: 'service-name' }) serviceName: Content | undefined;
  /** The service's first page. */
  @property({ attribute: 'service-url' }) serviceUrl: string | undefined;

  protected override template(): TemplateResult {
    const source = safeUrl(this.logoSrc);
    return headerTemplate({
      logoText: contentOf(this.logoText),
      logo: this.logo ?? (source ? html`<img src=${source} alt="" />` : undefined),
      logoTextHidden: this.logoTextHidden,
      url: this.url,
      serviceName: contentOf(this.serviceName),
      serviceUrl: this.serviceUrl,
      lang: this.language,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-header': CouncilHeader;
  }
}
