/**
 * In a stranger's page the components look as they do in a page of their own: every computed style of every element in a
 * widget's shadow root is compared.
 */
import { define, WidgetElement } from '@council-kit/core';
import { page } from '@council-kit/testing/fixture.js';
import { hostTokens } from '@council-kit/tokens/host.js';
import { expect } from '@open-wc/testing';
import { html, type TemplateResult } from 'lit';
import { stylesheet } from '../stylesheet.ts';
import * as templates from '../templates.ts';

class HostileTestWidget extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles = [...stylesheet];

  protected override render(): TemplateResult {
    const lang = this.language;
    return html`<div>
      ${templates.backLinkTemplate({ lang, href: '/' })}
      <h1 class="council-heading-l">Check your answers</h1>
      <p class="council-body">Words with <a class="council-link" href="/">a link</a> in them.</p>
      <ul class="council-list council-list--bullet">
        <li>One</li>
      </ul>
      ${templates.summaryListTemplate({
        rows: [{ key: { text: 'Where' }, value: { text: 'Mill Lane' }, actions: { items: [{ text: 'Change' }, { text: 'Show' }] } }],
        card: { title: { text: 'Place' }, actions: { items: [{ text: 'Remove' }] } },
      })}
      ${templates.insetTextTemplate({ text: 'Set apart' })} ${templates.warningTextTemplate({ lang, text: 'Careful' })}
      ${templates.detailsTemplate({ summaryText: 'Help', text: 'Words', open: true })}
      ${templates.notificationBannerTemplate({ lang, text: 'News' })}
      ${templates.panelTemplate({ lang, titleText: 'Report sent', reference: 'FT-7K2M-9QX4' })}
      ${templates.textInputTemplate({
        label: { text: 'Full name' },
        name: 'name',
        hint: { text: 'As on the letter' },
        errorMessage: { text: 'Enter your full name' },
      })}
      ${templates.phaseBannerTemplate({ lang, tag: { text: 'Beta' }, feedbackUrl: '/' })}
      ${templates.languageNavigationTemplate({
        lang,
        items: [
          { text: 'English', lang: 'en', current: true },
          { text: 'Cymraeg', lang: 'cy', href: '/cy' },
        ],
      })}
      ${templates.paginationTemplate({ lang, ...templates.numberedPages(5, 9, '?page={page}') })}
      <table class="council-table">
        <caption>
          Reports
        </caption>
        <tbody>
          <tr>
            <th scope="row">FT-1</th>
            <td>Received</td>
          </tr>
        </tbody>
      </table>
    </div>`;
  }
}
define('hostile-test-widget', HostileTestWidget);

const pages: Readonly<Record<string, string>> = {
  'like Bootstrap 3, whose html is 10 px': `
    html { font-size: 10px } body { margin: 0; font: 14px/1.43 Georgia, serif; color: #333; background: #eee }
    * { box-sizing: border-box } a { color: #337ab7; text-decoration: none } p { margin: 0 0 10px }
    dt { float: left; width: 160px; text-align: right } dd { margin-left: 180px } ul { margin-bottom: 10px }
    label { display: inline-block; max-width: 100%; margin-bottom: 5px; font-weight: 700 } input, button { font: inherit; margin: 8px }`,
  'that writes in its own way': `
    body { text-transform: uppercase; letter-spacing: 2px; word-spacing: 1em; text-align: center; font: italic small-caps bold 30px/3 fantasy;
      color: red; text-indent: 2em; white-space: pre; text-shadow: 1px 1px red; list-style: square inside; border-collapse: separate;
      border-spacing: 20px; caption-side: bottom; cursor: crosshair; word-break: break-all; hyphens: auto; quotes: '<' '>'; tab-size: 20;
      font-variant-numeric: oldstyle-nums; line-break: anywhere; text-align-last: right; text-wrap: nowrap }`,
  'whose reset unsets everything with !important': `body { font: 30px serif; color: red } * { all: unset !important }`,
  'that styles every tag with !important': `
    * { color: red !important; font-family: fantasy !important; font-size: 7px !important; font-weight: 100 !important; font-style: italic !important;
      text-transform: uppercase !important; text-align: right !important; text-shadow: 1px 1px lime !important; white-space: nowrap !important;
      text-indent: 40px !important; -webkit-text-fill-color: fuchsia !important; background: yellow !important; word-break: break-all !important }`,
};

/** Of what a widget needs from its page nothing but room is the page's to give. */
async function inARoom(): Promise<HostileTestWidget> {
  const place = await page(html`<hostile-test-widget></hostile-test-widget>`);
  for (const [name, value] of [
    ['display', 'block'],
    ['position', 'absolute'],
    ['top', '0px'],
    ['left', '0px'],
    ['width', '600px'],
  ] as const) {
    place.style.setProperty(name, value, 'important');
  }
  return place.querySelector('hostile-test-widget') as HostileTestWidget;
}

/** Positions in the page, and what a page may change on purpose: the pointer over its parts. */
const pagesOwn = new Set(['cursor', 'perspective-origin', 'transform-origin']);

function looks(widget: HostileTestWidget): Record<string, string>[] {
  return [...(widget.shadowRoot?.querySelectorAll('*') ?? [])].map((element) => {
    const style = getComputedStyle(element);
    return Object.fromEntries([
      ['element', `${element.localName}.${element.className}`],
      ...[...style].filter((name) => !name.startsWith('--') && !pagesOwn.has(name)).map((name) => [name, style.getPropertyValue(name)]),
    ]) as Record<string, string>;
  });
}

describe('in a stranger’s page', () => {
  const { adoptedStyleSheets } = document;
  afterEach(() => {
    document.adoptedStyleSheets = adoptedStyleSheets;
  });

  for (const [name, css] of Object.entries(pages)) {
    it(name, async () => {
      const own = looks(await inARoom());
      expect(own.length).to.be.greaterThan(60);
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
      const there = looks(await inARoom());
      const differences = there.flatMap((style, index) =>
        Object.entries(style)
          .filter(([property, value]) => own[index]?.[property] !== value)
          .map(
            ([property, value]) => `${String(style['element'])} { ${property}: ${value}; } instead of ${String(own[index]?.[property])}`,
          ),
      );
      expect(differences).to.deep.equal([]);
    });
  }
});
