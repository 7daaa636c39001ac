import { CouncilElement } from '@council-kit/core';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Content } from '../field/content.ts';
import { itemList } from '../field/item-list.ts';
import { contentOf, listOf } from '../page/content-of.ts';
import { footerTemplate, type FooterLink, type FooterOptions } from './footer.template.ts';

/**
 * Navigation, the links that every council page owes its readers, and whose words these are.
 *
 * @summary The page’s end.
 * @tag council-footer
 */
export class CouncilFooter extends CouncilElement {
  /** The address of the accessibility statement. */
  @property({ attribute: 'accessibility-statement' }) accessibilityStatement: string | undefined;
  /** The address of the page about cookies. */
  @property() cookies: string | undefined;
  /** The address of the privacy notice. */
  @property() privacy: string | undefined;
  /** Lists of links under headings: `[{ "title": …, "items": [{ "text": …, "href": … }] }]`. */
  @property({ converter: itemList('council-footer') }) navigation: FooterOptions['navigation'] = [];
  /** More links beside those that the law asks for: `[{ "text": …, "href": … }]`. */
  @property({ converter: itemList('council-footer') }) items: readonly FooterLink[] = [];
  @property() copyright: Content | undefined;
  @property({ attribute: 'content-licence' }) contentLicence: Content | undefined;

  protected override template(): TemplateResult {
    const link = (href: string | undefined): { href: string } | undefined => (href ? { href } : undefined);
    const text = (value: Content | undefined): { text: Content } | undefined => (value ? { text: contentOf(value) } : undefined);
    return footerTemplate({
      accessibilityStatement: link(this.accessibilityStatement),
      cookies: link(this.cookies),
      privacy: link(this.privacy),
      navigation: listOf(this.navigation),
      meta: { items: listOf(this.items) },
      copyright: text(this.copyright),
      contentLicence: text(this.contentLicence),
      lang: this.language,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-footer': CouncilFooter;
  }
}
