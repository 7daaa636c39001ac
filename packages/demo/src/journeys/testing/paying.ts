/** A resident's steps to GOV.UK Pay and through its pages, as the sandbox plays them; and what Pay has in its book. */
import type { Page } from 'playwright-core';
import type { Account } from './accounts-to-pay.ts';
import type { DemoProcess } from './demo-process.ts';
import type { Resident } from './resident.ts';

export type Language = 'en' | 'cy';

/** What is read on the way. */
export const words = {
  en: {
    bill: /Council tax bill 2026/,
    amount: 'How much do you want to pay?',
    check: 'Check your payment',
    between: 'Pay on GOV.UK Pay',
    notBegun: 'We could not begin your payment',
    paid: 'Payment received',
    failed: 'Your payment did not go through',
    unfinished: 'You have not finished paying',
    confirming: 'Your payment is being confirmed',
    unknown: 'We are still checking your payment',
    card: 'Card number',
    confirm: 'Confirm payment',
    byPage: 'See your bill, page by page',
  },
  cy: {
    bill: /[Tt]reth gyngor 2026/,
    amount: 'Faint hoffech ei dalu?',
    check: 'Gwiriwch eich taliad',
    between: 'Talu ar GOV.UK Pay',
    notBegun: 'Ni allem ddechrau eich taliad',
    paid: 'Taliad wedi’i dderbyn',
    failed: 'Ni aeth eich taliad drwodd',
    unfinished: 'Nid ydych wedi gorffen talu',
    confirming: 'Mae eich taliad yn cael ei gadarnhau',
    unknown: 'Ni wyddom eto beth ddaeth o’ch taliad',
    card: 'Rhif y cerdyn',
    confirm: 'Cadarnhau’r taliad',
    byPage: 'Gweld eich bil, fesul tudalen',
  },
} as const;

/** From the council's page to the last page before anything is begun: council tax, an amount of one's own, no receipt by email. */
export async function toCheck(
  resident: Resident,
  { account, postcode }: Account,
  amount: string,
  language: Language = 'en',
): Promise<void> {
  const { page, javaScript } = resident;
  const said = words[language];
  if (!javaScript) await page.getByRole('link', { name: said.byPage }).click();
  await page.locator('[name=account]').fill(account);
  await page.locator('[name=postcode]').fill(postcode);
  await page.locator('form .council-button').last().click();
  await resident.sees(said.bill);
  await page.getByRole('button', { name: language === 'en' ? 'Pay council tax' : 'Talu’r dreth gyngor' }).click();
  await resident.sees(said.amount);
  await page.locator('input[name=amount][value=other]').check();
  await page.locator('[name=amount-other]').fill(amount);
  await goOn(resident);
  await page.locator('[name=email]').waitFor();
  await goOn(resident);
  await resident.sees(said.check);
}

/** The button of the page that is before one. */
export const onward = ({ page }: Resident) => page.locator('form .council-button').last();
export const goOn = async (resident: Resident): Promise<void> => onward(resident).click();

/** From the check to the page where a card is typed: without a script over the page between, whose link leads off the council's site. */
export async function toPay(resident: Resident, language: Language = 'en'): Promise<void> {
  await goOn(resident);
  await arriveAtPay(resident, language);
}

export async function arriveAtPay(resident: Resident, language: Language = 'en'): Promise<void> {
  if (!resident.javaScript) {
    await resident.sees(words[language].between);
    await resident.page.locator('main a.council-button').click();
  }
  await resident.page.locator('#number').waitFor();
}

/** Types a card on Pay's page. Accepted cards lead to a page that asks for confirmation. */
export async function typeCard(page: Page, number: string): Promise<void> {
  await page.locator('#number').fill(number);
  await page.locator('#expiry').fill('12/40');
  await page.locator('#name').fill('A Payer');
  await page.locator('#code').fill('123');
  await page.locator('form button').first().click();
}

export async function payByCard(page: Page, number: string, language: Language = 'en'): Promise<void> {
  await typeCard(page, number);
  await page.getByRole('button', { name: words[language].confirm }).click();
}

/** The only link of the page on which Pay says that it was not paid. */
export const backToCouncil = async (page: Page): Promise<void> => page.getByRole('link').last().click();

interface Booked {
  readonly amount: number;
  readonly state: { readonly status: string; readonly finished: boolean; readonly code?: string };
}

/** GOV.UK Pay's desk: its book, its clock, its faults. */
export interface PayDesk {
  /** Payments of this amount in pence, oldest first. */
  booked(amount: number): Promise<readonly Booked[]>;
  advance(seconds: number): Promise<void>;
  trouble(fault: Readonly<Record<string, unknown>>): Promise<void>;
  calm(): Promise<void>;
}

export async function payDesk(demo: Pick<DemoProcess, 'fetch'>): Promise<PayDesk> {
  const home = await (await demo.fetch('/')).text();
  // The back office has the first link that leads elsewhere, the platforms of payments the second.
  const [, address = ''] = [...home.matchAll(/href="(http:\/\/127\.0\.0\.1:\d+)"/g)].map(([, found]) => found);
  const at = (path: string): string => `${address}/govuk-pay/sandbox/${path}`;
  const post = async (path: string, body: unknown): Promise<void> => {
    const answer = await fetch(at(path), { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
  };
  return {
    booked: async (amount) => ((await (await fetch(at('payments'))).json()) as Booked[]).filter((one) => one.amount === amount),
    advance: (seconds) => post('clock', { advance: seconds }),
    trouble: (fault) => post('faults', fault),
    calm: async () => void (await fetch(at('faults'), { method: 'DELETE' })),
  };
}
