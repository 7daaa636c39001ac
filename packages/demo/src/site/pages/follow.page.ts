import { buttonTemplate, textInputTemplate } from '@council-kit/elements/templates.js';
import { html } from 'lit';
import { siteMessages } from '../site.messages.ts';
import type { SitePageMaker } from './page.ts';

/** A plain form: the gateway's own page answers, with or without script. */
export const followPage: SitePageMaker = (language, { gateway }) => ({
  title: siteMessages.say('follow', language),
  body: html`<form action=${`${gateway}/reports/follow`} method="get">
    <input type="hidden" name="lang" value=${language} />
    ${textInputTemplate({
      name: 'reference',
      label: { text: siteMessages.say('reference', language), isPageHeading: true, classes: 'council-label--l' },
      hint: { text: siteMessages.say('reference-hint', language) },
      width: 20,
      autocomplete: 'off',
      spellcheck: false,
      lang: language,
    })}
    ${buttonTemplate({ text: siteMessages.say('show', language) })}
  </form>`,
});
