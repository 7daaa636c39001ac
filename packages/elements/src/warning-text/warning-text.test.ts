import { expect } from '@open-wc/testing';
import { bothWays, page } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/warning-text.ts';
import { warningTextTemplate } from './warning-text.template.ts';

const words = (element: Element): string => element.textContent.replace(/\s+/g, ' ').trim();

describe('council-warning-text', () => {
  bothWays(
    'says that it is a warning, and hides the mark that shows it',
    {
      tag: 'council-warning-text',
      attributes: { text: 'Do not touch it.' },
      template: warningTextTemplate,
      options: { text: 'Do not touch it.' },
      inside: 'div',
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
