import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
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
  static override readonly properties: PropertyDeclarations = {
    accessibilityStatement: { attribute: 'accessibility-statement' },
    cookies: {},
    privacy: {},
    navigation: { converter: itemList('council-footer') },
    items: { converter: itemList('council-footer') },
    copyright: {},
    contentLicence: { attribute: 'content-licence' },
  };

  /** The address of the accessibility statement. */
  declare accessibilityStatement: string | undefined;
  /** The address of the page about cookies. */
  declare cookies: string | undefined;
  /** The address of the privacy notice. */
  declare privacy: string | undefined;
  /** Lists of links under headings: `[{ "title": …, "items": [{ "text": …, "href": … }] }]`. */
  declare navigation: FooterOptions['navigation'];
  /** More links beside those that the law asks for: `[{ "text": …, "href": … }]`. */
  declare items: readonly FooterLink[];
  declare copyright: Content | undefined;
  declare contentLicence: Content | undefined;

  constructor() {
    super();
    this.navigation = [];
    this.items = [];
  }

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
