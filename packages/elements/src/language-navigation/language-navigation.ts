import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
import { itemList } from '../field/item-list.ts';
import { listOf } from '../page/content-of.ts';
import { languageNavigationTemplate, type LanguageNavigationItem } from './language-navigation.template.ts';

/**
 * The same page in the other languages there are: each by its own name, in its own language.
 *
 * @summary The same page in other languages.
 * @tag council-language-navigation
 */
export class CouncilLanguageNavigation extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    items: { converter: itemList('council-language-navigation') },
    label: {},
  };

  /** `[{ "text": "English", "lang": "en", "current": true }, { "text": "Cymraeg", "lang": "cy", "href": "/cy" }]` */
  declare items: readonly LanguageNavigationItem[];
  /** The landmark's name. "Language" in the page's language by default. */
  declare label: string | undefined;

  constructor() {
    super();
    this.items = [];
  }

  protected override template(): TemplateResult {
    return languageNavigationTemplate({ items: listOf(this.items), ariaLabel: this.label, lang: this.language });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-language-navigation': CouncilLanguageNavigation;
  }
}
