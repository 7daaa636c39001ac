import { expect } from '@open-wc/testing';
import { bothWays, fixture, page } from '@council-kit/testing/fixture.js';
import { focused, press } from '@council-kit/testing/keyboard.js';
import { html, render } from 'lit';
import '../define/skip-link.ts';
import type { CouncilSkipLink } from './skip-link.ts';
import { skipLinkStyles } from './skip-link.styles.ts';
import { skipLinkTemplate } from './skip-link.template.ts';

const warnings: string[] = [];
const { warn } = console;
const { adoptedStyleSheets } = document;
beforeEach(() => {
  warnings.length = 0;
  console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(skipLinkStyles.cssText);
  document.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
});
afterEach(() => {
  console.warn = warn;
  document.adoptedStyleSheets = adoptedStyleSheets;
  document.querySelector('base')?.remove();
});

const what = { tag: 'council-skip-link', template: skipLinkTemplate, options: {}, inside: 'div' } as const;
const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

async function content(): Promise<HTMLElement> {
  return fixture(html`<main id="content"><h1>Main content</h1></main>`);
}

describe('council-skip-link', () => {
  bothWays('is seen only while it has the focus', what, (element: CouncilSkipLink) => {
    const link = element.querySelector('a');
    expect(link?.getBoundingClientRect().width).to.equal(1);
    link?.focus();
    expect(link?.getBoundingClientRect().width).to.be.greaterThan(100);
    expect(link?.textContent).to.equal('Skip to main content');
  });

  bothWays('takes the focus to the main content, which is focusable only as long', what, async (element: CouncilSkipLink) => {
    const main = await content();
    element.querySelector('a')?.focus();
    await press('Enter');
    expect(focused()).to.equal(main);
    element.querySelector('a')?.focus();
    expect(main.hasAttribute('tabindex')).to.equal(false);
  });

  it('leaves the tabindex that the content has of itself', async () => {
    const element = await fixture(html`<council-skip-link href="#results"></council-skip-link>`);
    const results = await fixture(html`<div id="results" tabindex="0">3 reports</div>`);
    element.querySelector('a')?.click();
    expect(focused()).to.equal(results);
    results.blur();
    expect(results.getAttribute('tabindex')).to.equal('0');
  });

  it('stays on the page where that has a base address', async () => {
    const base = document.head.appendChild(document.createElement('base'));
    base.href = '/somewhere/else/';
    const element = await fixture(html`<council-skip-link></council-skip-link>`);
    const main = await content();
    const { pathname } = location;
    element.querySelector('a')?.click();
    expect(focused()).to.equal(main);
    expect(location.pathname).to.equal(pathname);
  });

  it('finds the content of its own shadow root', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    render(
      html`<council-skip-link></council-skip-link>
        <main id="content">Inside</main>`,
      root,
    );
    await root.querySelector<CouncilSkipLink>('council-skip-link')?.updateComplete;
    root.querySelector('a')?.click();
    expect(focused()).to.equal(root.querySelector('main'));
  });

  it('says in the console when there is nothing to skip to, and leaves the link to the browser', async () => {
    const element = await fixture(html`<council-skip-link href="#nowhere"></council-skip-link>`);
    await frame();
    expect(warnings.join()).to.contain('“nowhere”');
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    element.addEventListener('click', (event) => event.preventDefault(), { once: true, capture: true });
    element.querySelector('a')?.dispatchEvent(click);
    expect(warnings).to.have.length(2);
  });

  it('says nothing when the content comes with it', async () => {
    await page(
      html`<council-skip-link></council-skip-link>
        <main id="content">Content</main>`,
    );
    await frame();
    expect(warnings).to.deep.equal([]);
  });

  it('speaks Welsh in a Welsh page', async () => {
    const place = await page(
      html`<div lang="cy">
        <council-skip-link href="#x"></council-skip-link>
        <p id="x">Cynnwys</p>
      </div>`,
    );
    expect(place.querySelector('a')?.textContent).to.equal('Neidio i’r prif gynnwys');
  });
});
