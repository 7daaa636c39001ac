/** Bills and accounts of invented people, for tests and stories. */
import type { BillingAccountInput } from '../contract/billing.ts';
import { billingAccountSchema } from '../contract/billing.ts';
import type { Bill } from '../contract/bill.ts';
import { fundSchema, type Fund } from '../contract/fund.ts';
import { billOf, type BillOptions } from '../rules/bill.ts';
import * as v from 'valibot';

export const authorities: BillingAccountInput['authorities'] = [
  {
    id: 'county',
    kind: 'county',
    name: { en: 'Northshire County Council', cy: 'Cyngor Sir Northshire' },
    bandD: 145_611,
    previousBandD: 138_690,
  },
  {
    id: 'care',
    kind: 'social-care',
    name: { en: 'Adult social care', cy: 'Gofal cymdeithasol oedolion' },
    bandD: 18_390,
    previousBandD: 15_540,
  },
  {
    id: 'borough',
    kind: 'council',
    name: { en: 'Northgate Borough Council', cy: 'Cyngor Bwrdeistref Northgate' },
    bandD: 21_357,
    previousBandD: 20_943,
  },
  {
    id: 'police',
    kind: 'police',
    name: { en: 'Police and Crime Commissioner', cy: 'Comisiynydd yr Heddlu a Throseddu' },
    bandD: 27_405,
    previousBandD: 26_105,
  },
  {
    id: 'fire',
    kind: 'fire',
    name: { en: 'Northshire Fire Authority', cy: 'Awdurdod Tân Northshire' },
    bandD: 8_271,
    previousBandD: 8_271,
  },
  {
    id: 'parish',
    kind: 'parish',
    name: { en: 'Mill Lane Parish Council', cy: 'Cyngor Plwyf Mill Lane' },
    bandD: 4_419,
    previousBandD: 4_640,
  },
];

const single = {
  kind: 'discount',
  code: 'single-person',
  name: { en: 'Single person discount', cy: 'Gostyngiad person sengl' },
  reason: {
    en: 'You told us that you are the only adult who lives here.',
    cy: 'Dywedasoch wrthym mai chi yw’r unig oedolyn sy’n byw yma.',
  },
  percent: 25,
} as const;
const adapted = {
  kind: 'disability',
  code: 'disabled-band',
  name: { en: 'Disabled band reduction', cy: 'Gostyngiad band i’r anabl' },
  reason: {
    en: 'Your home has a room that a disabled person needs.',
    cy: 'Mae gan eich cartref ystafell y mae ei hangen ar berson anabl.',
  },
} as const;
const support = {
  kind: 'support',
  code: 'council-tax-support',
  name: { en: 'Council tax support', cy: 'Cymorth treth gyngor' },
  percent: 60,
} as const;

/** As on bills in Stirling in 2024-25: https://www.stirling.gov.uk/council-tax-and-benefits */
export const scottishAuthorities: BillingAccountInput['authorities'] = [
  { id: 'stirling', kind: 'council', name: { en: 'Stirling Council', cy: 'Cyngor Stirling' }, bandD: 148_150 },
  { id: 'water', kind: 'water', name: { en: 'Water', cy: 'Dŵr' }, bandD: 25_290 },
  { id: 'sewerage', kind: 'water', name: { en: 'Waste water', cy: 'Dŵr gwastraff' }, bandD: 29_349 },
];

export const account: BillingAccountInput = {
  account: '501231231',
  postcode: 'NG1 4AB',
  year: 2026,
  nation: 'england',
  property: ['12 Mill Lane', 'Northgate', 'NG1 4AB'],
  issued: '2026-03-10',
  authorities,
  liabilities: [{ from: '2026-04-01', to: '2027-03-31', band: 'E', reductions: [single] }],
};

function bill(given: Partial<BillingAccountInput>, options: Partial<BillOptions> = {}): Bill {
  return billOf(v.parse(billingAccountSchema, { ...account, ...given }), { asOf: '2026-06-10', ...options });
}

/** Bills in every state that a story shows. */
export const bills = {
  /** Two instalments paid, one overdue. */
  ordinary: bill({
    received: [
      { date: '2026-04-01', amount: 20_666, method: 'card' },
      { date: '2026-05-02', amount: 20_700, method: 'bank' },
    ],
  }),
  /** Band changed in the summer; disabled band reduction and support from then on. */
  changes: bill({
    liabilities: [
      { from: '2026-04-01', to: '2026-07-29', band: 'D', reductions: [] },
      { from: '2026-07-30', to: '2027-03-31', band: 'D', reductions: [adapted, single, support] },
    ],
  }),
  /** In band A and adapted. */
  lowest: bill({ liabilities: [{ from: '2026-04-01', to: '2027-03-31', band: 'A', reductions: [adapted] }] }),
  paid: bill({ received: [{ date: '2026-04-01', amount: 206_665, method: 'card' }] }, { asOf: '2026-12-01' }),
  credit: bill({ received: [{ date: '2026-04-01', amount: 300_000, method: 'bank' }] }),
  arrears: bill({ broughtForward: 15_000 }),
  directDebit: bill({ directDebit: true }, { asOf: '2026-03-20' }),
  /** By Direct Debit, and nothing came. */
  notCollected: bill({ directDebit: true }, { asOf: '2026-04-20' }),
  /** Before the year: twelve can still be had. */
  early: bill(
    {},
    {
      asOf: '2026-03-20',
      instalments: { twelve: { ask: { en: 'Ask for 12 instalments', cy: 'Gofyn am 12 rhandaliad' }, url: '/twelve' } },
    },
  ),
  /** In Scotland, with water; support on the tax alone. */
  scottish: bill({
    nation: 'scotland',
    authorities: scottishAuthorities,
    liabilities: [{ from: '2026-04-01', to: '2027-03-31', band: 'E', reductions: [single, support] }],
  }),
  /** The billing system knows of something that no fact tells. */
  adjusted: bill({ total: 200_000 }),
  /** Support covers all of it. */
  nothing: bill({ liabilities: [{ from: '2026-04-01', to: '2027-03-31', band: 'B', reductions: [{ ...support, percent: 100 }] }] }),
  small: bill(
    { liabilities: [{ from: '2027-03-20', to: '2027-03-31', band: 'A', reductions: [] }], issued: '2027-03-20' },
    { asOf: '2027-03-21' },
  ),
} satisfies Record<string, Bill>;

/** What the council takes money for. */
export const funds = {
  councilTax: v.parse(fundSchema, {
    id: 'council-tax',
    name: { en: 'Council tax', cy: 'Treth gyngor' },
    reference: {
      label: { en: 'What is your council tax account number?', cy: 'Beth yw rhif eich cyfrif treth gyngor?' },
      name: { en: 'Council tax account number', cy: 'Rhif cyfrif treth gyngor' },
      hint: {
        en: 'It is at the top right of your bill and has 9 numbers, like 501231231',
        cy: 'Mae ar ben de eich bil ac mae ganddo 9 rhif, fel 501231231',
      },
      help: {
        en: 'It is also on reminders, and in your bank’s list of Direct Debits beside the council’s name.',
        cy: 'Mae hefyd ar nodiadau atgoffa, ac yn rhestr Debydau Uniongyrchol eich banc wrth enw’r cyngor.',
      },
      example: '501231231',
      patterns: ['5\\d{8}'],
    },
    limits: { least: 100, most: 1_000_000 },
    emailReceipt: true,
  }),
  parkingFine: v.parse(fundSchema, {
    id: 'parking-fine',
    name: { en: 'Parking fine', cy: 'Dirwy barcio' },
    reference: {
      label: { en: 'What is your PCN number?', cy: 'Beth yw rhif eich PCN?' },
      name: { en: 'PCN number', cy: 'Rhif PCN' },
      example: 'NG12345678',
      patterns: ['NG\\d{8}'],
    },
    price: 3500,
  }),
} satisfies Record<string, Fund>;
