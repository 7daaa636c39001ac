import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { backLinkTemplate, type BackLinkOptions } from '../back-link/back-link.template.ts';
import { classes, orNothing } from '../field/content.ts';
import { footerTemplate, type FooterOptions } from '../footer/footer.template.ts';
import { headerTemplate, type HeaderOptions } from '../header/header.template.ts';
import { languageNavigationTemplate, type LanguageNavigationOptions } from '../language-navigation/language-navigation.template.ts';
import { phaseBannerTemplate, type PhaseBannerOptions } from '../phase-banner/phase-banner.template.ts';
import { skipLinkTemplate, type SkipLinkOptions } from '../skip-link/skip-link.template.ts';
import { pageMessages } from './page.messages.ts';

export interface PageOptions {
  /** The language of the page: `en`, `cy`. English by default. */
  readonly lang?: string;
  readonly dir?: 'ltr' | 'rtl';
  /** The page's colours; `auto` follows the reader's device. Light ones by default. */
  readonly colourScheme?: 'light' | 'dark' | 'auto';
  /** What this page is: its h1, in short. */
  readonly title: string;
  /** Whose page it is, after the title: the service, the council. */
  readonly titleSuffix?: string;
  /** The page shows an error summary: the title begins with "Error: ", so that it is the first thing read out. */
  readonly error?: boolean;
  /** For search engines. */
  readonly description?: string;
  /** Style sheets, by address, in order: tokens, `council.css`, the council's own theme. */
  readonly stylesheets?: readonly string[];
  /** Scripts that enhance the page, by address. They are modules, so they wait for the page. */
  readonly scripts?: readonly string[];
  /** The rest of the head: icons, `<meta>`. No inline style or script, which the council's policy refuses. */
  readonly head?: TemplateResult;
  readonly skipLink?: SkipLinkOptions;
  readonly header?: HeaderOptions;
  readonly languageNavigation?: LanguageNavigationOptions;
  readonly phaseBanner?: PhaseBannerOptions;
  readonly backLink?: BackLinkOptions;
  /** Between header and `<main>`: a back link with a behaviour of its own, breadcrumbs. */
  readonly beforeContent?: TemplateResult;
  /** What goes into `<main>`. */
  readonly content: TemplateResult;
  readonly footer?: FooterOptions;
  readonly bodyClasses?: string;
  readonly mainClasses?: string;
}

/** The title of a page, as its tab and a screen reader say it: what is wrong, what the page is, whose it is. */
export function pageTitle(options: Pick<PageOptions, 'error' | 'lang' | 'title' | 'titleSuffix'>): string {
  const prefix = options.error ? `${pageMessages.say('error', options.lang ?? 'en')}: ` : '';
  return `${prefix}${[options.title, options.titleSuffix].filter(Boolean).join(' – ')}`;
}

/**
 * Marks a template as one that only a server renders, which lets it hold a whole document and a `<title>`. It is what
 * the `html` of `@lit-labs/ssr` does to its templates; pages must not bring that package into a browser.
 * @see https://github.com/lit/lit/blob/main/packages/labs/ssr/src/lib/server-template.ts
 */
function serverOnly(template: TemplateResult): TemplateResult {
  return Object.assign(template, { _$litServerRenderMode: 1 });
}

function safeUrls(urls: readonly string[] = []): string[] {
  return urls.flatMap((url) => safeUrl(url) ?? []);
}

/**
 * A whole council page as one template, for a server (`renderToString` of the gateway): a browser cannot render a document into a document.
 * Without script it is complete; scripts only enhance it.
 */
export function pageTemplate(options: PageOptions): TemplateResult {
  const { lang = 'en', header, languageNavigation, phaseBanner, backLink, footer } = options;
  return serverOnly(
    html`<!doctype html>
      <html
        class="council-template"
        lang=${lang}
        dir=${orNothing(options.dir)}
        data-council-colour-scheme=${orNothing(options.colourScheme)}
      >
        <head>
          <meta charset="utf-8" />
          <title>${pageTitle(options)}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
          ${options.description ? serverOnly(html`<meta name="description" content=${options.description} />`) : nothing}
          ${safeUrls(options.stylesheets).map((url) => serverOnly(html`<link rel="stylesheet" href=${url} />`))} ${options.head ?? nothing}
          ${safeUrls(options.scripts).map((url) => serverOnly(html`<script type="module" src=${url}></script>`))}
        </head>
        <body class=${classes('council-page', 'council-body', options.bodyClasses)}>
          <council-skip-link>${skipLinkTemplate({ lang, ...options.skipLink })}</council-skip-link>
          ${header ? headerTemplate({ lang, ...header }) : nothing}
          ${
            // All content is in a landmark: what stands between the header and the main content is one of its own.
            phaseBanner
              ? serverOnly(
                  html`<aside aria-label=${pageMessages.say('phase', lang)}>${phaseBannerTemplate({ lang, ...phaseBanner })}</aside>`,
                )
              : nothing
          }
          ${
            languageNavigation
              ? serverOnly(html`<div class="council-width-container">${languageNavigationTemplate({ lang, ...languageNavigation })}</div>`)
              : nothing
          }
          <div class="council-width-container council-page-body">
            ${
              backLink || options.beforeContent
                ? serverOnly(
                    html`<nav aria-label=${pageMessages.say('before', lang)}>
                      ${backLink ? backLinkTemplate({ lang, ...backLink }) : nothing} ${options.beforeContent ?? nothing}
                    </nav>`,
                  )
                : nothing
            }
            <main class=${classes('council-main', options.mainClasses)} id="content">${options.content}</main>
          </div>
          ${footer ? footerTemplate({ lang, ...footer }) : nothing}
        </body>
      </html>`,
  );
}
