import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, page } from '@council-kit/testing/fixture.js';
import { tabStops } from '@council-kit/testing/keyboard.js';
import { html } from 'lit';
import '../define/language-navigation.ts';
import { languageNavigationTemplate } from './language-navigation.template.ts';

const items = [
  { text: 'English', lang: 'en', current: true, href: '/en' },
  { text: 'Cymraeg', lang: 'cy', href: '/cy' },
  { text: 'العربية', lang: 'ar', dir: 'rtl' as const, href: '/ar', languageDescriptionText: 'Arabic' },
];

describe('council-language-navigation', () => {
  bothWays(
    'leads to the page’s twins and marks the language it is in',
    {
      tag: 'council-language-navigation',
      attributes: { items: JSON.stringify(items) },
      template: languageNavigationTemplate,
      options: { items },
      inside: 'div',
    },
    async (element) => {
      const current = element.querySelector('[aria-current="true"]');
      expect([current?.localName, current?.textContent, current?.getAttribute('lang')]).to.deep.equal(['span', 'English', 'en']);
      const links = (await tabStops(element)) as HTMLAnchorElement[];
      expect(links.map((link) => [link.lang, link.hreflang, link.rel, link.dir, link.getAttribute('href')])).to.deep.equal([
        ['cy', 'cy', 'alternate', '', '/cy'],
        ['ar', 'ar', 'alternate', 'rtl', '/ar'],
      ]);
      const node = await accessible(element.querySelector('nav') as Element);
      if (node) expect([node.role, node.name]).to.deep.equal(['navigation', 'Language']);
    },
  );

  it('names itself in the page’s language', async () => {
    const place = await page(html`<div lang="cy"><council-language-navigation .items=${items}></council-language-navigation></div>`);
    expect(place.querySelector('nav')?.getAttribute('aria-label')).to.equal('Iaith');
  });
});
