import { expect } from '@open-wc/testing';
import { fixture } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { html } from 'lit';
import '../define/direct-debit.ts';
import { answeringGateway, gatewayAddress, problem, until, words, type Answer } from '../testing/answering-gateway.ts';
import { directDebitForm, directDebitGateway } from '../testing/direct-debits.ts';
import type { CouncilDirectDebit } from './direct-debit.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;
afterEach(() => {
  gateway?.remove();
  document.documentElement.lang = 'en';
});

/** A resident at the widget. */
class Resident {
  readonly root: ShadowRoot;

  private constructor(root: ShadowRoot) {
    this.root = root;
  }

  static async arrives(instead: Answer = () => undefined): Promise<Resident> {
    gateway = answeringGateway(async (asked) => (await instead(asked)) ?? directDebitGateway(asked));
    const element = await fixture<CouncilDirectDebit>(
      html`<council-direct-debit gateway=${gatewayAddress} history="none"><a href="/direct-debit">Direct Debit</a></council-direct-debit>`,
    );
    if (!element.shadowRoot) throw new Error('there is no wall');
    const resident = new Resident(element.shadowRoot);
    await resident.sees('h1');
    return resident;
  }

  sees(selector: string, text = ''): Promise<void> {
    return until(this.root, () =>
      [...this.root.querySelectorAll(selector)].some((each) => each.textContent?.replace(/\s+/g, ' ').includes(text)),
    );
  }

  fill(values: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(values)) {
      const control = this.root.querySelector<HTMLInputElement>(`[name="${name}"]`);
      if (!control) throw new Error(`no control is named ${name}`);
      control.value = value;
    }
  }

  pick(name: string, value: string): void {
    this.root.querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)?.click();
  }

  go(): void {
    const buttons = [...this.root.querySelectorAll<HTMLButtonElement>('.council-journey-form button.council-button')];
    buttons.findLast((button) => button.type === 'submit' && !button.name)?.click();
  }

  get errors(): string[] {
    return [...this.root.querySelectorAll('.council-error-summary-list a')].map((link) => link.textContent?.trim() ?? '');
  }

  async toBank(): Promise<void> {
    this.pick('authorised', 'yes');
    this.go();
    await this.sees('h1', 'What is your council tax account number?');
    this.fill({ account: '501 231 231' });
    this.go();
    await this.sees('h1', 'What are the bank');
  }

  async toCheck(): Promise<void> {
    await this.toBank();
    this.fill({ 'bank-name': 'Ann Jones', 'bank-sort-code': '00-00-10', 'bank-account-number': '734446' });
    this.go();
    await this.sees('h1', 'On which day');
    this.pick('day', '15');
    this.go();
    await this.sees('h1', 'confirmation');
    this.go();
    await this.sees('h1', 'Check your Direct Debit');
  }
}

const sent = () => gateway?.asked.filter(({ path, method }) => path === '/direct-debits' && method === 'POST') ?? [];

describe('<council-direct-debit>', () => {
  it('goes from the question who may to the date of the first payment, with the account masked on the way', async () => {
    const resident = await Resident.arrives();
    await resident.toCheck();
    const check = words(resident.root, 'dl');
    expect(check).to.contain('Ann Jones').and.to.contain('•• •• 10, •••• 4446').and.to.contain('The 15th');
    expect(check).not.to.contain('734446');
    expect(danglingReferences(resident.root)).to.deep.equal([]);
    resident.go();
    await resident.sees('h1', 'Your Direct Debit is set up');
    const text = resident.root.textContent?.replace(/\s+/g, ' ') ?? '';
    expect(text).to.contain('DD7Q2KM9XH').and.to.contain('first payment of £185.00 on 15 December 2026');
    expect(text).to.contain('a confirmation by letter').and.to.contain('at least 10 working days before we take a payment');
    expect(text).to.contain('NORTHGATE COUNCIL will notify you 10 working days in advance');
    expect(sent().map(({ body }) => body)).to.deep.equal([
      { account: '501 231 231', accountName: 'Ann Jones', sortCode: '00-00-10', accountNumber: '734446', day: 15, authorised: true },
    ]);
  });

  it('does not let somebody go on who may not, and says what they can do', async () => {
    const resident = await Resident.arrives();
    resident.pick('authorised', 'no');
    await resident.sees('.council-inset-text', 'paper form');
    resident.go();
    await resident.sees('.council-error-summary', 'You cannot set it up here');
  });

  it('says what is wrong with bank details at each field, and keeps them', async () => {
    const resident = await Resident.arrives();
    await resident.toBank();
    resident.go();
    await resident.sees('.council-error-message', 'Enter the name on the account');
    expect(resident.errors).to.deep.equal(['Enter the name on the account', 'Enter the sort code', 'Enter the account number']);
    resident.fill({ 'bank-name': '12345678', 'bank-sort-code': '12-34', 'bank-account-number': 'abc' });
    resident.go();
    await resident.sees('.council-error-summary', 'not its number');
    expect(resident.errors).to.deep.equal([
      'Enter the name on the account, not its number',
      'The sort code must have 6 numbers, like 30 94 30',
      'The account number must have between 6 and 8 numbers, like 00733445',
    ]);
    expect(resident.root.querySelector<HTMLInputElement>('[name="bank-sort-code"]')?.value).to.equal('12-34');
    expect(danglingReferences(resident.root)).to.deep.equal([]);
  });

  it('finds a mistyped account number before it is sent, and takes what the tables do not know', async () => {
    const resident = await Resident.arrives();
    await resident.toBank();
    resident.fill({ 'bank-name': 'Ann Jones', 'bank-sort-code': '000010', 'bank-account-number': '00734447' });
    resident.go();
    await resident.sees('.council-error-message', 'does not go with this sort code');
    resident.fill({ 'bank-sort-code': '309430' });
    resident.go();
    await resident.sees('h1', 'On which day');
    expect(resident.root.textContent).not.to.contain('correct');
  });

  it('does not show an account again that was right', async () => {
    const resident = await Resident.arrives();
    await resident.toCheck();
    const change = [...resident.root.querySelectorAll<HTMLAnchorElement>('dl a')].find(
      (link) => link.textContent?.includes('account') && link.href.includes('bank'),
    );
    change?.click();
    await resident.sees('h1', 'What are the bank');
    await resident.sees('.council-inset-text', '•• •• 10, •••• 4446');
    // What is heard is the ends of both, and no bullets.
    expect(words(resident.root, '.council-inset-text .council-visually-hidden')).to.equal(
      'sort code ending 10, account number ending 4446',
    );
    expect(resident.root.querySelector('.council-inset-text [aria-hidden="true"]')?.textContent).to.equal('•• •• 10, •••• 4446');
    for (const input of resident.root.querySelectorAll('input')) expect(input.value).not.to.match(/734446|00-00-10|Ann Jones/);
    // What is left empty is kept: only the name is another.
    resident.fill({ 'bank-name': 'A Jones' });
    resident.go();
    await resident.sees('dl', 'A Jones');
    expect(words(resident.root, 'dl')).to.contain('•• •• 10, •••• 4446');
  });

  it('tells for each day when the first payment would be', async () => {
    const resident = await Resident.arrives();
    await resident.toBank();
    resident.fill({ 'bank-name': 'Ann Jones', 'bank-sort-code': '309430', 'bank-account-number': '00733445' });
    resident.go();
    await resident.sees('h1', 'On which day');
    const hints = [...resident.root.querySelectorAll('.council-choices-hint')].map((hint) => hint.textContent?.trim() ?? '');
    expect(hints.length).to.equal(3);
    for (const hint of hints) expect(hint).to.match(/^First payment on \d{1,2} \w+ \d{4}$/);
  });

  it('asks for ten or twelve instalments where the council takes both, and sends which', async () => {
    const resident = await Resident.arrives(({ path }) =>
      path === '/direct-debits/form' ? { ...directDebitForm, twelve: true } : undefined,
    );
    await resident.toBank();
    resident.fill({ 'bank-name': 'Ann Jones', 'bank-sort-code': '00-00-10', 'bank-account-number': '734446' });
    resident.go();
    await resident.sees('h1', 'On which day');
    resident.pick('day', '15');
    resident.go();
    await resident.sees('h1', 'How many instalments a year');
    resident.go();
    await resident.sees('.council-error-summary', 'Select how many instalments you want to pay');
    resident.pick('instalments', '12');
    resident.go();
    await resident.sees('h1', 'confirmation');
    resident.go();
    await resident.sees('dl', '12, from April to March');
    resident.go();
    await resident.sees('h1', 'Your Direct Debit is set up');
    expect(sent().map(({ body }) => (body as { instalments: number }).instalments)).to.deep.equal([12]);
  });

  it('says that it was not sent, keeps everything, and sends it again under the same key', async () => {
    let down = true;
    const resident = await Resident.arrives(({ path, method }) => {
      if (down && path === '/direct-debits' && method === 'POST') throw new TypeError('Failed to fetch');
      return undefined;
    });
    await resident.toCheck();
    resident.go();
    await resident.sees('button', 'Try again');
    down = false;
    [...resident.root.querySelectorAll('button')].find((button) => button.textContent?.includes('Try again'))?.click();
    await resident.sees('h1', 'Your Direct Debit is set up');
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
  });

  it('shows what the gateway finds wrong at its field', async () => {
    const resident = await Resident.arrives(({ path, method }) =>
      path === '/direct-debits' && method === 'POST'
        ? problem(422, 'There is a problem', {
            errors: [{ field: 'accountNumber', message: 'This account number does not go with this sort code' }],
          })
        : undefined,
    );
    await resident.toCheck();
    resident.go();
    await resident.sees('#bank-account-number-error', 'does not go with this sort code');
  });

  it('speaks Welsh', async () => {
    document.documentElement.lang = 'cy';
    const resident = await Resident.arrives();
    expect(words(resident.root, 'h1')).to.contain('Ai chi yw deiliad y cyfrif');
  });
});
