import { html, type TemplateResult } from 'lit';
import { backLinkTemplate } from '../back-link/back-link.template.ts';
import '../define/skip-link.ts';
import { footerTemplate } from '../footer/footer.template.ts';
import { headerTemplate } from '../header/header.template.ts';
import { insetTextTemplate } from '../inset-text/inset-text.template.ts';
import { languageNavigationTemplate } from '../language-navigation/language-navigation.template.ts';
import { phaseBannerTemplate } from '../phase-banner/phase-banner.template.ts';
import { skipLinkTemplate } from '../skip-link/skip-link.template.ts';
import { tagTemplate } from '../tag/tag.template.ts';

export default { title: 'Page/Text and layout' };

interface Context {
  globals: { locale: string };
}

/** What `pageTemplate` puts into `<body>`. */
export const WholePage = {
  render: (_: unknown, { globals: { locale: lang } }: Context): TemplateResult =>
    html`<div class="council-page council-body">
      <council-skip-link>${skipLinkTemplate({ lang })}</council-skip-link>
      ${headerTemplate({ logoText: 'Aldermere Council', serviceName: 'Report a problem', serviceUrl: '/report' })}
      <div class="council-width-container">
        ${languageNavigationTemplate({
          lang,
          items: [
            { text: 'English', lang: 'en', href: '/', current: lang === 'en' },
            { text: 'Cymraeg', lang: 'cy', href: '/cy', current: lang === 'cy' },
          ],
        })}
      </div>
      ${phaseBannerTemplate({ lang, tag: { text: 'Beta' }, feedbackUrl: '/feedback' })}
      <div class="council-width-container council-page-body">
        ${backLinkTemplate({ lang, href: '/report' })}
        <main class="council-main" id="content">
          <span class="council-caption">Report a problem</span>
          <h1 class="council-heading-xl">What the council can do about waste on private land</h1>
          <p class="council-body-l">The owner has to remove it. We can help you to find out who that is.</p>
          <p class="council-body">Tell us even so: <a class="council-link" href="/report">report fly-tipping</a>.</p>
          ${insetTextTemplate({ text: 'Waste that is a danger to people is removed at once, wherever it lies.' })}
        </main>
      </div>
      ${footerTemplate({
        lang,
        accessibilityStatement: { href: '/accessibility' },
        cookies: { href: '/cookies' },
        privacy: { href: '/privacy' },
        copyright: { text: '© Aldermere Council' },
      })}
    </div>`,
};

export const Headings = {
  render: (): TemplateResult =>
    html`<h1 class="council-heading-xl"><span class="council-caption">Bins and recycling</span> When your bins are collected</h1>
      <h2 class="council-heading-l">This week</h2>
      <p class="council-body">On Thursday.</p>
      <h3 class="council-heading-m">What to put out</h3>
      <p class="council-body">Garden waste.</p>
      <h4 class="council-heading-s">When</h4>
      <p class="council-body">By 7am.</p>`,
};

export const Text = {
  render: (): TemplateResult =>
    html`<p class="council-body-l">The paragraph that opens a page.</p>
      <p class="council-body">
        A paragraph with <a class="council-link" href="/">a link</a>,
        <a class="council-link council-link--no-visited" href="/">one that looks the same after a visit</a> and
        <a class="council-link council-link--no-underline" href="/">one that stands alone</a>.
      </p>
      <p class="council-body-s">Small print.</p>
      <hr class="council-section-break council-section-break--visible council-section-break--l" />
      <p class="council-body">https://www.example.org/an/address/that/is/far/too/long/for/one/line/on/a/telephone/and/has/no/blank</p>`,
};

export const Lists = {
  render: (): TemplateResult =>
    html`<ul class="council-list">
        <li>One</li>
        <li>Another</li>
      </ul>
      <ul class="council-list council-list--bullet">
        <li>a pothole</li>
        <li>a street light that is out</li>
      </ul>
      <ol class="council-list council-list--number council-list--spaced">
        <li>Say what it is.</li>
        <li>Say where it is.</li>
      </ol>`,
};

export const Table = {
  render: (): TemplateResult =>
    html`<div class="council-table-scroll" tabindex="0" role="region" aria-label="Open reports">
      <table class="council-table">
        <caption class="council-table-caption--m">
          Open reports
        </caption>
        <thead>
          <tr>
            <th scope="col">Reference</th>
            <th scope="col">Kind</th>
            <th scope="col">Status</th>
            <th scope="col" class="council-table-cell--numeric">Photos</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row"><a class="council-link" href="/report/1">FT-7K2M-9QX4</a></th>
            <td>Fly-tipping</td>
            <td>${tagTemplate({ text: 'Received' })}</td>
            <td class="council-table-cell--numeric">12</td>
          </tr>
          <tr>
            <th scope="row"><a class="council-link" href="/report/2">SL-3H8P-2ZD7</a></th>
            <td>Street light</td>
            <td>${tagTemplate({ text: 'Sent to contractor', classes: 'council-tag--green' })}</td>
            <td class="council-table-cell--numeric">1</td>
          </tr>
        </tbody>
      </table>
    </div>`,
};
