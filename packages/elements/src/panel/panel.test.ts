import { expect } from '@open-wc/testing';
import { bothWays, page } from '@council-kit/testing/fixture.js';
import { focused, press } from '@council-kit/testing/keyboard.js';
import { html } from 'lit';
import '../define/panel.ts';
import type { CouncilPanel } from './panel.ts';
import { panelTemplate } from './panel.template.ts';

const reference = 'FT-7K2M-9QX4';
const what = {
  tag: 'council-panel',
  attributes: { 'title-text': 'Report sent', reference },
  template: panelTemplate,
  options: { titleText: 'Report sent', reference },
  inside: 'div',
} as const;

/** The clipboard is the reader's own: no test writes to it. */
let write: (text: string) => Promise<void>;
const own = Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard');
beforeEach(() => {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: (text: string) => write(text) } });
});
afterEach(() => {
  Reflect.deleteProperty(navigator, 'clipboard');
  expect(Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard')?.get).to.equal(own?.get);
});

const status = (element: Element): Element => {
  const found = element.querySelector('[role="status"]');
  if (!found) throw new Error('there is no status');
  return found;
};
const changed = (element: Element, wanted: string): Promise<void> =>
  new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (status(element).textContent !== wanted) return;
      observer.disconnect();
      done();
    });
    observer.observe(element, { subtree: true, childList: true, characterData: true });
  });

describe('council-panel', () => {
  bothWays('is the heading of its page', what, (element: CouncilPanel) => {
    expect(element.querySelector('h1')?.textContent).to.equal('Report sent');
    expect(element.querySelector('[translate="no"]')?.textContent).to.equal(reference);
  });

  bothWays('copies the reference by the keyboard, and says so', what, async (element: CouncilPanel) => {
    const written: string[] = [];
    write = (text) => {
      written.push(text);
      return Promise.resolve();
    };
    const button = element.querySelector('button');
    button?.focus();
    const done = changed(element, 'Reference number copied');
    await press('Enter');
    await done;
    expect(written).to.deep.equal([reference]);
    expect(focused()).to.equal(button);
  });

  bothWays('selects the reference where it cannot be copied', what, async (element: CouncilPanel) => {
    write = () => Promise.reject(new DOMException('Write permission denied.', 'NotAllowedError'));
    const done = changed(element, 'The reference number could not be copied. Select it to copy it yourself.');
    element.querySelector('button')?.click();
    await done;
    expect(getSelection()?.toString().trim()).to.equal(reference);
  });

  it('has no button where the page may not write to the clipboard', async () => {
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined });
    Reflect.deleteProperty(navigator, 'clipboard');
    const { clipboard } = navigator;
    Reflect.deleteProperty(Navigator.prototype, 'clipboard');
    try {
      const place = await page(html`<council-panel title-text="Report sent" reference=${reference}></council-panel>`);
      expect(place.querySelector('button')?.hidden).to.equal(true);
    } finally {
      if (own) Object.defineProperty(Navigator.prototype, 'clipboard', own);
      expect(navigator.clipboard).to.equal(clipboard);
    }
  });

  it('has no button without its script, which is what copies', async () => {
    const place = await page(html`${panelTemplate({ titleText: 'Report sent', reference })}`);
    expect(place.querySelector('button')?.hidden).to.equal(true);
  });

  it('speaks Welsh in a Welsh page', async () => {
    const place = await page(html`<div lang="cy"><council-panel title-text="Wedi’i anfon" reference=${reference}></council-panel></div>`);
    expect(place.textContent).to.contain('Eich cyfeirnod').and.to.contain('Copïo’r cyfeirnod');
  });
});
