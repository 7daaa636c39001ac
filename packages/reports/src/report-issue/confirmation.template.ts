import { inLanguage, type Text } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';

const next: Text = {
  en: 'We look at it and decide what to do. Urgent dangers come first.',
  cy: 'Byddwn yn edrych arno ac yn penderfynu beth i’w wneud. Peryglon brys sy’n dod gyntaf.',
};
const keep: Text = {
  en: 'Keep the reference: with it you can see what becomes of the report.',
  cy: 'Cadwch y cyfeirnod: gydag ef gallwch weld beth ddaw o’r adroddiad.',
};
const follow: Text = { en: 'Follow this report', cy: 'Dilyn yr adroddiad hwn' };

/** What follows the reference, in the widget and on the page. */
export function confirmationTemplate(followUrl: string, language: string): TemplateResult {
  return html`<p class="council-body">${inLanguage(next, language)}</p>
    <p class="council-body">${inLanguage(keep, language)}</p>
    <p class="council-body"><a class="council-link" href=${followUrl}>${inLanguage(follow, language)}</a></p>`;
}
