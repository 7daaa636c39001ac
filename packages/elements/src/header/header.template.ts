import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';

/** `logoText`, `url`, `classes` and `containerClasses` are those of https://design-system.service.gov.uk/components/generic-header/ */
export interface HeaderOptions {
  /** The council's name. */
  readonly logoText: Content;
  /** The council's logo: an `<img alt="">` or an `<svg aria-hidden="true">`, since the name is beside it. */
  readonly logo?: TemplateResult;
  /** The logo shows the name already, so the name is only read out. */
  readonly logoTextHidden?: boolean;
  /** Where logo and name lead: the council's home page. `/` by default. */
  readonly url?: string;
  /** The service this page belongs to. */
  readonly serviceName?: Content;
  /** The service's first page. */
  readonly serviceUrl?: string;
  readonly classes?: string;
  readonly containerClasses?: string;
  readonly lang?: string;
}

/** The page's banner: whose page this is. Navigation stands outside of it, so that it stays short. */
export function headerTemplate(options: HeaderOptions): TemplateResult {
  const { logo, logoText, logoTextHidden, serviceName } = options;
  const serviceUrl = safeUrl(options.serviceUrl);
  return html`<header class=${classes('council-header', options.classes)}>
    <div class=${classes('council-header-container', options.containerClasses || 'council-width-container')}>
      <a class="council-header-homepage-link" href=${safeUrl(options.url) || '/'}
        >${logo ? html`<span class="council-header-logo">${logo}</span>` : nothing}<span
          class=${logoTextHidden ? 'council-visually-hidden' : 'council-header-name'}
          >${logoText}</span
        ></a
      >
      ${
        serviceName
          ? html`<p class="council-header-service">
              ${serviceUrl ? html`<a class="council-header-service-link" href=${serviceUrl}>${serviceName}</a>` : serviceName}
            </p>`
          : nothing
      }
    </div>
  </header>`;
}
