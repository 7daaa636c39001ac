import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture, make } from '@council-kit/testing/fixture.js';
import { press } from '@council-kit/testing/keyboard.js';
import { html } from 'lit';
import '../define/details.ts';
import type { CouncilDetails } from './details.ts';
import { detailsTemplate } from './details.template.ts';

const what = {
  tag: 'council-details',
  attributes: { 'summary-text': 'Help with the place', text: 'Say what is near.' },
  template: detailsTemplate,
  options: { summaryText: 'Help with the place', text: 'Say what is near.' },
  inside: 'div',
} as const;
const native = (element: Element): HTMLDetailsElement => {
  const details = element.querySelector('details');
  if (!details) throw new Error('there is no <details>');
  return details;
};
const toggled = (element: Element): Promise<unknown> =>
  new Promise((done) => native(element).addEventListener('toggle', done, { once: true }));

describe('council-details', () => {
  bothWays('opens and closes by the keyboard, and the property follows', what, async (element: CouncilDetails) => {
    element.querySelector('summary')?.focus();
    let done = toggled(element);
    await press('Enter');
    await done;
    expect([native(element).open, element.open]).to.deep.equal([true, true]);
    done = toggled(element);
    await press('Enter');
    await done;
    expect([native(element).open, element.open]).to.deep.equal([false, false]);
  });

  bothWays('opens and closes by the property', what, async (element: CouncilDetails) => {
    element.open = true;
    await element.updateComplete;
    expect(native(element).open).to.equal(true);
    element.open = false;
    await element.updateComplete;
    expect(native(element).open).to.equal(false);
  });

  bothWays('stays as the reader left it when it renders again', what, async (element: CouncilDetails) => {
    const done = toggled(element);
    element.querySelector('summary')?.click();
    await done;
    element.summaryText = 'Other words';
    await element.updateComplete;
    expect(native(element).open).to.equal(true);
  });

  bothWays('opens for print and closes again after it', what, (element: CouncilDetails) => {
    dispatchEvent(new Event('beforeprint'));
    expect(native(element).open).to.equal(true);
    dispatchEvent(new Event('afterprint'));
    expect(native(element).open).to.equal(false);
  });

  it('keeps open after print what was open before', async () => {
    const element = await fixture<CouncilDetails>(html`<council-details open summary-text="Help" text="Words"></council-details>`);
    dispatchEvent(new Event('beforeprint'));
    dispatchEvent(new Event('afterprint'));
    expect(native(element).open).to.equal(true);
  });

  it('takes its state from a written one that is open', async () => {
    const element = (await make({ ...what, options: { ...what.options, open: true } }, 'enhanced')) as CouncilDetails;
    expect([native(element).open, element.open]).to.deep.equal([true, true]);
  });

  it('stops listening when it leaves the page', async () => {
    const element = await fixture<CouncilDetails>(html`<council-details summary-text="Help" text="Words"></council-details>`);
    element.remove();
    dispatchEvent(new Event('beforeprint'));
    expect(native(element).open).to.equal(false);
  });

  bothWays('is told as a disclosure', what, async (element: CouncilDetails) => {
    const node = await accessible(element.querySelector('summary') as Element);
    if (node) expect([node.role, node.name]).to.deep.equal(['DisclosureTriangle', 'Help with the place']);
  });
});
