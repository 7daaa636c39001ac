import { buttonTemplate } from '@council-kit/elements/templates.js';
import { html } from 'lit';
import { siteMessages } from '../site.messages.ts';
import type { SitePageMaker } from './page.ts';

/** The beginning of a service that runs on the gateway's pages. */
export const movedPage: SitePageMaker = (language, { gateway }) => ({
  title: siteMessages.say('moved', language),
  body: html`<h1 class="council-heading-l">${siteMessages.say('moved', language)}</h1>
    <p class="council-body">${siteMessages.say('moved-lead', language)}</p>
    ${buttonTemplate({ text: siteMessages.say('start-now', language), href: `${gateway}/moved?lang=${language}`, isStartButton: true })}`,
});
