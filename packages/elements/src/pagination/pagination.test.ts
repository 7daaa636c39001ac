import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture, page } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/pagination.ts';
import { numberedPages } from './numbered-pages.ts';
import type { CouncilPagination } from './pagination.ts';
import { stylesheet } from '../stylesheet.ts';
import { paginationTemplate } from './pagination.template.ts';

const pattern = '/reports?page={page}';
const numbers = {
  tag: 'council-pagination',
  attributes: { current: 4, total: 42, pattern },
  template: paginationTemplate,
  options: numberedPages(4, 42, pattern),
  inside: 'div',
} as const;

const name = async (link: Element): Promise<string> =>
  (await accessible(link))?.name ?? link.getAttribute('aria-label') ?? link.textContent.replace(/\s+/g, ' ').trim();

/** Hidden words are out of the flow, where browsers drop blanks: names are looked at as they are with the styles. */
const { adoptedStyleSheets } = document;
before(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stylesheet.map(({ cssText }) => cssText).join(''));
  document.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
});
after(() => {
  document.adoptedStyleSheets = adoptedStyleSheets;
});

describe('council-pagination', () => {
  bothWays('names each page, and says which is shown', numbers, async (element: CouncilPagination) => {
    const links = [...element.querySelectorAll('a')];
    const names = [];
    for (const link of links) names.push(await name(link));
    expect(names).to.deep.equal(['Previous page', 'Page 1', 'Page 2', 'Page 3', 'Page 4', 'Page 5', 'Page 42', 'Next page']);
    expect(element.querySelector('[aria-current="page"]')?.getAttribute('href')).to.equal('/reports?page=4');
    expect(links.map(({ rel }) => rel).filter(Boolean)).to.deep.equal(['prev', 'next']);
  });

  bothWays('is a landmark with a name', numbers, async (element: CouncilPagination) => {
    const node = await accessible(element.querySelector('nav') as Element);
    if (node) expect([node.role, node.name]).to.deep.equal(['navigation', 'Pagination']);
  });

  it('says nothing where there is one page', async () => {
    for (const total of [0, 1]) {
      const element = await fixture(html`<council-pagination current="1" total=${total} pattern=${pattern}></council-pagination>`);
      expect(element.children).to.have.length(0);
    }
  });

  it('follows to another page', async () => {
    const element = await fixture<CouncilPagination>(
      html`<council-pagination current="1" total="3" pattern=${pattern}></council-pagination>`,
    );
    element.current = 3;
    await element.updateComplete;
    expect(element.querySelector('[aria-current="page"]')?.textContent.trim()).to.equal('3');
    expect(element.querySelector('[rel="next"]')).to.equal(null);
  });

  it('says where previous and next lead, in a guide', async () => {
    const element = await fixture(
      html`<council-pagination previous-href="/what" previous-label="What we collect" next-href="/when"></council-pagination>`,
    );
    const [previous, next] = element.querySelectorAll('a');
    expect(await name(previous as Element)).to.match(/^Previous page ?: What we collect$/);
    expect(await name(next as Element)).to.equal('Next page');
  });

  it('speaks Welsh in a Welsh page', async () => {
    const place = await page(html`<div lang="cy"><council-pagination current="2" total="3" pattern=${pattern}></council-pagination></div>`);
    expect(place.querySelector('nav')?.getAttribute('aria-label')).to.equal('Tudalennau');
    expect(place.querySelector('[rel="prev"]')?.textContent.trim()).to.equal('Tudalen flaenorol');
    expect(place.querySelector('[aria-current]')?.getAttribute('aria-label')).to.equal('Tudalen 2');
  });

  it('does not lead to addresses that run script', async () => {
    const element = await fixture(html`<council-pagination current="1" total="3" pattern="javascript:alert({page})"></council-pagination>`);
    for (const link of element.querySelectorAll('a')) expect(link.getAttribute('href')).to.equal('#');
  });
});
