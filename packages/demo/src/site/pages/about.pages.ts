import { inLanguage, type Language } from '@council-kit/core';
import { html, type TemplateResult } from 'lit';
import { council } from '../../council/council.ts';
import { siteMessages, type SiteKey } from '../site.messages.ts';
import type { SitePageMaker } from './page.ts';

const words: Readonly<Record<'accessibility' | 'privacy' | 'cookies', Readonly<Record<Language, readonly string[]>>>> = {
  accessibility: {
    en: [
      'This site is a demonstration. It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA: it works with a keyboard alone, with a screen reader, at 400% zoom, in forced colours and without JavaScript.',
      'The map is one of three ways to say where a problem is. Everything can be reported in words, or by telephone.',
    ],
    cy: [
      'Safle arddangos yw hwn. Fe’i hadeiladwyd i fodloni Canllawiau Hygyrchedd Cynnwys Gwe 2.2 ar lefel AA: mae’n gweithio gyda bysellfwrdd yn unig, gyda darllenydd sgrin, ar chwyddiad o 400%, mewn lliwiau gorfodol a heb JavaScript.',
      'Mae’r map yn un o dair ffordd o ddweud ble mae problem. Gellir rhoi gwybod am bopeth mewn geiriau, neu dros y ffôn.',
    ],
  },
  privacy: {
    en: [
      'What you report is kept on the computer that runs this demo, and nowhere else.',
      'You do not have to give your name or contact details. Only staff can see them. They use them to tell you what we did about your report, and we delete them after the time that the form gives.',
    ],
    cy: [
      'Cedwir yr hyn rydych yn ei adrodd ar y cyfrifiadur sy’n rhedeg y demo hwn, ac yn unman arall.',
      'Gellir gadael eich enw a’ch manylion cyswllt allan. Dim ond staff sy’n eu gweld, i ddweud wrthych beth ddigwyddodd i’r adroddiad, ac fe’u dilëir ar ôl yr amser a nodir ar y ffurflen.',
    ],
  },
  cookies: {
    en: [
      'We measure nothing. While you report something page by page, one cookie holds the key to the answers you have given, so that only you can read them. It ends with your browser’s session.',
      'Where JavaScript is on, your unfinished answers are kept on this device for a day, so that a closed tab loses nothing.',
    ],
    cy: [
      'Nid ydym yn mesur dim. Wrth i chi adrodd rhywbeth fesul tudalen, mae un cwci yn dal yr allwedd i’ch atebion, fel mai chi yn unig all eu darllen. Daw i ben gyda sesiwn eich porwr.',
      'Lle mae JavaScript ymlaen, cedwir eich atebion anorffenedig ar y ddyfais hon am ddiwrnod, fel na chollir dim wrth gau tab.',
    ],
  },
};

function contact(language: Language): TemplateResult {
  return html`<h2 class="council-heading-m">${siteMessages.say('contact', language)}</h2>
    <p class="council-body">
      ${council.telephone}, ${inLanguage(council.hours, language)}<br />
      <a class="council-link" href=${`mailto:${council.email}`}>${council.email}</a><br />
      ${inLanguage(council.address, language)}
    </p>`;
}

const about =
  (page: keyof typeof words): SitePageMaker =>
  (language) => ({
    title: siteMessages.say(page, language),
    body: html`<h1 class="council-heading-l">${siteMessages.say(page, language)}</h1>
      ${words[page][language].map((paragraph) => html`<p class="council-body">${paragraph}</p>`)} ${contact(language)}`,
  });

export const accessibilityPage = about('accessibility');
export const privacyPage = about('privacy');
export const cookiesPage = about('cookies');

export const notFoundPage: SitePageMaker = (language) => {
  const say = (key: SiteKey): string => siteMessages.say(key, language);
  return {
    title: say('not-found'),
    status: 404,
    body: html`<h1 class="council-heading-l">${say('not-found')}</h1>
      <p class="council-body">${say('not-found-about')}</p>
      ${contact(language)}`,
  };
};
