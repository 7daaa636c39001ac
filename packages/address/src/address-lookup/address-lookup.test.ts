import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { expectAccessible } from '@council-kit/testing/accessibility.js';
import { fixture, serverWritten } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { click, focused, press, type } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import type { Address } from '../contract/address.ts';
import '../define/address-lookup.ts';
import type { AskAddresses } from '../question/address-question.ts';
import type { AddressChangeEvent } from './address-change-event.ts';
import { addressLookupTemplate } from './address-lookup.template.ts';
import type { CouncilAddressLookup } from './address-lookup.ts';
import {
  addressesAt,
  answers,
  found,
  nobody,
  outcomes,
  problem,
  SlowGateway,
  tower,
  typeInto,
} from './testing/recorded-addresses.fixture.ts';

/** A resident at the element, in a form. */
class Resident {
  readonly element: CouncilAddressLookup;
  readonly form: HTMLFormElement;

  private constructor(form: HTMLFormElement) {
    this.form = form;
    this.element = form.querySelector('council-address-lookup') as CouncilAddressLookup;
  }

  static async arrives(
    ask: AskAddresses = answers,
    attributes: { area?: 'council' | 'anywhere'; lang?: string; pause?: number } = {},
  ): Promise<Resident> {
    const { area = 'council', lang = 'en', pause = 0 } = attributes;
    return new Resident(
      await fixture<HTMLFormElement>(
        html`<form lang=${lang}>
          <council-address-lookup
            name="home"
            legend="What is your address?"
            area=${area}
            pause=${pause}
            .ask=${ask}
          ></council-address-lookup
          ><button>Continue</button>
        </form>`,
      ),
    );
  }

  get field(): HTMLInputElement {
    return this.element.querySelector('input[role="combobox"]') as HTMLInputElement;
  }
  get options(): string[] {
    return this.all('[role="option"]');
  }
  /** What is told of what is the matter. */
  get told(): string {
    return this.all('.council-address-said').join(' ');
  }
  get submitted(): Record<string, string> {
    return Object.fromEntries(
      [...new FormData(this.form)].map(([name, value]) => [name, String(value)]).filter(([, value]) => value !== ''),
    );
  }
  all(selector: string): string[] {
    return [...this.element.querySelectorAll(selector)]
      .filter((each) => each.checkVisibility())
      .map((each) => each.textContent?.replace(/\s+/g, ' ').trim() ?? '');
  }
  shown(part: string): HTMLInputElement {
    const control = this.form.elements.namedItem(`home-${part}`) as HTMLInputElement;
    if (!control.checkVisibility()) throw new Error(`${part} is not shown`);
    return control;
  }
  button(words: string): HTMLButtonElement {
    const button = [...this.element.querySelectorAll('button')].find(
      (each) => each.checkVisibility() && each.textContent?.trim() === words,
    );
    if (!button) throw new Error(`there is no button “${words}”`);
    return button;
  }
  /** Presses one of the ways to the written fields, and is in them. */
  async goesByHand(words = 'Enter address manually'): Promise<void> {
    await click(this.button(words));
    await this.sees(() => this.element.stage === 'by-hand');
    while (focused() !== this.shown('line-1')) await new Promise((done) => setTimeout(done));
  }
  types(text: string): void {
    typeInto(this.element, text);
  }
  async write(part: string, text: string): Promise<void> {
    this.shown(part).focus();
    this.shown(part).select();
    await type(text);
  }
  /** Waits until something is so. */
  async sees(what: () => boolean): Promise<void> {
    if (what()) return;
    await new Promise<void>((done) => {
      const observer = new MutationObserver(() => {
        if (!what()) return;
        observer.disconnect();
        done();
      });
      observer.observe(this.element, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  }
}

describe('<council-address-lookup>', () => {
  describe('from a postcode to an address', () => {
    it('lists what a postcode has in the order in which people look, flats under their building, and submits what is chosen', async () => {
      const resident = await Resident.arrives();
      const told: (Address | undefined)[] = [];
      resident.element.addEventListener('council-address-change', ({ address }: AddressChangeEvent) => told.push(address));
      resident.types('am1a-1jt.');
      await resident.sees(() => resident.options.length === 10);
      expect(resident.options).to.deep.equal([
        '1 Mill Lane, Aldermere, AM1A 1JT',
        '1A Mill Lane, Aldermere, AM1A 1JT',
        '2 Mill Lane, Aldermere, AM1A 1JT',
        'Flat 1',
        'Flat 2',
        'Flat 10',
        '7 Mill Lane, Aldermere, AM1A 1JT',
        '10 Mill Lane, Aldermere, AM1A 1JT',
        '12 Mill Lane, Aldermere, AM1A 1JT',
        '12A Mill Lane, Aldermere, AM1A 1JT',
      ]);
      expect(resident.all('.council-combobox-heading')).to.deep.equal(['Heron Court, 5 Mill Lane']);
      await press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
      await resident.sees(() => resident.element.stage === 'chosen');
      expect(resident.told).to.contain('Your address Flat 2Heron Court5 Mill LaneAldermereAM1A 1JT');
      const { 'home-uprn': uprn, ...rest } = resident.submitted;
      expect(uprn).to.match(/^\d{9}$/);
      expect(rest).to.deep.equal({
        'home-search': 'Flat 2, Heron Court, 5 Mill Lane, Aldermere, AM1A 1JT',
        'home-line-1': 'Flat 2',
        'home-line-2': 'Heron Court',
        'home-line-3': '5 Mill Lane',
        'home-town': 'Aldermere',
        'home-postcode': 'AM1A 1JT',
        'home-stage': 'chosen',
        'home-source': 'DPA',
        'home-usrn': '49000014',
        'home-latitude': '52.42',
        'home-longitude': '-4.61',
        'home-classification': 'RD06',
        'home-custodian': '6991',
        'home-custodian-name': 'Aldermere',
      });
      expect(told.map((address) => address?.uprn)).to.deep.equal([uprn]);
      expect(resident.element.value?.uprn).to.equal(uprn);
      expect(resident.element.check()).to.deep.equal([]);
    });

    it('narrows by what else is typed, without asking again', async () => {
      const gateway = new SlowGateway();
      const resident = await Resident.arrives(gateway.ask);
      resident.types('AM1A 1JT');
      (await gateway.next(1)).answer(await answers({ by: { postcode: 'AM1A 1JT' }, area: 'council' }, { language: 'en' }));
      await resident.sees(() => resident.options.length === 10);
      resident.types('AM1A 1JT 12');
      await resident.sees(() => resident.options.length === 2);
      resident.types('flat 10, AM1A 1JT');
      await resident.sees(() => resident.options.length === 1);
      expect(resident.options).to.deep.equal(['Flat 10, Heron Court, 5 Mill Lane, Aldermere, AM1A 1JT']);
      expect(gateway.asked.length).to.equal(1);
    });

    it('skips the list where only one is meant', async () => {
      const resident = await Resident.arrives();
      resident.types('AM1A 1JT 7');
      await press('Enter');
      await resident.sees(() => resident.element.stage === 'chosen');
      expect(resident.submitted['home-line-1']).to.equal('7 Mill Lane');
      expect(focused()).to.equal(resident.field);
    });

    it('loads a tower whole, and stays a list one can use', async () => {
      const resident = await Resident.arrives(outcomes(tower));
      resident.types('AM9 9ZZ');
      await resident.sees(() => resident.element.querySelector('[role="option"]')?.getAttribute('aria-setsize') === '250');
      expect(resident.all('.council-combobox-heading')).to.deep.equal(['Kestrel Tower, 1 Quay Street']);
      resident.types('AM9 9ZZ flat 212');
      await resident.sees(() => resident.options.length === 1);
      expect(resident.options).to.deep.equal(['Flat 212, Kestrel Tower, 1 Quay Street, Aldermere, AM9 9ZZ']);
    });

    it('finds by the beginning of an address', async () => {
      const resident = await Resident.arrives();
      resident.types('12 mill la');
      await resident.sees(() => resident.options.length > 0);
      expect(resident.options).to.deep.equal(['12 Mill Lane, Aldermere, AM1A 1JT']);
    });

    it('asks in Welsh on a Welsh page, and speaks it', async () => {
      const gateway = new SlowGateway();
      let language = '';
      const resident = await Resident.arrives(
        (question, asking) => {
          language = asking.language;
          return gateway.ask(question, asking);
        },
        { lang: 'cy' },
      );
      resident.types('AM1A 1JT');
      (await gateway.next(1)).answer({ kind: 'unreachable' });
      await resident.sees(() => resident.told !== '');
      expect([language, resident.told]).to.deep.equal([
        'cy',
        'Mae’n ddrwg gennym, nid yw’r chwiliad cyfeiriadau ar gael Rhowch y cyfeiriad â llaw, neu rhowch gynnig arall arni. Rhoi cynnig arall arni',
      ]);
    });
  });

  describe('asks', () => {
    it('when whoever types has paused, and once', async () => {
      const gateway = new SlowGateway();
      const resident = await Resident.arrives(gateway.ask, { pause: 40 });
      resident.field.focus();
      for (const typed of ['mil', 'mill', 'mill ', 'mill l', 'mill la']) resident.types(typed);
      const { question } = await gateway.next(1);
      expect([question.by, gateway.asked.length]).to.deep.equal([{ words: 'mill la' }, 1]);
    });

    it('and never shows what is overtaken: the question before is given up, whatever answers first', async () => {
      const gateway = new SlowGateway();
      const resident = await Resident.arrives(gateway.ask);
      resident.types('mill lane');
      const first = await gateway.next(1);
      resident.types('quay street');
      const second = await gateway.next(2);
      expect(first.signal.aborted).to.equal(true);
      second.answer({ kind: 'answer', status: 200, value: addressesAt(['1 Quay Street']) });
      await resident.sees(() => resident.options.length > 0);
      first.answer({ kind: 'answer', status: 200, value: addressesAt(['1 Mill Lane', '2 Mill Lane']) });
      await new Promise((done) => setTimeout(done));
      expect(resident.options).to.deep.equal(['1 Quay Street, Aldermere, AM1A 1JT']);
    });

    it('until somebody stops it', async () => {
      const gateway = new SlowGateway();
      const resident = await Resident.arrives(gateway.ask);
      resident.types('AM1A 1JT');
      const { signal } = await gateway.next(1);
      await resident.sees(() => resident.element.querySelector('.council-address-looking') !== null);
      resident.element.querySelector<HTMLButtonElement>('.council-address-looking button')?.click();
      await resident.sees(() => resident.told.startsWith('Stopped looking'));
      expect([signal.aborted, focused()]).to.deep.equal([true, resident.field]);
      resident.button('Try again').click();
      (await gateway.next(2)).answer({ kind: 'answer', status: 200, value: addressesAt(['1 Mill Lane', '2 Mill Lane']) });
      await resident.sees(() => resident.options.length === 2);
    });

    it('again by itself where the service is busy, and says so', async () => {
      const gateway = new SlowGateway();
      const resident = await Resident.arrives(gateway.ask);
      resident.types('AM1A 1JT');
      (await gateway.next(1)).answer(problem(429, 'addresses_busy', { retryAfter: 1 }));
      await resident.sees(() => resident.told === 'The address service is busy. Trying again in 1 second.');
      (await gateway.next(2)).answer({ kind: 'answer', status: 200, value: addressesAt(['1 Mill Lane', '2 Mill Lane']) });
      await resident.sees(() => resident.options.length === 2);
      expect(resident.told).to.equal('');
    });

    it('the gateway at its address, with the language, the area and a page', async () => {
      const asked: string[] = [];
      const original = window.fetch;
      window.fetch = (input) => {
        asked.push(String(input));
        return Promise.resolve(Response.json(addressesAt(['1 Mill Lane', '2 Mill Lane'])));
      };
      try {
        const element = await fixture<CouncilAddressLookup>(
          html`<council-address-lookup gateway="/council/" area="anywhere" pause="0"></council-address-lookup>`,
        );
        typeInto(element, 'AM1A 1JT');
        while (!element.querySelector('[role="option"]')) await new Promise((done) => setTimeout(done));
        expect(asked).to.deep.equal([
          new URL('/council/addresses?postcode=AM1A+1JT&area=anywhere&lang=en&limit=100&offset=0', location.href).href,
        ]);
      } finally {
        window.fetch = original;
      }
    });
  });

  describe('what goes wrong has its own sentence and a way on:', () => {
    const cases: readonly (readonly [string, string, AskAddresses, string])[] = [
      ['not a postcode', 'QQ1 1AA', answers, 'QQ1 1AA is not a UK postcode. Check it: it is like SW1A 2AA'],
      [
        'no such postcode, which may be new',
        'AM1 9ZZ',
        nobody('postcode_not_found'),
        'We cannot find the postcode AM1 9ZZ Check the postcode. New postcodes can take a few weeks to appear. You can enter the address manually.',
      ],
      [
        'no longer used',
        'AM1 9ZY',
        nobody('postcode_terminated', 'It ended in March 2021.'),
        'The postcode AM1 9ZY is no longer used It ended in March 2021.',
      ],
      [
        'another council’s',
        'AS1 1AA',
        outcomes({ ...addressesAt([]), outside: [{ name: 'Ashton', url: 'https://www.ashton.example', addresses: 9 }] }),
        'This address is in the area of Ashton This service is for addresses in our area. Go to Ashton',
      ],
      [
        'the service is down',
        'AM1A 1JT',
        () => Promise.resolve({ kind: 'unreachable' }),
        'Sorry, address search is not available Enter the address manually, or try again. Try again',
      ],
      ['forces’ post', 'bfpo61', answers, 'The addresses of BFPO 61 are not in our list Enter the address manually.'],
      ['Girobank’s', 'GIR 0AA', answers, 'The addresses of GIR 0AA are not in our list Enter the address manually.'],
      ['overseas', 'fiqq1zz', answers, 'The addresses of FIQQ 1ZZ are not in our list Enter the address manually.'],
      [
        'no such number',
        'AM1A 1JT 99z',
        answers,
        'Nothing at AM1A 1JT is like “99z” Take it away to see all addresses of the postcode, or enter the address manually.',
      ],
      [
        'nothing like it',
        'qwertyuiop',
        outcomes(addressesAt([])),
        'We cannot find an address like “qwertyuiop” Check it, enter a postcode, or enter the address manually.',
      ],
      ['half a postcode', 'AM1A', answers, 'Enter the whole postcode, like SW1A 2AA'],
      ['nothing typed', '', answers, 'Enter a postcode, or the start of the address'],
    ];
    for (const [what, typed, ask, told] of cases) {
      it(what, async () => {
        const resident = await Resident.arrives(ask);
        await found(resident.element, typed);
        await resident.sees(() => resident.told !== '');
        expect(resident.told).to.equal(told);
        expect(resident.button('Enter address manually').checkVisibility()).to.equal(true);
        expect(danglingReferences(resident.element)).to.deep.equal([]);
        await expectAccessible(resident.element);
      });
    }

    it('people who listen are told it once', async () => {
      const resident = await Resident.arrives(nobody('postcode_not_found'));
      const region = resident.element.querySelector('[role="status"]');
      const told: string[] = [];
      let wake = (): void => undefined;
      if (region)
        new MutationObserver(() => {
          if (region.textContent) told.push(region.textContent);
          wake();
        }).observe(region, { childList: true, characterData: true, subtree: true });
      resident.types('AM1 9ZZ');
      while (!told.some((words) => words.startsWith('We cannot find'))) await new Promise<void>((done) => (wake = done));
      resident.button('Find address').click();
      await new Promise((done) => setTimeout(done, 0));
      expect(told.filter((words) => words.startsWith('We cannot find the postcode AM1 9ZZ'))).to.have.length(1);
    });
  });

  describe('by hand', () => {
    it('begins with what was typed, at any point, and goes where one writes', async () => {
      const resident = await Resident.arrives();
      resident.types('14 Mill Lane AM1A 1JT');
      await resident.sees(() => resident.told.startsWith('Nothing at AM1A 1JT'));
      await resident.goesByHand();
      expect([resident.shown('line-1').value, resident.shown('postcode').value]).to.deep.equal(['14 Mill Lane', 'AM1A 1JT']);
      await resident.write('town', 'Aldermere');
      expect(resident.submitted).to.include({ 'home-line-1': '14 Mill Lane', 'home-town': 'Aldermere', 'home-stage': 'by-hand' });
      expect(resident.element.check()).to.deep.equal([]);
    });

    it('changing any part of what was chosen takes away all that was known; writing it back brings it back', async () => {
      const resident = await Resident.arrives();
      resident.types('AM1A 1JT 7');
      await press('Enter');
      await resident.sees(() => resident.element.stage === 'chosen');
      const { uprn } = resident.element.value ?? {};
      await resident.goesByHand('Change the address by hand');
      expect(resident.submitted['home-uprn']).to.equal(uprn);
      await resident.write('line-1', '7A Mill Lane');
      expect(Object.keys(resident.submitted).sort()).to.deep.equal([
        'home-line-1',
        'home-postcode',
        'home-search',
        'home-source',
        'home-stage',
        'home-town',
      ]);
      expect(resident.element.value?.source).to.equal('by-hand');
      await resident.write('line-1', '7 Mill Lane');
      expect(resident.submitted['home-uprn']).to.equal(uprn);
    });

    it('keeps what was written while another is looked for', async () => {
      const resident = await Resident.arrives();
      await resident.goesByHand();
      await type('The Old Barn');
      await click(resident.button('Look the address up instead'));
      await resident.sees(() => resident.element.stage === 'search');
      while (focused() !== resident.field) await new Promise((done) => setTimeout(done));
      expect(resident.submitted).to.deep.equal({ 'home-stage': 'search' });
      await resident.goesByHand();
      expect(resident.shown('line-1').value).to.equal('The Old Barn');
    });

    it('is filled in by browsers: each field says what it is', async () => {
      const resident = await Resident.arrives(answers, { area: 'anywhere' });
      await resident.goesByHand();
      expect(['line-1', 'line-2', 'town', 'postcode', 'country'].map((part) => resident.shown(part).autocomplete)).to.deep.equal([
        'address-line1',
        'address-line2',
        'address-level2',
        'postal-code',
        'country-name',
      ]);
      const node = await accessible(resident.shown('line-1'));
      if (node) expect(node.name).to.equal('Address line 1');
    });

    it('is told what is missing, field by field', async () => {
      const resident = await Resident.arrives();
      await resident.goesByHand();
      const errors = resident.element.check();
      await resident.element.updateComplete;
      expect(errors.map(({ field }) => field)).to.deep.equal(['home-line-1', 'home-town', 'home-postcode']);
      expect(resident.all('.council-error-message')).to.deep.equal(errors.map(({ message }) => `Error: ${message}`));
      expect(danglingReferences(resident.element)).to.deep.equal([]);
      await expectAccessible(resident.element);
    });
  });

  describe('is a control of its form', () => {
    it('around fields that the server wrote, under names of the council’s own', async () => {
      const names = { uprn: 'property', 'line-1': 'street' } as const;
      const written = await serverWritten(
        addressLookupTemplate,
        { name: 'home', names, legend: { text: 'Address' } },
        '@council-kit/address',
      );
      const element = document.createElement('council-address-lookup');
      Object.assign(element, { name: 'home', names, pause: 0, ask: answers });
      element.append(...written);
      const form = await fixture<HTMLFormElement>(html`<form>${element}</form>`);
      await found(element, 'AM1A 1JT 7');
      expect(element.stage).to.equal('chosen');
      const data = new FormData(form);
      expect([data.get('street'), data.get('property')]).to.deep.equal(['7 Mill Lane', element.value?.uprn]);
      expect(form.querySelectorAll('input[name="street"]').length).to.equal(1);
    });

    it('with what it was given by the server, chosen or written', async () => {
      const [address] = addressesAt(['7 Mill Lane']).addresses;
      const written = await serverWritten(addressLookupTemplate, { name: 'home', value: address }, '@council-kit/address');
      const element = document.createElement('council-address-lookup');
      Object.assign(element, { name: 'home', ask: answers });
      element.append(...written);
      await fixture(html`<form>${element}</form>`);
      expect([element.stage, element.value?.uprn]).to.deep.equal(['chosen', address?.uprn]);
    });

    it('is set, emptied and reset', async () => {
      const resident = await Resident.arrives();
      const [address] = addressesAt(['7 Mill Lane']).addresses;
      resident.element.value = address;
      await resident.element.updateComplete;
      expect([resident.element.stage, resident.submitted['home-uprn']]).to.deep.equal(['chosen', address?.uprn]);
      resident.form.reset();
      await resident.sees(() => resident.element.stage === 'search');
      expect(resident.submitted).to.deep.equal({ 'home-stage': 'search' });
    });

    it('submits nothing while disabled', async () => {
      const resident = await Resident.arrives();
      resident.element.disabled = true;
      await resident.element.updateComplete;
      expect([...new FormData(resident.form)]).to.deep.equal([]);
      resident.element.disabled = false;
      await resident.element.updateComplete;
      expect(resident.field.matches(':disabled')).to.equal(false);
    });
  });

  it('takes a postcode of 10,000 characters for what it is', async () => {
    const resident = await Resident.arrives(outcomes(addressesAt([])));
    await found(resident.element, 'AM1A 1JT'.repeat(1_250));
    expect(resident.told.length).to.be.lessThan(400);
  });
});
