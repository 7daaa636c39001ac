import { buttonTemplate } from '@council-kit/elements/templates.js';
import { html } from 'lit';
import { siteMessages } from '../site.messages.ts';
import type { SitePageMaker } from './page.ts';

/** A journey of the council's own: in the page where its script comes, on the gateway's pages where it does not. */
export const movedPage: SitePageMaker = (language, { gateway }) => ({
  title: siteMessages.say('moved', language),
  scripts: ['/assets/moved.js'],
  body: html`<council-journey data-gateway=${gateway} drafts="tab" colour-scheme="auto">
    <h1 class="council-heading-l">${siteMessages.say('moved', language)}</h1>
    <p class="council-body">${siteMessages.say('moved-lead', language)}</p>
    ${buttonTemplate({ text: siteMessages.say('start-now', language), href: `${gateway}/moved?lang=${language}`, isStartButton: true })}
  </council-journey>`,
});
