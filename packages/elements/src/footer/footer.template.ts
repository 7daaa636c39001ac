import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { headingTemplate } from '../page/heading.template.ts';
import { footerMessages } from './footer.messages.ts';

export interface FooterLink {
  readonly text: Content;
  readonly href?: string;
}

/** Names and meanings follow https://design-system.service.gov.uk/components/footer/, with the links that the law asks of a council. */
export interface FooterOptions {
  /** The accessibility statement: The Public Sector Bodies (Websites and Mobile Applications) Accessibility Regulations 2018, regulation 8. */
  readonly accessibilityStatement?: { readonly href: string; readonly text?: Content };
  readonly cookies?: { readonly href: string; readonly text?: Content };
  readonly privacy?: { readonly href: string; readonly text?: Content };
  readonly navigation?: readonly {
    readonly title: Content;
    /** Lists of many links run in as many columns, where there is room. */
    readonly columns?: number;
    readonly items?: readonly FooterLink[];
  }[];
  readonly meta?: {
    /** The heading of these links, read out only. "Support links" by default. */
    readonly visuallyHiddenTitle?: string;
    readonly items?: readonly FooterLink[];
    readonly text?: Content;
  };
  readonly contentLicence?: { readonly text: Content };
  readonly copyright?: { readonly text: Content };
  readonly classes?: string;
  readonly containerClasses?: string;
  readonly lang?: string;
}

function linkTemplate(link: FooterLink): TemplateResult {
  return html`<li class="council-footer-item"><a class="council-footer-link" href=${safeUrl(link.href) || '#'}>${link.text}</a></li>`;
}

/** The page's end: navigation, the links every council page owes its readers, and whose words these are. */
export function footerTemplate(options: FooterOptions = {}): TemplateResult {
  const { navigation = [], meta, contentLicence, copyright } = options;
  const say = (key: (typeof footerMessages.keys)[number]): string => footerMessages.say(key, options.lang ?? 'en');
  const links: FooterLink[] = [
    ...(['accessibilityStatement', 'cookies', 'privacy'] as const).flatMap((key) => {
      const link = options[key];
      return link ? [{ href: link.href, text: link.text || say(key) }] : [];
    }),
    ...(meta?.items ?? []),
  ];
  const hasMeta = links.length > 0 || meta?.text || contentLicence || copyright;
  return html`<footer class=${classes('council-footer', options.classes)}>
    <div class=${classes('council-footer-container', options.containerClasses || 'council-width-container')}>
      ${
        navigation.length > 0
          ? html`<div class="council-footer-navigation">
              ${navigation.map(
                (section) =>
                  html`<div class="council-footer-section">
                    ${headingTemplate(2, section.title, 'council-footer-heading')}
                    ${
                      section.items?.length
                        ? html`<ul class=${classes('council-footer-list', Number(section.columns) > 1 && 'council-footer-list--columns')}>
                            ${section.items.map(linkTemplate)}
                          </ul>`
                        : nothing
                    }
                  </div>`,
              )}
            </div>`
          : nothing
      }
      ${
        hasMeta
          ? html`<div class="council-footer-meta">
              ${
                links.length > 0
                  ? html`${headingTemplate(2, meta?.visuallyHiddenTitle || say('supportLinks'), 'council-visually-hidden')}
                      <ul class="council-footer-inline-list">
                        ${links.map(linkTemplate)}
                      </ul>`
                  : nothing
              }
              ${meta?.text ? html`<div class="council-footer-text">${meta.text}</div>` : nothing}
              ${contentLicence ? html`<div class="council-footer-text">${contentLicence.text}</div>` : nothing}
              ${copyright ? html`<div class="council-footer-text council-footer-copyright">${copyright.text}</div>` : nothing}
            </div>`
          : nothing
      }
    </div>
  </footer>`;
}
