import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture, page } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/footer.ts';
import { footerTemplate } from './footer.template.ts';

const navigation = [{ title: 'The council', items: [{ text: 'News', href: '/news' }] }];

describe('council-footer', () => {
  bothWays(
    'has the links that the law asks for, first',
    {
      tag: 'council-footer',
      attributes: {
        'accessibility-statement': '/accessibility',
        cookies: '/cookies',
        privacy: '/privacy',
        items: '[{"text":"Contact us","href":"/contact"}]',
        navigation: JSON.stringify(navigation),
      },
      template: footerTemplate,
      options: {
        accessibilityStatement: { href: '/accessibility' },
        cookies: { href: '/cookies' },
        privacy: { href: '/privacy' },
        meta: { items: [{ text: 'Contact us', href: '/contact' }] },
        navigation,
      },
      inside: 'div',
    },
    async (element) => {
      expect([...element.querySelectorAll('a')].map((link) => [link.textContent, link.getAttribute('href')])).to.deep.equal([
        ['News', '/news'],
        ['Accessibility statement', '/accessibility'],
        ['Cookies', '/cookies'],
        ['Privacy', '/privacy'],
        ['Contact us', '/contact'],
      ]);
      expect([...element.querySelectorAll('h2')].map(({ textContent }) => textContent)).to.deep.equal(['The council', 'Support links']);
      const node = await accessible(element.querySelector('footer') as Element);
      if (node) expect(node.role).to.equal('contentinfo');
    },
  );

  it('speaks Welsh in a Welsh page', async () => {
    const place = await page(
      html`<div lang="cy"><council-footer accessibility-statement="/a" cookies="/c" privacy="/p"></council-footer></div>`,
    );
    expect([...place.querySelectorAll('a')].map(({ textContent }) => textContent)).to.deep.equal([
      'Datganiad hygyrchedd',
      'Cwcis',
      'Preifatrwydd',
    ]);
  });

  it('takes a list that is not one as none, and says so in the console', async () => {
    const { warn } = console;
    const warnings: string[] = [];
    console.warn = (...words: unknown[]) => warnings.push(words.join(' '));
    try {
      const element = await fixture(html`<council-footer items="[{text:" copyright="© Aldermere Council"></council-footer>`);
      expect(element.querySelectorAll('a')).to.have.length(0);
      expect(element.textContent).to.contain('© Aldermere Council');
      expect(warnings.join()).to.contain('council-footer');
    } finally {
      console.warn = warn;
    }
  });
});
