import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { click, focused, press } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../define/button.ts';
import type { CouncilButton } from './button.ts';
import { buttonTemplate } from './button.template.ts';

const button = {
  tag: 'council-button',
  attributes: { text: 'Send report', name: 'action', value: 'send' },
  template: buttonTemplate,
  options: { text: 'Send report', name: 'action', value: 'send' },
};
const guarded = {
  ...button,
  attributes: { ...button.attributes, 'prevent-double-click': true },
  options: { ...button.options, preventDoubleClick: true },
};
const link = {
  tag: 'council-button',
  attributes: { text: 'Bin calendar', href: '#bins' },
  template: buttonTemplate,
  options: { text: 'Bin calendar', href: '#bins' },
};

/** Counts the submits of a button's form, and tells what the last one carried. */
function submits(element: CouncilButton): { count: number; carried: string } {
  const seen = { count: 0, carried: '' };
  element.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    seen.count += 1;
    seen.carried = new URLSearchParams([...new FormData(event.target as HTMLFormElement, event.submitter)] as [
      string,
      string,
    ][]).toString();
  });
  return seen;
}

describe('council-button', () => {
  bothWays<CouncilButton, Parameters<typeof buttonTemplate>[0]>('submits its form with its name and value', button, async (element) => {
    const seen = submits(element);
    element.focus();
    await press('Enter');
    await press('Space');
    expect(seen).to.deep.equal({ count: 2, carried: 'action=send' });
  });

  bothWays('is a button to assistive technology, named by its words', button, async (element) => {
    const node = await accessible(element.querySelector('button') ?? element);
    if (node) expect([node.role, node.name]).to.deep.equal(['button', 'Send report']);
  });

  bothWays<CouncilButton, Parameters<typeof buttonTemplate>[0]>('sends once when double-clicked, if told to', guarded, async (element) => {
    const seen = submits(element);
    element.click();
    element.click();
    expect(seen.count).to.equal(1);
  });

  bothWays<CouncilButton, Parameters<typeof buttonTemplate>[0]>('sends twice when pressed twice, if not told to', button, (element) => {
    const seen = submits(element);
    element.click();
    element.click();
    expect(seen.count).to.equal(2);
  });

  bothWays<CouncilButton, Parameters<typeof buttonTemplate>[0]>(
    'sends once when Enter in a field and a click come together',
    guarded,
    async (element) => {
      const input = document.createElement('input');
      element.before(input);
      const seen = submits(element);
      input.focus();
      await press('Enter');
      element.click();
      expect(seen.count).to.equal(1);
    },
  );

  bothWays('is pressed by Space as a link', link, async (element) => {
    let pressed = 0;
    element.addEventListener('click', (event) => {
      event.preventDefault();
      pressed += 1;
    });
    element.focus();
    await press('Space');
    await press('Enter');
    expect(pressed).to.equal(2);
    const node = await accessible(focused() ?? element);
    if (node) expect(node.role).to.equal('button');
  });

  bothWays<CouncilButton, Parameters<typeof buttonTemplate>[0]>('can be disabled and enabled', button, async (element) => {
    const seen = submits(element);
    element.disabled = true;
    await element.updateComplete;
    const native = element.querySelector('button');
    await click(native ?? element);
    expect([seen.count, native?.getAttribute('aria-disabled')]).to.deep.equal([0, 'true']);
    element.disabled = false;
    await element.updateComplete;
    await click(native ?? element);
    expect([seen.count, native?.hasAttribute('aria-disabled')]).to.deep.equal([1, false]);
  });

  it('takes no script for an address', async () => {
    const element = await fixture(html`<council-button text="Go" href="java&#10;script:alert(1)"></council-button>`);
    expect(element.querySelector('a')?.getAttribute('href')).to.equal('#');
  });
});
