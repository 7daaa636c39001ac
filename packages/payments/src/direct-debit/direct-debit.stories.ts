import { html, type TemplateResult } from 'lit';
import '../define/direct-debit.ts';
import { answeringGateway, gatewayAddress, until, type Answer } from '../testing/answering-gateway.ts';
import { directDebitForm, directDebitGateway } from '../testing/direct-debits.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;
const withGateway =
  (answer: Answer) =>
  (story: () => TemplateResult): TemplateResult => {
    gateway?.remove();
    gateway = answeringGateway(answer);
    return story();
  };

export default { title: 'Payments/Direct Debit', component: 'council-direct-debit', decorators: [withGateway(directDebitGateway)] };

const render = (): TemplateResult =>
  html`<council-direct-debit gateway=${gatewayAddress} history="none"><a href="/direct-debit">Direct Debit</a></council-direct-debit>`;

type Page = Readonly<Record<string, string>>;
const pages: readonly Page[] = [
  { authorised: 'yes' },
  { account: '501231231' },
  { 'bank-name': 'Ann Jones', 'bank-sort-code': '000010', 'bank-account-number': '00734446' },
  { day: '15' },
  { email: '' },
  {},
];

/** Answers pages one after the other and waits for what the last comes to. */
const after =
  (answers: readonly Page[], last: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = canvasElement.querySelector('council-direct-debit')?.shadowRoot;
    if (!root) throw new Error('There is no widget in this story.');
    await until(root, () => root.querySelector('h1') !== null);
    for (const page of answers) {
      const [first = ''] = Object.keys(page);
      await until(root, () => root.querySelector(first === '' ? 'dl' : `[name="${first}"]`) !== null);
      for (const [name, value] of Object.entries(page)) {
        root.querySelector<HTMLInputElement>(`[type="radio"][name="${name}"][value="${value}"]`)?.click();
        const input = root.querySelector<HTMLInputElement>(`[name="${name}"]:not([type="radio"])`);
        if (input) input.value = value;
      }
      const buttons = [...root.querySelectorAll<HTMLButtonElement>('.council-journey-form button.council-button')];
      buttons.findLast((button) => button.type === 'submit' && !button.name)?.click();
    }
    await until(root, () => root.querySelector(last) !== null);
  };

/** Who may give the instruction? */
export const Authorised = { render, play: after([], 'h1') };
/** Somebody else has to agree. */
export const NotAuthorised = { render, play: after([{ authorised: 'no' }], '.council-error-summary') };
/** Name, sort code, account number, and the Guarantee. */
export const BankDetails = { render, play: after(pages.slice(0, 2), '[name="bank-name"]') };
/** Each of them wrong. */
export const BankDetailsWithErrors = {
  render,
  play: after(
    [...pages.slice(0, 2), { 'bank-name': '12345678', 'bank-sort-code': '12-34', 'bank-account-number': 'abc' }],
    '.council-error-summary',
  ),
};
/** There cannot be such an account. */
export const Implausible = {
  render,
  play: after(
    [...pages.slice(0, 2), { 'bank-name': 'Ann Jones', 'bank-sort-code': '000010', 'bank-account-number': '00734447' }],
    '.council-error-summary',
  ),
};
/** Which day, and when the first payment would be. */
export const Day = { render, play: after(pages.slice(0, 3), '[name="day"]') };
/** Ten or twelve, where the council takes both. */
export const Instalments = {
  decorators: [
    withGateway((asked) => (asked.path === '/direct-debits/form' ? { ...directDebitForm, twelve: true } : directDebitGateway(asked))),
  ],
  render,
  play: after(pages.slice(0, 4), '[name="instalments"]'),
};
/** Everything, the account masked. */
export const Check = { render, play: after(pages.slice(0, 5), 'dl') };
/** It is on disk: the date of the first payment and the notice. */
export const SetUp = { render, play: after(pages, '.council-panel') };
/** Nobody answers. */
export const NobodyAnswers = {
  decorators: [withGateway(() => Promise.reject(new TypeError('Failed to fetch')))],
  render,
  play: after([], 'h1'),
};
