import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';
import { languageNavigationMessages } from './language-navigation.messages.ts';

export interface LanguageNavigationItem {
  /** The language's own name for itself: "Cymraeg". */
  readonly text: Content;
  /** Its tag: `cy`. */
  readonly lang?: string;
  /** The twin of this page in that language. Without one, this is the language the page is in. */
  readonly href?: string;
  readonly current?: boolean;
  /** The language of the page behind the link, where that differs from the link's words. */
  readonly hrefLang?: string;
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  /** What the language is called in the page's own language, read out only. */
  readonly languageDescriptionText?: string;
  readonly classes?: string;
}

/** Names and meanings follow GOV.UK Frontend's language navigation. */
export interface LanguageNavigationOptions {
  readonly items: readonly LanguageNavigationItem[];
  /** The landmark's name. "Language" in the page's language by default. */
  readonly ariaLabel?: string;
  readonly classes?: string;
  readonly lang?: string;
}

function itemTemplate(item: LanguageNavigationItem): TemplateResult {
  const href = safeUrl(item.href);
  return html`<li class="council-language-navigation-item">
    ${
      item.current || !href
        ? html`<span
            class=${classes('council-language-navigation-text', item.classes)}
            aria-current="true"
            lang=${orNothing(item.lang)}
            dir=${orNothing(item.dir)}
            >${item.text}</span
          >`
        : html`<a
            class=${classes('council-language-navigation-link', item.classes)}
            href=${href}
            rel="alternate"
            lang=${orNothing(item.lang)}
            hreflang=${orNothing(item.hrefLang || item.lang)}
            dir=${orNothing(item.dir)}
            >${item.text}${
              item.languageDescriptionText
                ? html`<span class="council-visually-hidden">${` ${item.languageDescriptionText}`}</span>`
                : nothing
            }</a
          >`
    }
  </li>`;
}

/** The same page in the other languages there are. */
export function languageNavigationTemplate(options: LanguageNavigationOptions): TemplateResult {
  return html`<nav
    class=${classes('council-language-navigation', options.classes)}
    aria-label=${options.ariaLabel || languageNavigationMessages.say('language', options.lang ?? 'en')}
  >
    <ul class="council-language-navigation-list">
      ${options.items.map(itemTemplate)}
    </ul>
  </nav>`;
}
