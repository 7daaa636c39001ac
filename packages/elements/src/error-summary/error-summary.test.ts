import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture, page, rendered } from '@council-kit/testing/fixture.js';
import { click, focused, press } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import '../define/error-summary.ts';
import '../define/radios.ts';
import '../define/text-input.ts';
import type { CouncilErrorSummary } from './error-summary.ts';
import { errorSummaryTemplate, type ErrorSummaryOptions } from './error-summary.template.ts';

const errors = [
  { field: 'full-name', message: 'Enter an answer' },
  { field: 'amount', message: 'Enter an answer' },
];
const summary = {
  tag: 'council-error-summary',
  properties: {},
  template: errorSummaryTemplate,
  options: { errorList: errors.map(({ field, message }) => ({ text: message, href: `#${field}` })) } as ErrorSummaryOptions,
};
const items = [
  { value: 'bag', text: 'One bag' },
  { value: 'van', text: 'A van full' },
];
const questions = html`
  <council-text-input label="Full name" name="full-name"></council-text-input>
  <council-radios legend="How much?" name="amount" .items=${items}></council-radios>
`;
const links = (place: ParentNode): HTMLAnchorElement[] => [...place.querySelectorAll<HTMLAnchorElement>('.council-error-summary a')];
const inner = (place: ParentNode): HTMLElement | null => place.querySelector<HTMLElement>('.council-error-summary');

describe('council-error-summary', () => {
  bothWays<CouncilErrorSummary, ErrorSummaryOptions>(
    'takes the focus when it appears, and can be focused by nobody afterwards',
    { ...summary, properties: { errors } },
    async (element) => {
      expect(focused()).to.equal(inner(element));
      await press('Tab');
      expect(focused()).to.equal(links(element)[0]);
      expect(inner(element)?.hasAttribute('tabindex')).to.equal(false);
    },
  );

  bothWays<CouncilErrorSummary, ErrorSummaryOptions>(
    'is an alert with its heading and every message',
    { ...summary, properties: { errors } },
    async (element) => {
      expect(links(element).map(({ textContent }) => textContent?.trim())).to.deep.equal(['Enter an answer', 'Enter an answer']);
      const alert = element.querySelector('[role="alert"]');
      expect(alert?.parentElement).to.equal(inner(element));
      const node = await accessible(alert ?? element);
      if (node) expect(node.role).to.equal('alert');
      expect(element.querySelector('h2')?.textContent).to.equal('There is a problem');
    },
  );

  it('leaves the focus where it is if told to, and says its title in Welsh', async () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    const place = await page(
      html`<div lang="cy"><council-error-summary disable-auto-focus .errors=${errors}></council-error-summary></div>`,
    );
    expect(focused()).to.equal(button);
    expect(place.querySelector('h2')?.textContent).to.equal('Mae problem');
    button.remove();
  });

  it('shows nothing while there are no errors, and takes the focus with each new set of them', async () => {
    const element = await fixture<CouncilErrorSummary>(html`<council-error-summary></council-error-summary>`);
    expect(element.textContent?.trim()).to.equal('');
    element.errors = errors;
    await element.updateComplete;
    expect(focused()).to.equal(inner(element));
    inner(element)?.blur();
    element.errors = errors.slice(1);
    await element.updateComplete;
    expect(focused()).to.equal(inner(element));
    inner(element)?.blur();
    element.focus();
    expect(focused()).to.equal(inner(element));
  });

  const linking = (name: string, make: () => Promise<ParentNode>): void => {
    it(`leads to each control, its question in sight and no hash in the address (${name})`, async () => {
      const place = await make();
      const address = location.href;
      await click(links(place)[0] as Element);
      expect((focused() as HTMLInputElement).name).to.equal('full-name');
      await click(links(place)[1] as Element);
      expect((focused() as HTMLInputElement).value).to.equal('bag');
      const legend = place.querySelector('legend')?.getBoundingClientRect();
      expect(legend && legend.bottom > 0 && legend.top < innerHeight).to.equal(true);
      expect(location.href).to.equal(address);
    });
  };

  linking('in the page', () => page(html`<council-error-summary .errors=${errors}></council-error-summary>${questions}`));

  linking('in a shadow root, where the page has the same ids', async () => {
    await page(html`<input id="full-name" aria-label="not this one" /><input id="amount" aria-label="nor this one" />`);
    const place = await page(html`<div></div>`);
    const host = place.firstElementChild as HTMLElement;
    const root = host.attachShadow({ mode: 'open' });
    render(html`<council-error-summary .errors=${errors}></council-error-summary>${questions}`, root);
    await rendered(root);
    return root;
  });

  it('finds a control by its name where another has its id', async () => {
    await page(html`<input id="full-name" aria-label="of another form on the page" disabled />`);
    const place = await page(
      html`<council-error-summary .errors=${errors}></council-error-summary>
        <council-text-input label="Full name" name="full-name"></council-text-input>`,
    );
    await click(links(place)[0] as Element);
    expect(place.contains(focused())).to.equal(true);
  });
});
