import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { fixture } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { html } from 'lit';
import * as v from 'valibot';
import type { Bill } from '../contract/bill.ts';
import { billingAccountSchema, type BillingAccountInput } from '../contract/billing.ts';
import '../define/tax-bill.ts';
import { answeringGateway, gatewayAddress, problem, until, words, type Answer } from '../testing/answering-gateway.ts';
import { account as accountFacts, bills, funds } from '../testing/bills.ts';
import { billOf } from '../rules/bill.ts';
import { pounds, sum } from '../rules/pence.ts';
import type { PayBillEvent } from './pay-bill-event.ts';
import type { CouncilTaxBill } from './tax-bill.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;
afterEach(() => {
  gateway?.remove();
  document.documentElement.lang = 'en';
});

/** The bill is there for one account and postcode; nothing else is. */
const council: Answer = ({ path, body }) => {
  if (path === '/payments/funds/council-tax') return { fund: funds.councilTax };
  const { account, postcode } = body as { account: string; postcode: string };
  return account === '501 231 231' && postcode === 'ng1 4ab'
    ? bills.ordinary
    : problem(404, 'We cannot find a bill with this account number and postcode', {
        code: 'bill_not_found',
        detail: 'Check both on your letter.',
      });
};

async function asks(answer: Answer = council): Promise<{ element: CouncilTaxBill; root: ShadowRoot }> {
  gateway = answeringGateway(answer);
  const element = await fixture<CouncilTaxBill>(
    html`<council-tax-bill gateway=${gatewayAddress}><a href="/bill">Your bill</a></council-tax-bill>`,
  );
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  await until(root, () => root.querySelector('form, [role="alert"]') !== null);
  return { element, root };
}

async function shows(bill: Bill): Promise<ShadowRoot> {
  const element = await fixture<CouncilTaxBill>(html`<council-tax-bill .bill=${bill}></council-tax-bill>`);
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  return root;
}

function fill(root: ShadowRoot, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const input = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!input) throw new Error(`no field ${name}`);
    input.value = value;
  }
  root.querySelector<HTMLButtonElement>('form button')?.click();
}

/** Each line of the bill: its name, its figure and why. */
const lines = (root: ShadowRoot): { name: string; figure: string; why: string }[] =>
  [...root.querySelectorAll('.council-bill-line')].map((line) => ({
    name: words(line, '.council-bill-line__name'),
    figure: words(line, '.council-bill-line__figure'),
    why: words(line, '.council-details-text'),
  }));

describe('<council-tax-bill>', () => {
  it('asks for account and postcode in the body of a request, never in an address, and shows the bill at its heading', async () => {
    const { root } = await asks();
    fill(root, { account: '501 231 231', postcode: 'ng1 4ab' });
    await until(root, () => words(root, 'h1').startsWith('Council tax bill 2026 to 2027'));
    expect(gateway?.asked.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([
      'GET /payments/funds/council-tax',
      'POST /council-tax/bill',
    ]);
    expect(gateway?.asked[1]?.body).to.deep.equal({ account: '501 231 231', postcode: 'ng1 4ab' });
    expect(root.activeElement?.localName).to.equal('h1');
    expect(danglingReferences(root)).to.deep.equal([]);
  });

  it('says where the account number is on the letter', async () => {
    const { root } = await asks();
    const field = root.querySelector('#account');
    const hint = field
      ?.getAttribute('aria-describedby')
      ?.split(' ')
      .map((id) => words(root, `#${id}`));
    expect(hint?.join()).to.contain('top right of your bill');
    expect([words(root, '.council-details summary'), words(root, '.council-details-text')]).to.deep.equal([
      'Where to find it',
      'It is also on reminders, and in your bank’s list of Direct Debits beside the council’s name.',
    ]);
  });

  it('says what is wrong at the field, in the summary and in the title, and keeps what was typed', async () => {
    const before = document.title;
    const { root, element } = await asks();
    fill(root, { account: '4242 4242 4242 4242', postcode: 'NG1' });
    await until(root, () => root.querySelector('council-error-summary') !== null);
    expect([...root.querySelectorAll('.council-error-summary-list a')].map((link) => link.textContent)).to.deep.equal([
      'Enter your council tax account number, not the number of your card. You will enter your card details on GOV.UK Pay',
      'Enter a full UK postcode, like NG1 4AB',
    ]);
    expect(document.title).to.match(/^Error:/);
    expect(root.querySelector<HTMLInputElement>('#postcode')?.value).to.equal('NG1');
    expect(gateway?.asked.length).to.equal(1);
    element.remove();
    expect(document.title).to.equal(before);
  });

  it('tells a wrong postcode and a missing account alike, and takes the corrected ones', async () => {
    const { root } = await asks();
    fill(root, { account: '501231231', postcode: 'NG1 4AA' });
    await until(root, () => root.querySelector('.council-error-message') !== null);
    const said = words(root, '#account-error');
    expect(said).to.contain('We cannot find a bill with this account number and postcode. Check both on your letter.');
    fill(root, { account: '599999999', postcode: 'NG1 4AB' });
    await until(root, () => gateway?.asked.length === 3 && root.querySelector('.council-error-message') !== null);
    expect(words(root, '#account-error')).to.equal(said);
    fill(root, { account: '501 231 231', postcode: 'ng1 4ab' });
    await until(root, () => root.querySelector('.council-bill-lines') !== null);
    expect(root.querySelector('council-error-summary')).to.equal(null);
  });

  it('passes on what to do when there were too many tries, and asks again after a lost connection', async () => {
    let state: 'locked' | 'down' | 'well' = 'locked';
    const { root } = await asks((asked) => {
      if (asked.method === 'GET' || state === 'well') return council(asked);
      if (state === 'down') throw new TypeError('Failed to fetch');
      return problem(429, 'You have tried too often', { detail: 'Try again in 30 minutes, or call 01632 960 460', code: 'bill_locked' });
    });
    fill(root, { account: '501 231 231', postcode: 'ng1 4ab' });
    await until(root, () => root.querySelector('[role="alert"]') !== null);
    expect(words(root, '[role="alert"]')).to.equal('You have tried too often. Try again in 30 minutes, or call 01632 960 460');
    state = 'down';
    root.querySelector<HTMLButtonElement>('button')?.click();
    await until(root, () => words(root, '[role="alert"]').includes('did not answer'));
    state = 'well';
    root.querySelector<HTMLButtonElement>('button')?.click();
    await until(root, () => root.querySelector('.council-bill-lines') !== null);
  });

  it('opens each figure to arithmetic that comes to it', async () => {
    const root = await shows(bills.ordinary);
    expect(lines(root)).to.deep.equal([
      {
        name: 'A year’s charge for band E',
        figure: '£2,755.54',
        why: lines(root)[0]?.why ?? '',
      },
      {
        name: 'Single person discount',
        figure: '−£688.89',
        why: 'You told us that you are the only adult who lives here.25% of £2,755.54 is £688.89. £2,755.54 − £688.89 = £2,066.65.',
      },
      { name: 'Total for the year', figure: '£2,066.65', why: '£2,755.54 − £688.89 = £2,066.65.' },
      {
        name: 'Paid so far',
        figure: '−£413.66',
        why: 'Date Amount 1 April 2026Card £206.66 2 May 2026Bank transfer £207.00 In all £413.66',
      },
      { name: 'Left to pay', figure: '£1,652.99', why: '£2,066.65 − £413.66 = £1,652.99.' },
    ]);
    expect(words(root, 'dl')).to.contain('Band E').and.to.contain('Account number 501231231');
    expect(lines(root)[0]?.why).to.contain('A home in band E pays 11 ÷ 9 of it').and.to.contain('£1,456.11 × 11 ÷ 9 £1,779.69');
  });

  it('is told as disclosures that have a name and a figure', async () => {
    const root = await shows(bills.ordinary);
    const node = await accessible(root.querySelectorAll('.council-bill-line summary')[1] as Element);
    if (node) expect([node.role, node.name]).to.deep.equal(['DisclosureTriangle', 'Single person discount −£688.89']);
  });

  it('tells stretches of the year one after the other, with their days', async () => {
    const root = await shows(bills.changes);
    expect([...root.querySelectorAll('h3')].map((heading) => heading.textContent?.trim())).to.deep.equal([
      '1 April 2026 to 29 July 2026',
      '30 July 2026 to 31 March 2027',
    ]);
    const told = lines(root);
    expect(told[1]).to.deep.equal({
      name: 'For 120 days',
      figure: '£741.22',
      why: 'You are charged from 1 April 2026 to 29 July 2026: 120 of the year’s 365 days. £2,254.53 × 120 ÷ 365 = £741.22.',
    });
    expect(told.find(({ name }) => name === 'Disabled band reduction')?.why).to.contain('as if it were in band C');
    expect(words(await shows(bills.lowest), '.council-bill-lines')).to.contain('5 ÷ 9 of band D in place of 6 ÷ 9');
  });

  it('explains instalments by the law only where the law gives them', async () => {
    const why = async (bill: Bill): Promise<string> => {
      const root = await shows(bill);
      return (
        [...root.querySelectorAll('.council-details')]
          .map((each) => words(each, '.council-details-text'))
          .find((text) => /law|one payment|set these|÷ 10 =/.test(text)) ?? ''
      );
    };
    expect(await why(bills.ordinary))
      .to.contain('£2,066.65 ÷ 10 is £206.67')
      .and.to.contain('9 × £207 = £1,863')
      .and.to.contain('= £203.65');
    expect(await why(bills.small)).to.contain('There is one payment');
    const set = {
      ...bills.ordinary,
      instalments: bills.ordinary.instalments.map((each, index) => ({ ...each, amount: each.amount + (index === 3 ? 1 : 0) })),
    };
    expect(await why(set)).to.equal('The council set these instalments for your account.');
  });

  it('tells who is behind to contact the council, and nobody else', async () => {
    const help = 'If you cannot pay it now, contact the council';
    expect(words(await shows(bills.ordinary), '.council-bill-left')).to.contain(help);
    for (const bill of [bills.early, bills.paid, bills.directDebit, bills.credit])
      expect(words(await shows(bill), '.council-bill-left')).not.to.contain(help);
  });

  it('says why a bill of some day has fewer instalments, and why small ones are fewer still', async () => {
    const why = async (account: Partial<BillingAccountInput>): Promise<string> => {
      const root = await shows(billOf(v.parse(billingAccountSchema, { ...accountFacts, ...account }), { asOf: '2026-03-20' }));
      const details = [...root.querySelectorAll('.council-details')];
      return words(details.find((each) => words(each, 'summary') === 'Why these amounts') ?? root, '.council-details-text');
    };
    expect(await why({ issued: '2026-07-14' })).to.contain(
      'The bill is of 14 July 2026, which leaves 8 whole months of the year. By law there is one instalment fewer than months: 7. £2,066.65 ÷ 7',
    );
    expect(await why({ total: 2300 })).to.contain('By law no instalment is less than £5, so there are only 4. £23.00 ÷ 4 is £5.75.');
    expect(await why({ twelve: true })).to.match(/^£2,066\.65 ÷ 12 is £172\.22/);
  });

  it('shows what twelve instalments would be, beside those of now, and how to ask', async () => {
    const root = await shows(bills.early);
    const offer = [...root.querySelectorAll('.council-details')].find((each) => words(each, 'summary').includes('instead of'));
    expect(words(offer ?? root, 'summary')).to.equal('Pay in 12 instalments instead of 10');
    const table = offer?.querySelector('table');
    expect([...(table?.querySelectorAll('thead th') ?? [])].map((cell) => cell.textContent)).to.deep.equal(['Due by', 'Now', 'If you ask']);
    const rows = [...(table?.querySelectorAll('tbody tr') ?? [])].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
    );
    expect([rows.length, rows[0], rows[1]?.[0], rows[10], rows[12]]).to.deep.equal([
      13,
      // Who asks on 20 March is asked for the first a fortnight later, on 3 April.
      ['April 2026', '£203.65', '£174.65'],
      '1 May 2026',
      ['1 February 2027', 'Nothing', '£172.00'],
      ['In all', '£2,066.65', '£2,066.65'],
    ]);
    expect(offer?.querySelector('a')?.getAttribute('href')).to.equal('/twelve');
    expect(words(offer ?? root, '.council-details-text')).to.contain('11 × £172 = £1,892');
    // Who is behind is not told of it.
    expect((await shows(bills.ordinary)).textContent).not.to.contain('instead of');
  });

  it('tells of Scottish water by the ninths, and what support leaves out', async () => {
    const [charge, , support] = lines(await shows(bills.scottish));
    expect(charge?.why)
      .to.contain('A home in band E pays 473 ÷ 360 of it')
      .and.to.contain('band E pays 11 ÷ 9')
      .and.to.contain('£252.90 × 11 ÷ 9 £309.10');
    expect(support?.why).to.equal(
      'It is on council tax alone, £1,459.89 without water and sewerage. 60% of £1,459.89 is £875.93. £1,960.75 − £875.93 = £1,084.82.',
    );
  });

  it('draws the pound, and says the same in a table', async () => {
    const root = await shows(bills.ordinary);
    const picture = root.querySelector('svg');
    expect(picture?.getAttribute('aria-label')).to.contain('Of each pound: Northshire County Council 65p, Adult social care 8p');
    const widths = [...root.querySelectorAll('rect')].map((rect) => parseFloat(rect.getAttribute('width') ?? ''));
    expect(sum(widths)).to.equal(100);
    const rows = [...root.querySelectorAll('.council-bill-authorities tbody tr')];
    expect(rows.map((row) => parseInt(words(row, 'td'), 10))).to.deep.equal(widths);
    expect(words(root, '.council-bill-authorities tbody'))
      .to.contain('£1,779.69 5.0% more than last year')
      .and.to.contain('4.8% less than last year')
      .and.to.contain('As much as last year');
    expect(root.querySelector('[style]')).to.equal(null);
  });

  it('says first what is left to pay and by when, and what to do about it', async () => {
    const first = async (bill: Bill): Promise<string> => words(await shows(bill), '.council-bill-left');
    expect(await first(bills.ordinary)).to.equal(
      '£1,652.99 left to pay £203.99 should have been paid by 1 June 2026. Pay council tax If you cannot pay it now, contact the council as soon as you can.',
    );
    expect(await first(bills.directDebit)).to.equal(
      '£2,066.65 left to pay You pay by Direct Debit. We will take £203.65 on 1 April 2026 or just after. You do not need to do anything.',
    );
    expect(await first(bills.notCollected)).to.equal(
      '£2,066.65 left to pay You pay by Direct Debit. £203.65 should have been taken by 1 April 2026. If it has not left your account, pay it here or contact the council. Pay council tax',
    );
    expect(await first(bills.arrears)).to.contain('£150.00 of it is owed from earlier years and is due now.');
    expect(await first(bills.paid)).to.equal('You have nothing left to pay');
    expect(await first(bills.credit)).to.equal(
      `The council owes you ${pounds(300_000 - 206_665)} Ask the council to pay it back, or leave it for your next bill.`,
    );
    expect(await first(bills.nothing)).to.equal('You have nothing left to pay');
  });

  it('leads who pays by hand to a Direct Debit, and nobody who has one', async () => {
    const linkOn = async (bill: Bill, page: string): Promise<string | null | undefined> => {
      const element = await fixture<CouncilTaxBill>(html`<council-tax-bill direct-debit-page=${page} .bill=${bill}></council-tax-bill>`);
      return element.shadowRoot?.querySelector('.council-bill-left a')?.getAttribute('href');
    };
    expect(await linkOn(bills.ordinary, '/direct-debit')).to.equal('/direct-debit');
    for (const bill of [bills.directDebit, bills.paid, bills.credit]) expect(await linkOn(bill, '/direct-debit')).to.equal(undefined);
    expect(await linkOn(bills.ordinary, 'javascript:alert(1)')).to.equal(undefined);
  });

  it('gives the bill to the page when the resident wants to pay', async () => {
    const element = await fixture<CouncilTaxBill>(html`<council-tax-bill .bill=${bills.ordinary}></council-tax-bill>`);
    const told = new Promise<PayBillEvent>((done) => element.addEventListener('council-pay-bill', done, { once: true }));
    element.shadowRoot?.querySelector<HTMLButtonElement>('.council-bill-left button')?.click();
    expect((await told).bill.account).to.equal('501231231');
  });

  it('runs nothing that is given as an address or a value', async () => {
    const hostile = '"><img src=x onerror=window.harmed=1><script>window.harmed=1</script>';
    const [period] = bills.ordinary.periods;
    const bill: Bill = {
      ...bills.ordinary,
      account: hostile,
      property: [hostile],
      authorities: bills.ordinary.authorities.map((each) => ({ ...each, name: { en: hostile, cy: hostile } })),
      periods: period
        ? [{ ...period, reductions: period.reductions.map((each) => ({ ...each, name: { en: hostile, cy: hostile } })) }]
        : [],
    };
    const element = await fixture<CouncilTaxBill>(
      html`<council-tax-bill pay-page="javascript:window.harmed=1" .bill=${bill}></council-tax-bill>`,
    );
    element.shadowRoot?.querySelector<HTMLButtonElement>('.council-bill-left button')?.click();
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect((window as { harmed?: unknown }).harmed).to.equal(undefined);
    expect(element.shadowRoot?.querySelectorAll('script, img').length).to.equal(0);
  });

  it('speaks Welsh', async () => {
    document.documentElement.lang = 'cy';
    const root = await shows(bills.ordinary);
    expect(words(root, 'h1')).to.equal('Bil treth gyngor 2026 i 2027');
    expect(lines(root)[1]?.why).to.contain('25% o £2,755.54 yw £688.89');
    expect(words(root, '.council-bill-left')).to.contain('1 Mehefin 2026');
  });
});
