/** The components that are words alone: what they say and where they lead, in both of their ways. */
import { expect } from '@open-wc/testing';
import { bothWays, fixture, page } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import { backLinkTemplate } from '../back-link/back-link.template.ts';
import '../define/back-link.ts';
import '../define/inset-text.ts';
import '../define/phase-banner.ts';
import '../define/warning-text.ts';
import { insetTextTemplate } from '../inset-text/inset-text.template.ts';
import { phaseBannerTemplate } from '../phase-banner/phase-banner.template.ts';
import { warningTextTemplate } from '../warning-text/warning-text.template.ts';

const inside = 'div';
const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('council-back-link', () => {
  bothWays(
    'leads back by its address',
    { tag: 'council-back-link', attributes: { href: '/report' }, template: backLinkTemplate, options: { href: '/report' }, inside },
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

describe('council-warning-text', () => {
  bothWays(
    'says that it is a warning, and hides the mark that shows it',
    {
      tag: 'council-warning-text',
      attributes: { text: 'Do not touch it.' },
      template: warningTextTemplate,
      options: { text: 'Do not touch it.' },
      inside,
    },
    (element) => {
      expect(words(element.querySelector('strong') as Element)).to.equal('Warning Do not touch it.');
      expect(element.querySelector('[aria-hidden="true"]')?.textContent).to.equal('!');
    },
  );

  it('speaks Welsh in a Welsh page', async () => {
    const place = await page(html`<div lang="cy"><council-warning-text text="Peidiwch â’i gyffwrdd."></council-warning-text></div>`);
    expect(words(place.querySelector('strong') as Element)).to.equal('Rhybudd Peidiwch â’i gyffwrdd.');
  });
});

describe('council-inset-text', () => {
  bothWays(
    'shows its words',
    {
      tag: 'council-inset-text',
      attributes: { text: 'On private land' },
      template: insetTextTemplate,
      options: { text: 'On private land' },
      inside,
    },
    (element) => {
      expect(element.querySelector('.council-inset-text')?.textContent).to.equal('On private land');
      expect(element.classList.contains('council-inset-text')).to.equal(false);
    },
  );

  it('takes words written inside it as its own', async () => {
    const element = await fixture(html`<council-inset-text><p>On private land</p></council-inset-text>`);
    expect([...element.classList]).to.deep.equal(['council-inset-text']);
  });
});

describe('council-phase-banner', () => {
  bothWays(
    'says the phase and asks for feedback',
    {
      tag: 'council-phase-banner',
      attributes: { 'feedback-url': '/feedback' },
      template: phaseBannerTemplate,
      options: { tag: { text: 'Beta' }, feedbackUrl: '/feedback' },
      inside,
    },
    (element) => {
      expect(words(element)).to.equal('Beta This is a new service. Give your feedback to help us improve it');
      expect(element.querySelector('a')?.getAttribute('href')).to.equal('/feedback');
    },
  );
});
