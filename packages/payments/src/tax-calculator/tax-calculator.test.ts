import { expect } from '@open-wc/testing';
import { fixture } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { html } from 'lit';
import '../define/tax-calculator.ts';
import { answeringGateway, gatewayAddress, until, words, type Answer } from '../testing/answering-gateway.ts';
import { charges, scottishCharges, welshCharges } from '../testing/charges.ts';
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

  it('shows ten instalments and twelve beside one another, with why', async () => {
    const root = await arrives('area=mill-lane&band=E&household=one');
    expect([...root.querySelectorAll('.council-tax-answer > .council-list li')].map((item) => item.textContent)).to.deep.equal([
      'In 10 instalments: £203.65 by 1 April 2026, then £207 a month.',
      'In 12 instalments, if you ask: £174.65 by 1 April 2026, then £172 a month.',
    ]);
    const rows = [...root.querySelectorAll('.council-bill-schedules tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
    );
    expect([rows[0], rows[11], rows.at(-1)]).to.deep.equal([
      ['Due by', 'In 10', 'In 12'],
      ['1 February 2027', 'Nothing', '£172.00'],
      ['In all', '£2,066.65', '£2,066.65'],
    ]);
    expect(words(root, '.council-tax-answer')).to.contain('12 instalments: £2,066.65 ÷ 12 is £172.22');
  });

  it('asks nothing of who has nothing to pay, and tells a single payment as one', async () => {
    const students = await arrives('area=mill-lane&band=C&household=students');
    expect(words(students, '.council-tax-answer')).not.to.contain('instalment');
    const day = 'area=mill-lane&band=C&household=several&from-day=20&from-month=3&from-year=2027';
    const root = await arrives(day);
    expect(words(root, '.council-tax-answer')).to.contain('It would be due by 3 April 2027, in one payment.');
  });

  it('promises no instalments beyond the day of moving out', async () => {
    const root = await arrives(
      'area=mill-lane&band=D&household=several&from-day=1&from-month=6&from-year=2026&to-day=31&to-month=8&to-year=2026',
    );
    expect(words(root, 'h1')).to.equal('Council tax would be £568.27 from 1 June 2026 to 31 August 2026');
    expect(words(root, '.council-bill-lines')).to.contain('92 of the year’s 365 days. £2,254.53 × 92 ÷ 365 = £568.27.');
    const said = words(root, '.council-tax-answer');
    expect(said).to.contain('the council sends you a last bill').and.not.to.contain('instalment');
  });

  it('asks about homes where nobody lives as the council charges for them, and shows the premium’s arithmetic', async () => {
    const root = await arrives('area=mill-lane&band=D&household=empty-5');
    expect(words(root, '.council-bill-lines')).to.contain('200% of £2,254.53 is £4,509.06. £2,254.53 + £4,509.06 = £6,763.59.');
    expect([...root.querySelectorAll('[name="household"] + label')].map((label) => label.textContent?.trim()).slice(4)).to.deep.equal([
      'Nobody: it is a second home',
      'Nobody: it has been empty and unfurnished for a year or more, but less than 5',
      'Nobody: it has been empty and unfurnished for 5 years or more',
      'Nobody, for another reason',
    ]);
  });

  it('knows Scotland: water by the ninths, without the premium', async () => {
    const root = await arrives('band=E&household=second-home', () => scottishCharges);
    expect(words(root, 'h1')).to.contain('£4,560.87');
    expect(words(root, '.council-bill-lines')).to.contain(
      'It is on council tax alone, £1,946.53 without water and sewerage. 100% of £1,946.53 is £1,946.53. £2,614.34 + £1,946.53 = £4,560.87.',
    );
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

  it('offers no address where the page does not want it to be read', async () => {
    const element = await fixture<CouncilTaxCalculator>(
      html`<council-tax-calculator history="none" .charges=${welshCharges}></council-tax-calculator>`,
    );
    const root = element.shadowRoot as ShadowRoot;
    await until(root, () => root.querySelector('form') !== null);
    pick(root, 'band', 'D');
    pick(root, 'household', 'several');
    go(root);
    await until(root, () => root.querySelector('.council-tax-answer') !== null);
    expect(words(root, '.council-tax-answer')).not.to.contain('Link to this answer');
    expect(location.href).to.equal(before);
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

  it('fills in what a link holds and asks for the rest, without an error', async () => {
    const root = await arrives('band=D');
    expect(root.querySelector('.council-error-summary')).to.equal(null);
    expect(root.querySelector<HTMLInputElement>('[name="band"][value="D"]')?.checked).to.equal(true);
  });

  it('does not blame the resident’s connection when the council has not set it up', async () => {
    const { warn } = console;
    const warnings: unknown[] = [];
    console.warn = (...all: unknown[]) => warnings.push(all.join(' '));
    try {
      const notFound = { type: 'about:blank', title: 'Not found', status: 404, code: 'not_found' };
      const root = await arrives('', () => new Response(JSON.stringify(notFound), { status: 404 }));
      expect(words(root, '[role="alert"]')).to.contain('Contact the council').and.not.to.contain('connection');
      expect(root.querySelector('button')).to.equal(null);
      expect(warnings.join()).to.contain('councilTax.charges');
    } finally {
      console.warn = warn;
    }
  });

  it('offers a way on where nobody answers', async () => {
    let down = true;
    const root = await arrives('', () => {
      if (down) throw new TypeError('Failed to fetch');
      return charges;
    });
    expect(words(root, '[role="alert"]')).to.contain('there is a problem');
    down = false;
    root.querySelector<HTMLButtonElement>('button')?.click();
    await until(root, () => root.querySelector('form') !== null);
  });
});
