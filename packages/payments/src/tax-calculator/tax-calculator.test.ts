import { expect } from '@open-wc/testing';
import { fixture } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { html } from 'lit';
import '../define/tax-calculator.ts';
import { answeringGateway, gatewayAddress, until, words, type Answer } from '../testing/answering-gateway.ts';
import { charges, welshCharges } from '../testing/charges.ts';
import type { CouncilTaxCalculator } from './tax-calculator.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;
const before = location.href;
afterEach(() => {
  gateway?.remove();
  document.documentElement.lang = 'en';
  history.replaceState(null, '', before);
});

async function arrives(query = '', answer: Answer = () => charges): Promise<ShadowRoot> {
  gateway = answeringGateway(answer);
  if (query) {
    const url = new URL(location.href);
    for (const [name, value] of new URLSearchParams(query)) url.searchParams.set(name, value);
    history.replaceState(null, '', url);
  }
  const element = await fixture<CouncilTaxCalculator>(
    html`<council-tax-calculator gateway=${gatewayAddress}><a href="/calculator">Calculator</a></council-tax-calculator>`,
  );
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  await until(root, () => root.querySelector('form, [role="alert"]') !== null);
  return root;
}

const pick = (root: ShadowRoot, name: string, value: string): void =>
  root.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)?.click();
const fill = (root: ShadowRoot, name: string, value: string): void => {
  const control = root.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
  if (control) control.value = value;
};
const go = (root: ShadowRoot): void => root.querySelector<HTMLButtonElement>('form button')?.click();

describe('<council-tax-calculator>', () => {
  it('works it out on the page, shows the arithmetic, and sends nothing', async () => {
    const root = await arrives();
    fill(root, 'area', 'mill-lane');
    pick(root, 'band', 'E');
    pick(root, 'household', 'one');
    go(root);
    await until(root, () => words(root, 'h1').includes('£2,066.65 for the year'));
    expect(root.activeElement?.localName).to.equal('h1');
    expect(words(root, '.council-tax-answer')).to.contain('25% of £2,755.54 is £688.89');
    expect(root.querySelector('.council-bill-line:last-child')?.textContent).to.contain('Total for the year');
    expect(gateway?.asked.map(({ method, path }) => `${method} ${path}`)).to.deep.equal(['GET /council-tax/charges']);
    expect(danglingReferences(root)).to.deep.equal([]);
  });

  it('gives an address that shows the same answer to somebody else, and keeps the page’s own parameters', async () => {
    const first = await arrives('page=7');
    fill(first, 'area', 'northgate');
    pick(first, 'band', 'A');
    pick(first, 'household', 'several');
    pick(first, 'adapted', 'yes');
    fill(first, 'from-day', '30');
    fill(first, 'from-month', 'July');
    fill(first, 'from-year', '2026');
    go(first);
    await until(first, () => words(first, 'h1').includes('30 July 2026 to 31 March 2027'));
    const answer = words(first, 'h1');
    const link = first.querySelector<HTMLAnchorElement>('.council-tax-answer a')?.href ?? '';
    expect(new URL(link).searchParams.get('page')).to.equal('7');
    expect(location.href).to.equal(link);
    history.replaceState(null, '', before);
    const second = await arrives(new URL(link).search);
    expect(words(second, 'h1')).to.equal(answer);
    expect(second.querySelector<HTMLInputElement>('[name="from-month"]')?.value).to.equal('July');
  });

  it('says what is missing, in the order of the questions, and keeps what was given', async () => {
    const root = await arrives();
    pick(root, 'household', 'one');
    fill(root, 'from-day', '31');
    fill(root, 'from-month', '2');
    fill(root, 'from-year', '2026');
    go(root);
    await until(root, () => root.querySelector('.council-error-summary') !== null);
    expect([...root.querySelectorAll('.council-error-summary-list a')].map((link) => link.textContent)).to.deep.equal([
      'Select where the home is',
      'Select the council tax band',
      'The day you move in must be a real date, like 27 9 2026',
    ]);
    expect(danglingReferences(root)).to.deep.equal([]);
    expect(root.querySelector<HTMLInputElement>('[name="household"][value="one"]')?.checked).to.equal(true);
    expect(root.querySelector<HTMLInputElement>('[name="from-day"]')?.value).to.equal('31');
  });

  it('asks only what the council decides: no place where there is one, no premiums where it has none, band I in Wales', async () => {
    document.documentElement.lang = 'cy';
    const root = await arrives('', () => welshCharges);
    expect(root.querySelector('[name="area"]')).to.equal(null);
    expect(root.querySelector('[value="second-home"]')).to.equal(null);
    pick(root, 'band', 'I');
    pick(root, 'household', 'students');
    go(root);
    await until(root, () => words(root, 'h1').includes('Byddai’r dreth gyngor yn £0.00'));
  });

  it('goes back to the answer before', async () => {
    const root = await arrives('area=mill-lane&band=D&household=several');
    expect(words(root, 'h1')).to.contain('£2,254.53');
    pick(root, 'band', 'H');
    go(root);
    await until(root, () => words(root, 'h1').includes('£4,509.06'));
    history.back();
    await until(root, () => words(root, 'h1').includes('£2,254.53'));
  });

  it('offers a way on where nobody answers', async () => {
    let down = true;
    const root = await arrives('', () => {
      if (down) throw new TypeError('Failed to fetch');
      return charges;
    });
    expect(words(root, '[role="alert"]')).to.contain('did not answer');
    down = false;
    root.querySelector<HTMLButtonElement>('button')?.click();
    await until(root, () => root.querySelector('form') !== null);
  });
});
