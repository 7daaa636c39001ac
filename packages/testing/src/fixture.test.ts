import '@council-kit/elements/define/text-input.js';
import { textInputTemplate } from '@council-kit/elements/templates.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { bothWays, fixture, page } from './fixture.ts';

describe('fixture', () => {
  bothWays(
    'gives the same control in both ways',
    {
      tag: 'council-text-input',
      attributes: { label: 'Full name', name: 'full-name' },
      template: textInputTemplate,
      options: { label: { text: 'Full name' }, name: 'full-name' },
    },
    (element, way) => {
      const input = element.querySelector('input');
      expect(input?.labels?.[0]?.textContent).to.equal('Full name');
      expect(element.childNodes[0]?.nodeValue === 'council-generated').to.equal(way === 'generated');
      expect([...new FormData(element.closest('form') ?? undefined)]).to.deep.equal([['full-name', '']]);
    },
  );

  let previous: Element;
  it('puts a template into the page', async () => {
    previous = await fixture(html`<p>One</p>`);
    expect(previous.isConnected).to.equal(true);
  });

  it('takes it out after the test', () => {
    expect(previous.isConnected).to.equal(false);
  });

  it('waits for elements in the template', async () => {
    const place = await page(html`<council-text-input label="Full name" name="name"></council-text-input>`);
    expect(place.querySelector('label')?.textContent).to.equal('Full name');
  });
});
