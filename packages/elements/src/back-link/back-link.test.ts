import { expect } from '@open-wc/testing';
import { bothWays, page } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/back-link.ts';
import { backLinkTemplate } from './back-link.template.ts';

describe('council-back-link', () => {
  bothWays(
    'leads back by its address',
    { tag: 'council-back-link', attributes: { href: '/report' }, template: backLinkTemplate, options: { href: '/report' }, inside: 'div' },
    (element) => {
      const link = element.querySelector('a');
      expect([link?.textContent, link?.getAttribute('href')]).to.deep.equal(['Back', '/report']);
    },
  );

  it('speaks Welsh, and refuses addresses that run script', async () => {
    const place = await page(html`<div lang="cy"><council-back-link href="javascript:history.back()"></council-back-link></div>`);
    const link = place.querySelector('a');
    expect([link?.textContent, link?.getAttribute('href')]).to.deep.equal(['Yn ôl', '#']);
  });
});
