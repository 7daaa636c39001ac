import type { CouncilJourney, Answers, Journey } from '@council-kit/journeys';
import { special } from '@council-kit/journeys';
import '@council-kit/journeys/define.js';
import { fixture } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { answers, found, typeInto } from '../address-lookup/testing/recorded-addresses.fixture.ts';
import type { CouncilAddressLookup } from '../address-lookup/address-lookup.ts';
import '../define/address-lookup.ts';
import { addressOf } from './address-answer.ts';
import { addressSpecial } from './address-special.ts';

const text = (en: string) => ({ en, cy: en });
const moved: Journey = {
  name: 'moved',
  title: text('Tell us you have moved'),
  steps: [
    {
      id: 'home',
      contents: [
        {
          kind: 'special',
          special: 'address',
          name: 'home',
          label: text('What is your new address?'),
          rules: [{ rule: 'required', message: text('Enter a postcode') }],
        },
      ],
    },
  ],
  check: { title: text('Check your answers'), button: text('Send') },
};

/** A resident in a journey that asks for an address. */
class Resident {
  readonly root: ShadowRoot;
  /** What was sent, once it was. */
  readonly sent: readonly Answers[];

  private constructor(root: ShadowRoot, sent: readonly Answers[]) {
    this.root = root;
    this.sent = sent;
  }

  static async arrives(): Promise<Resident> {
    const element = document.createElement('council-journey') as CouncilJourney;
    const sent: Answers[] = [];
    Object.assign(element, {
      journey: moved,
      history: 'none',
      specials: { address: special(addressSpecial({ ask: answers })) },
      submit: (given: Answers) => {
        sent.push(given);
        return Promise.resolve({ kind: 'accepted', accepted: { reference: 'M1' } });
      },
    });
    await fixture(html`<div>${element}</div>`);
    if (!element.shadowRoot) throw new Error('there is no wall');
    const resident = new Resident(element.shadowRoot, sent);
    await resident.sees('h1', 'What is your new address?');
    await resident.sees('input[role="combobox"]');
    return resident;
  }

  get lookup(): CouncilAddressLookup {
    return this.root.querySelector('council-address-lookup') as CouncilAddressLookup;
  }
  get errors(): string[] {
    return [...this.root.querySelectorAll('.council-error-summary-list a')].map((link) => link.textContent?.trim() ?? '');
  }
  async sees(selector: string, words = ''): Promise<void> {
    const holds = (): boolean => [...this.root.querySelectorAll(selector)].some((each) => each.textContent?.includes(words));
    while (!holds()) await new Promise((done) => setTimeout(done));
  }
  goOn(): void {
    const buttons = [...this.root.querySelectorAll<HTMLButtonElement>('.council-journey-form button.council-button')];
    buttons.findLast((button) => button.type === 'submit' && !button.name)?.click();
  }
}

describe('the question “address” of a journey', () => {
  it('is answered from the list, read on the check page, and sent whole', async () => {
    const resident = await Resident.arrives();
    await found(resident.lookup, 'AM1A 1JT 7');
    expect(resident.lookup.stage).to.equal('chosen');
    const { uprn } = resident.lookup.value ?? {};
    resident.goOn();
    await resident.sees('h1', 'Check your answers');
    await resident.sees('dd', '7 Mill LaneAldermereAM1A 1JT');
    resident.goOn();
    await resident.sees('h1', '');
    while (resident.sent.length === 0) await new Promise((done) => setTimeout(done));
    expect(addressOf(resident.sent[0]?.['home'])).to.deep.include({
      uprn,
      lines: ['7 Mill Lane'],
      custodian: { code: 6991, name: 'Aldermere' },
    });
  });

  it('is answered by going on, where only one address is meant', async () => {
    const resident = await Resident.arrives();
    typeInto(resident.lookup, 'AM1A 1JT 7');
    resident.goOn();
    await resident.sees('dd', '7 Mill Lane');
  });

  it('says what is missing, in the summary and at the field, and keeps what was typed', async () => {
    const resident = await Resident.arrives();
    resident.goOn();
    await resident.sees('.council-error-summary', 'Enter a postcode');
    expect(resident.errors).to.deep.equal(['Enter a postcode']);
    typeInto(resident.lookup, 'AM1A 1JT');
    resident.goOn();
    await resident.sees('.council-error-summary', 'Select the address, or enter it manually');
    expect(resident.lookup.search).to.equal('AM1A 1JT');
    expect(resident.root.querySelector('#home-search-error')?.textContent).to.contain('Select the address, or enter it manually');
    const href = resident.root.querySelector('.council-error-summary-list a')?.getAttribute('href');
    expect(resident.root.querySelector(href ?? '')?.getAttribute('role')).to.equal('combobox');
    expect(danglingReferences(resident.root)).to.deep.equal([]);
  });

  it('is written by hand, and told field by field', async () => {
    const resident = await Resident.arrives();
    [...resident.lookup.querySelectorAll('button')].find((button) => button.textContent?.includes('Enter address manually'))?.click();
    await resident.lookup.updateComplete;
    const line = resident.root.querySelector<HTMLInputElement>('[name="home-line-1"]');
    if (line) line.value = 'The Old Barn';
    line?.dispatchEvent(new Event('input', { bubbles: true }));
    resident.goOn();
    await resident.sees('.council-error-summary', 'Enter the town or city');
    expect(resident.errors).to.deep.equal(['Enter the town or city', 'Enter the postcode']);
    expect(resident.root.querySelector('#home-town-error')?.checkVisibility()).to.equal(true);
    expect(resident.root.querySelector<HTMLInputElement>('[name="home-line-1"]')?.value).to.equal('The Old Barn');
    for (const [part, value] of [
      ['town', 'Aldermere'],
      ['postcode', 'am1a1jt'],
    ] as const) {
      const control = resident.root.querySelector<HTMLInputElement>(`[name="home-${part}"]`);
      if (control) control.value = value;
      control?.dispatchEvent(new Event('input', { bubbles: true }));
    }
    resident.goOn();
    await resident.sees('dd', 'The Old BarnAldermereAM1A 1JT');
  });
});
