import { html } from 'lit';
import { siteMessages } from '../site.messages.ts';
import type { SitePageMaker } from './page.ts';

/** The whole of what a council writes to have the service: a tag, the gateway's address, and a link for when no script comes. */
export const reportPage: SitePageMaker = (language, { gateway }) => ({
  title: siteMessages.say('report', language),
  scripts: ['/assets/report.js'],
  body: html`<council-report-issue gateway=${gateway} drafts="device" colour-scheme="auto">
    <h1 class="council-heading-l">${siteMessages.say('report', language)}</h1>
    <p class="council-body">
      <a class="council-link" href=${`${gateway}/report?lang=${language}`}>${siteMessages.say('report-without-script', language)}</a>
    </p>
  </council-report-issue>`,
});
