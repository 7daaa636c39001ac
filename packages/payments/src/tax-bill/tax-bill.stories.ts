import { html, type TemplateResult } from 'lit';
import type { Bill } from '../contract/bill.ts';
import '../define/tax-bill.ts';
import { answeringGateway, gatewayAddress, problem, until, type Answer } from '../testing/answering-gateway.ts';
import { bills, funds } from '../testing/bills.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;

const withGateway =
  (bill: Answer) =>
  (story: () => TemplateResult): TemplateResult => {
    gateway?.remove();
    gateway = answeringGateway((asked) => (asked.path.startsWith('/payments/funds/') ? { fund: funds.councilTax } : bill(asked)));
    return story();
  };

export default { title: 'Payments/Council tax bill', component: 'council-tax-bill', decorators: [withGateway(() => bills.ordinary)] };

const asks = (): TemplateResult =>
  html`<council-tax-bill gateway=${gatewayAddress}><a href="/bill">Your council tax bill</a></council-tax-bill>`;
const shows = (bill: Bill) => ({ render: (): TemplateResult => html`<council-tax-bill .bill=${bill}></council-tax-bill>` });

/** Presses the button with these words typed, and waits for what comes of it. */
const after =
  (account: string, postcode: string, selector: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector('council-tax-bill')?.shadowRoot;
    if (!root) throw new Error('There is no widget in this story.');
    await until(root, () => root.querySelector('form') !== null);
    for (const [name, value] of Object.entries({ account, postcode })) {
      const input = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (input) input.value = value;
    }
    root.querySelector<HTMLButtonElement>('form button')?.click();
    await until(root, () => root.querySelector(selector) !== null);
  };

/** Account number and postcode. */
export const Asks = {
  render: asks,
  play: async ({ canvasElement }: { canvasElement: HTMLElement }) => {
    const root = canvasElement.querySelector('council-tax-bill')?.shadowRoot;
    if (root) await until(root, () => root.querySelector('form') !== null);
  },
};
/** A card number, and half a postcode. */
export const WithErrors = { render: asks, play: after('4242 4242 4242 4242', 'NG1', '.council-error-summary') };
/** The account is not there, or the postcode is another: never which. */
export const NotFound = {
  decorators: [withGateway(() => problem(404, 'There is no such bill'))],
  render: asks,
  play: after('501231231', 'NG1 4AA', '.council-error-summary'),
};
/** Too many tries. */
export const Locked = {
  decorators: [withGateway(() => problem(429, 'You have tried too often', { detail: 'Try again in 30 minutes, or call 01632 960 460' }))],
  render: asks,
  play: after('501231231', 'NG1 4AA', '[role="alert"]'),
};
/** Nobody answers. */
export const NobodyAnswers = {
  decorators: [withGateway(() => Promise.reject(new TypeError('Failed to fetch')))],
  render: asks,
  play: after('501231231', 'NG1 4AB', '[role="alert"]'),
};
/** Two instalments paid, one overdue. */
export const Ordinary = shows(bills.ordinary);
/** The home was adapted in the summer. */
export const Changes = shows(bills.changes);
/** Band A, adapted: five ninths. */
export const LowestBand = shows(bills.lowest);
/** All of it paid. */
export const Paid = shows(bills.paid);
/** More than all of it. */
export const Credit = shows(bills.credit);
/** Debts of earlier years. */
export const Arrears = shows(bills.arrears);
/** By Direct Debit. */
export const DirectDebit = shows(bills.directDebit);
/** By Direct Debit, and nothing came. */
export const NotCollected = shows(bills.notCollected);
/** The billing system’s total is another. */
export const Adjusted = shows(bills.adjusted);
/** Support covers it all. */
export const NothingToPay = shows(bills.nothing);
/** Twelve days. */
export const OnePayment = shows(bills.small);
/** Before the year: twelve instalments can still be had. */
export const Early = shows(bills.early);
/** In Scotland, with water. */
export const Scotland = shows(bills.scottish);
/** Read from right to left. */
export const RightToLeft = {
  render: (): TemplateResult => html`<div dir="rtl"><council-tax-bill .bill=${bills.ordinary}></council-tax-bill></div>`,
};
/** In Welsh. */
export const Welsh = {
  render: (): TemplateResult => html`<div lang="cy"><council-tax-bill .bill=${bills.changes}></council-tax-bill></div>`,
};
