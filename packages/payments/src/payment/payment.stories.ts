import { html, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../define/payment.ts';
import { answeringGateway, gatewayAddress, problem, until, type Answer } from '../testing/answering-gateway.ts';
import { bills, funds } from '../testing/bills.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;
const contact = {
  text: { en: 'Our office is open on weekdays from 9am to 5pm', cy: 'Mae ein swyddfa ar agor yn ystod yr wythnos o 9yb i 5yp' },
  telephone: '01632 960 460',
};

const withGateway =
  (begins: Answer) =>
  (story: () => TemplateResult): TemplateResult => {
    gateway?.remove();
    gateway = answeringGateway((asked) => {
      if (asked.path === '/payments/funds/council-tax') return { fund: funds.councilTax, contact };
      return asked.path === '/payments/funds/parking-fine' ? { fund: funds.parkingFine, contact } : begins(asked);
    });
    return story();
  };
const goes: Answer = () => new Promise(() => undefined);

export default { title: 'Payments/Payment', component: 'council-payment', decorators: [withGateway(goes)] };

const widget = (lang?: string): TemplateResult =>
  html`<council-payment lang=${ifDefined(lang)} gateway=${gatewayAddress} history="none"
    ><a href="/pay">Pay council tax</a></council-payment
  >`;

async function rootOf(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = canvas.querySelector('council-payment')?.shadowRoot;
  if (!root) throw new Error('There is no widget in this story.');
  await until(root, () => root.querySelector('h1, [role="alert"]') !== null);
  return root;
}

/** Types these answers one page after the other, and waits for the page with `last`. */
const after =
  (answers: readonly (readonly [string, string])[], last: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const root = await rootOf(canvasElement);
    for (const [name, value] of answers) {
      await until(root, () => root.querySelector(`[name="${name}"]`) !== null);
      const input = root.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (input) input.value = value;
      root.querySelector<HTMLButtonElement>('form button')?.click();
    }
    await until(root, () => root.querySelector(last) !== null);
  };
const toCheck = [
  ['reference', '501 231 231'],
  ['amount-other', '£180.23'],
  ['email', 'ann@example.com'],
] as const;
const sends =
  (last: string) =>
  async (story: { canvasElement: HTMLElement }): Promise<void> => {
    await after(toCheck, 'dl')(story);
    const root = await rootOf(story.canvasElement);
    root.querySelector<HTMLButtonElement>('form button')?.click();
    await until(root, () => root.querySelector(last) !== null);
  };

/** What for? */
export const Reference = { render: () => widget(), play: after([], 'form') };
/** A card number is no reference. */
export const ReferenceWithError = { render: () => widget(), play: after([['reference', '4242 4242 4242 4242']], '.council-error-summary') };
/** How much? */
export const Amount = { render: () => widget(), play: after(toCheck.slice(0, 1), '[name="amount-other"]') };
/** An amount as it is written elsewhere. */
export const AmountWithError = {
  render: () => widget(),
  play: after([toCheck[0], ['amount-other', '1 234,50']], '.council-error-summary'),
};
/** With a bill: what is due, what is left, or another amount. */
export const AmountsOfBill = {
  render: (): TemplateResult => html`<council-payment gateway=${gatewayAddress} history="none" .bill=${bills.ordinary}></council-payment>`,
  play: after([], '[type="radio"]'),
};
/** Where should the receipt go? */
export const Email = { render: () => widget(), play: after(toCheck.slice(0, 2), '[name="email"]') };
/** Everything, before it is paid. */
export const Check = { render: () => widget(), play: after(toCheck, 'dl') };
/** On the way to GOV.UK Pay. */
export const Going = { render: () => widget(), play: sends('dl') };
/** One price, and a reference that the page knows: nothing to ask. */
export const NothingToAsk = {
  render: (): TemplateResult =>
    html`<council-payment gateway=${gatewayAddress} history="none" fund="parking-fine" reference="NG12345678"></council-payment>`,
  play: after([], 'dl'),
};
const troubled = (status: number, title: string, detail: string, code: string, last: string, retryAfter?: number) => ({
  decorators: [withGateway(() => problem(status, title, { code, detail, retryAfter }))],
  render: () => widget(),
  play: sends(last),
});
/** GOV.UK Pay does not answer. */
export const NotBegun = troubled(
  502,
  'GOV.UK Pay did not answer',
  'You have not been charged: a payment is only made on GOV.UK Pay’s own pages. Try again in a minute.',
  'upstream_failed',
  'input[value="retry"]',
);
/** P0198, P0999: GOV.UK Pay is out of order. */
export const PayOutOfOrder = troubled(
  502,
  'GOV.UK Pay is not working',
  'Nothing has been taken. Try again in a few minutes.',
  'upstream_failed',
  'input[value="retry"]',
);
/** P0900 */
export const PayBusy = troubled(
  503,
  'Too many people are paying at once',
  'Nothing has been taken. Try again in a minute.',
  'upstream_failed',
  'input[value="retry"]',
);
/** P0101, P0102, P0920, P0940 and whatever else the council has to mend. */
export const CouncilsAccount = troubled(
  502,
  'There is a problem with the council’s account at GOV.UK Pay',
  'Nothing has been taken. Call us, or try again later.',
  'upstream_failed',
  'input[value="retry"]',
);
/** P0102 of the amount: the council's limits are wider than GOV.UK Pay's. */
export const PayRefusesAmount = troubled(
  422,
  'GOV.UK Pay does not take this amount',
  'Enter an amount from 30p to £100,000.',
  'upstream_failed',
  'h1',
);
/** Another tab is paying the same. */
export const BeingConfirmed = troubled(
  409,
  'A payment of this amount is being confirmed',
  'It was made a moment ago for this reference. Wait a minute, then try again to see whether you still need to pay.',
  'payment_being_confirmed',
  'input[value="retry"]',
  60,
);
/** Stopped on the way: it took too long. */
export const Stopped = {
  render: () => widget(),
  play: async (story: { canvasElement: HTMLElement }): Promise<void> => {
    await sends('button[value="stop"]')(story);
    const root = await rootOf(story.canvasElement);
    root.querySelector<HTMLButtonElement>('button[value="stop"]')?.click();
    await until(root, () => root.querySelector('button[value="stop"]') === null);
  },
};
/** The same was paid an hour ago. */
export const PaidAlready = {
  decorators: [withGateway(() => problem(409, 'You paid £180.23 for 501231231 today at 10:02am', { code: 'paid_already' }))],
  render: () => widget(),
  play: sends('[name="again"]'),
};
/** The council does not take it. */
export const Refused = {
  decorators: [withGateway(() => problem(400, 'This page is not on the council’s list', { code: 'return_url_refused' }))],
  render: () => widget(),
  play: sends('h1'),
};
/** Nobody answers at all. */
export const NobodyAnswers = {
  decorators: [
    (story: () => TemplateResult): TemplateResult => {
      gateway?.remove();
      gateway = answeringGateway(() => Promise.reject(new TypeError('Failed to fetch')));
      return story();
    },
  ],
  render: () => widget(),
  play: after([], 'input[value="retry"]'),
};
/** In Welsh. */
export const Welsh = { render: () => widget('cy'), play: after(toCheck, 'dl') };
