import { languageName } from '@council-kit/core';
import { html } from 'lit';
import type { PageLayout } from '../service.ts';

/** A page without a council's look: for a gateway that was given none. */
export const plainPage: PageLayout = ({ language, title, body, beforeContent = '', scripts = [], languageLinks = {} }) =>
  html`<!doctype html>
    <html lang=${language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${scripts.map((source) => html`<script type="module" src=${source}></script>`)}
      </head>
      <body>
        ${Object.entries(languageLinks).map(
          ([other, link]) => html`<p><a href=${link} lang=${other} hreflang=${other}>${languageName(other)}</a></p>`,
        )}
        ${beforeContent}
        <main id="main-content">${body}</main>
      </body>
    </html>`;
