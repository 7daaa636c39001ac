import { CouncilElement } from '@council-kit/core';
import { html, type PropertyDeclarations, type TemplateResult } from 'lit';
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
  static override readonly properties: PropertyDeclarations = {
    logoText: { attribute: 'logo-text' },
    logoSrc: { attribute: 'logo-src' },
    logo: { attribute: false },
    logoTextHidden: { type: Boolean, attribute: 'logo-text-hidden' },
    url: {},
    serviceName: { attribute: 'service-name' },
    serviceUrl: { attribute: 'service-url' },
  };

  /** The council's name. */
  declare logoText: Content;
  /** The logo, by address. */
  declare logoSrc: string | undefined;
  /** The logo as a template: an `<svg aria-hidden="true">`. */
  declare logo: TemplateResult | undefined;
  /** The logo shows the name already, so the name is only read out. */
  declare logoTextHidden: boolean;
  /** The council's home page. */
  declare url: string | undefined;
  declare serviceName: Content | undefined;
  /** The service's first page. */
  declare serviceUrl: string | undefined;

  constructor() {
    super();
    this.logoText = '';
    this.logoTextHidden = false;
  }

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
