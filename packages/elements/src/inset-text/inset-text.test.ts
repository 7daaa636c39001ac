import { expect } from '@open-wc/testing';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/inset-text.ts';
import { insetTextTemplate } from './inset-text.template.ts';

describe('council-inset-text', () => {
  bothWays(
    'shows its words',
    {
      tag: 'council-inset-text',
      attributes: { text: 'On private land' },
      template: insetTextTemplate,
      options: { text: 'On private land' },
      inside: 'div',
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
