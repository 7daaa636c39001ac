import { inLanguage, languageName } from '@council-kit/core';
import { pageTemplate } from '@council-kit/elements/templates.js';
import type { PageContent, PageLayout } from '@council-kit/gateway';
import { html, type TemplateResult } from 'lit';
import { council } from '../council/council.ts';
import { inLanguageOf } from './languages.ts';
import { siteMessages, type SiteKey } from './site.messages.ts';

/** The council's page around whatever is shown: its own pages and those of the gateway look the same. */
export const layout: PageLayout = (content: PageContent): TemplateResult => {
  const { language, languageLinks } = content;
  const say = (key: SiteKey): string => siteMessages.say(key, language);
  const at = (path: string): string => inLanguageOf(path, language);
  return pageTemplate({
    lang: language,
    title: content.title,
    titleSuffix: inLanguage(council.name, language),
    stylesheets: ['/assets/tokens.css', '/assets/council.css', '/assets/brand.css', '/assets/site.css'],
    scripts: ['/assets/page.js', ...(content.scripts ?? [])],
    head: html`<link rel="icon" href="/assets/logo.svg" type="image/svg+xml" />`,
    header: {
      logo: html`<img src="/assets/logo.svg" alt="" width="44" height="44" />`,
      logoText: inLanguage(council.name, language),
      url: at('/'),
    },
    phaseBanner: { tag: { text: say('phase') }, text: say('invented') },
    languageNavigation: languageLinks && {
      items: Object.entries(languageLinks).map(([lang, href]) => ({
        text: languageName(lang),
        lang,
        href: lang === language ? undefined : href,
        current: lang === language,
      })),
    },
    beforeContent: content.beforeContent,
    content: content.body,
    footer: {
      navigation: [
        {
          title: say('services'),
          items: [
            { text: say('report'), href: at('/report') },
            { text: say('follow'), href: at('/follow') },
          ],
        },
        {
          title: say('contact'),
          items: [
            { text: council.telephone, href: `tel:${council.telephone.replaceAll(' ', '')}` },
            { text: council.email, href: `mailto:${council.email}` },
          ],
        },
      ],
      accessibilityStatement: { href: at('/accessibility') },
      privacy: { href: at('/privacy') },
      cookies: { href: at('/cookies') },
    },
  });
};
