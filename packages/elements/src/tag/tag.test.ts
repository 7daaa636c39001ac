import { expect } from '@open-wc/testing';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/tag.ts';
import type { CouncilTag } from './tag.ts';
import { tagTemplate } from './tag.template.ts';

describe('council-tag', () => {
  bothWays(
    'says the state in words',
    {
      tag: 'council-tag',
      attributes: { text: 'Received', colour: 'green' },
      template: tagTemplate,
      options: { text: 'Received', classes: 'council-tag--green' },
      inside: 'div',
    },
    (element) => {
      const tag = element.querySelector('strong');
      expect([tag?.textContent, tag?.className]).to.deep.equal(['Received', 'council-tag council-tag--green']);
      expect(element.classList.contains('council-tag')).to.equal(false);
    },
  );

  it('takes words written inside it as its own, and changes colour with them', async () => {
    const element = await fixture<CouncilTag>(html`<council-tag class="mine" colour="orange">Being looked at</council-tag>`);
    expect([...element.classList]).to.have.members(['mine', 'council-tag', 'council-tag--orange']);
    element.colour = 'green';
    await element.updateComplete;
    expect([...element.classList]).to.have.members(['mine', 'council-tag', 'council-tag--green']);
    expect(element.textContent).to.equal('Being looked at');
  });
});
