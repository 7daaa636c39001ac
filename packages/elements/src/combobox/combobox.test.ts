import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { formControlContract } from '@council-kit/testing/forms.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { click, focused, press, tabStops, type } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../define/combobox.ts';
import { selectTemplate, type SelectOptions } from '../select/select.template.ts';
import type { ComboboxChooseEvent } from './combobox-choose-event.ts';
import type { CouncilCombobox } from './combobox.ts';

const wards = ['Abbey', 'Bridge', 'Castle', 'Dock', 'St Mary’s', 'Tŷ Gwyn', 'Upper Mill', 'West Hill', 'West Mill'];
const items = wards.map((text, index) => ({ value: `w${String(index)}`, text }));

const combobox = {
  tag: 'council-combobox',
  attributes: { label: 'Ward', name: 'ward', hint: 'On your polling card' },
  properties: { items },
  template: selectTemplate,
  options: {
    label: { text: 'Ward' },
    name: 'ward',
    hint: { text: 'On your polling card' },
    items: [{ value: '', text: 'Choose a ward' }, ...items],
  } as SelectOptions,
};
const both = (name: string, test: (element: CouncilCombobox, field: HTMLInputElement) => Promise<void>): void =>
  bothWays<CouncilCombobox, SelectOptions>(name, combobox, (element) => test(element, fieldOf(element)));

function fieldOf(element: CouncilCombobox): HTMLInputElement {
  const field = element.querySelector<HTMLInputElement>('input[role="combobox"]');
  if (!field) throw new Error('there is no field');
  return field;
}
const options = (element: Element): string[] =>
  [...element.querySelectorAll('[role="option"]')].filter((each) => each.checkVisibility()).map((each) => each.textContent?.trim() ?? '');
const submitted = (element: CouncilCombobox): FormDataEntryValue[] => new FormData(element.form as HTMLFormElement).getAll('ward');

/** Everything that people who listen are told from now on, in order. */
function listening(element: Element): { readonly told: string[]; readonly tells: (words: string) => Promise<void> } {
  const region = element.querySelector('[role="status"]');
  if (!region) throw new Error('nothing is announced');
  const told: string[] = [];
  let wake = (): void => undefined;
  new MutationObserver(() => {
    const words = region.textContent ?? '';
    if (words !== '') told.push(words);
    wake();
  }).observe(region, { childList: true, characterData: true, subtree: true });
  return {
    told,
    tells: async (words) => {
      while (!told.includes(words)) await new Promise<void>((done) => (wake = done));
    },
  };
}

describe('council-combobox', () => {
  formControlContract<CouncilCombobox, SelectOptions>({
    ...combobox,
    name: 'ward',
    label: 'Ward',
    blank: [''],
    given: ['w2'],
    give: async (element) => {
      fieldOf(element).focus();
      await type('Cas');
      await press('ArrowDown', 'Enter');
    },
  });

  // The numbers are those of https://github.com/alphagov/accessible-autocomplete/blob/main/accessibility-criteria.md
  describe('keeps the published criteria:', () => {
    both('1, 2: the keyboard reaches it, once, and one sees that', async (element, field) => {
      element.after(document.createElement('button'));
      const before = getComputedStyle(field).boxShadow;
      expect(await tabStops(element)).to.deep.equal([field]);
      field.focus();
      expect(getComputedStyle(field).boxShadow).to.not.equal(before);
    });

    both('3, 5, 6: it is an editable field that completes, and says how', async (_element, field) => {
      const node = await accessible(field);
      if (!node) return;
      expect([node.role, node.name, node.states['autocomplete']]).to.deep.equal(['combobox', 'Ward', 'list']);
      expect(node.description).to.match(/^On your polling card As you type, options are listed below\. .* choose with Enter/);
    });

    both('4: what is filled in already is its value', async (element, field) => {
      element.value = 'w4';
      await element.updateComplete;
      const node = await accessible(field);
      if (node) expect(node.value).to.equal('St Mary’s');
      expect(submitted(element)).to.deep.equal(['w4']);
    });

    both('7: it tells that it has opened, and closed', async (_element, field) => {
      field.focus();
      await type('w');
      const node = await accessible(field);
      if (node) expect(node.states['expanded']).to.equal(true);
      expect(field.getAttribute('aria-expanded')).to.equal('true');
      await press('Escape');
      expect(field.getAttribute('aria-expanded')).to.equal('false');
      expect(field.value).to.equal('w');
    });

    both('8, 9, 10: it tells how many fit, when that changes, and when none do', async (element, field) => {
      const { told, tells } = listening(element);
      field.focus();
      await type('west');
      await tells('2 options');
      await type(' m');
      await tells('1 option');
      expect(options(element)).to.deep.equal(['West Mill']);
      await type('x');
      await tells('Nothing matches “west mx”');
      expect(told).to.deep.equal(['2 options', '1 option', 'Nothing matches “west mx”']);
      expect(element.querySelector('.council-combobox-status')?.checkVisibility()).to.equal(true);
    });

    both('11, 12, 13, 14: one goes through the options with single keys, hears which, and its place', async (element, field) => {
      field.focus();
      await type('mi');
      await press('ArrowDown', 'ArrowDown');
      const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
      expect(active?.textContent?.trim()).to.equal('West Mill');
      const node = active && (await accessible(active));
      if (node) {
        expect([node.role, node.name, node.states['selected']]).to.deep.equal(['option', 'West Mill', true]);
      }
      expect([active?.getAttribute('aria-posinset'), active?.getAttribute('aria-setsize')]).to.deep.equal(['2', '2']);
      await press('ArrowUp', 'ArrowUp');
      expect(field.hasAttribute('aria-activedescendant')).to.equal(false);
      expect(danglingReferences(element)).to.deep.equal([]);
    });

    both('15: none is chosen before somebody does', async (element, field) => {
      field.focus();
      await type('mi');
      expect(element.querySelector('[aria-selected="true"]')).to.equal(null);
      expect(submitted(element)).to.deep.equal(['']);
    });

    both('16, 17, 18: Enter chooses, that is told, and the focus stays in the field', async (element, field) => {
      const { told, tells } = listening(element);
      let submits = 0;
      element.form?.addEventListener('submit', (event) => {
        event.preventDefault();
        submits += 1;
      });
      field.focus();
      await type('ty');
      await press('ArrowDown', 'Enter');
      await tells('Tŷ Gwyn is chosen');
      expect(told.filter((words) => words.includes('chosen'))).to.have.length(1);
      expect([field.value, submitted(element), focused(), submits]).to.deep.equal(['Tŷ Gwyn', ['w5'], field, 0]);
      expect(field.getAttribute('aria-expanded')).to.equal('false');
    });

    both('11, 16, 18: the mouse alone does as well', async (element, field) => {
      await click(field);
      expect(options(element)).to.deep.equal(wards);
      const dock = [...element.querySelectorAll('[role="option"]')].find((each) => each.textContent?.includes('Dock'));
      if (!dock) throw new Error('Dock is not offered');
      await click(dock);
      expect([field.value, submitted(element), focused(), options(element)]).to.deep.equal(['Dock', ['w3'], field, []]);
    });

    both('a press on what stands below the list hits that, though the list closes', async (element, field) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = 'Below';
      element.after(button);
      let presses = 0;
      button.addEventListener('click', () => (presses += 1));
      field.focus();
      await type('w');
      await click(button);
      while (element.expanded) await new Promise((done) => setTimeout(done));
      expect(presses).to.equal(1);
    });

    both('its tree is one list of options under the name of the field', async (element, field) => {
      field.focus();
      await type('west');
      const list = element.querySelector('[role="listbox"]');
      const node = list && (await accessible(list));
      if (!node) return;
      expect([node.role, node.name]).to.deep.equal(['listbox', 'Ward']);
    });
  });

  describe('what is typed', () => {
    both('is submitted only as an option: written out it is one, changed it is none', async (element, field) => {
      field.focus();
      await type('dock');
      expect(submitted(element)).to.deep.equal(['w3']);
      await type('s');
      expect(submitted(element)).to.deep.equal(['']);
      // Where nothing follows, Firefox gives the focus to its own window.
      element.after(document.createElement('button'));
      await press('Tab');
      expect(field.value, 'nothing typed is lost').to.equal('docks');
      expect(element.checkValidity(), 'the browser’s own checks know').to.equal(false);
    });

    both('finds words in any order, without accents, apostrophes and case', async (element, field) => {
      field.focus();
      for (const [typed, found] of [
        ['hill west', ['West Hill']],
        ['TY', ['Tŷ Gwyn']],
        ['st marys', ['St Mary’s']],
      ] as const) {
        field.select();
        await type(typed);
        expect(options(element)).to.deep.equal(found);
      }
    });

    both('is emptied: nothing is submitted any more', async (element, field) => {
      element.value = 'w1';
      field.focus();
      field.select();
      await press('Backspace');
      expect(submitted(element)).to.deep.equal(['']);
      expect(element.checkValidity()).to.equal(true);
    });
  });

  both('is where the link of an error summary leads', async (element, field) => {
    const id = element.querySelector('select')?.id ?? '';
    document.getElementById(id)?.focus({ preventScroll: true });
    expect([id, focused()]).to.deep.equal(['ward', field]);
  });

  it('takes its value before it has its options', async () => {
    const element = await fixture<CouncilCombobox>(html`<council-combobox label="Ward" name="ward"></council-combobox>`);
    element.value = 'w6';
    element.items = items;
    await element.updateComplete;
    expect([element.value, fieldOf(element).value]).to.deep.equal(['w6', 'Upper Mill']);
  });

  it('renders as many of 10,000 options as one looks at, and more as one goes on', async () => {
    const many = Array.from({ length: 10_000 }, (_, number) => ({ value: String(number), text: `${String(number)} Mill Lane` }));
    const element = await fixture<CouncilCombobox>(html`<council-combobox label="Street" name="street" .items=${many}></council-combobox>`);
    const field = fieldOf(element);
    field.focus();
    await type('mill');
    expect(options(element).length).to.be.lessThan(100);
    const [first] = element.querySelectorAll('[role="option"]');
    expect(first?.getAttribute('aria-setsize')).to.equal('10000');
    const list = element.querySelector<HTMLElement>('[role="listbox"]');
    const before = options(element).length;
    list?.scrollTo(0, list.scrollHeight);
    await new Promise((done) => list?.addEventListener('scroll', done, { once: true }));
    await new Promise(requestAnimationFrame);
    expect(options(element).length).to.be.greaterThan(before);
    for (let key = 0; key < 130; key += 1) field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    const active = document.getElementById(field.getAttribute('aria-activedescendant') ?? '');
    expect(active?.textContent?.trim()).to.equal('129 Mill Lane');
    expect(element.querySelectorAll('[aria-selected="true"]').length).to.equal(1);
  });

  describe('a search', () => {
    const searching = async (): Promise<{ element: CouncilCombobox; field: HTMLInputElement }> => {
      const element = await fixture<CouncilCombobox>(
        html`<council-combobox search label="Address" name="address" hint="The beginning is enough"></council-combobox>`,
      );
      return { element, field: fieldOf(element) };
    };
    const found = (...texts: string[]) => texts.map((text) => ({ text }));

    it('submits what is typed, shows what is found for it, and tells both once and in order', async () => {
      const { element, field } = await searching();
      const { told, tells } = listening(element);
      field.focus();
      await type('mill');
      expect([element.value, options(element)]).to.deep.equal(['mill', []]);
      element.busy = true;
      await tells('Searching…');
      element.busy = false;
      element.items = found('1 Mill Lane', '2 Mill Lane');
      await tells('2 options');
      element.items = [];
      element.status = 'Nothing is like that';
      await tells('Nothing is like that');
      // The same said again is nothing new.
      element.requestUpdate('items', null);
      element.status = 'Nothing is like that';
      await element.updateComplete;
      element.status = '';
      element.items = found('9 Mill Lane');
      await tells('1 option');
      expect(told).to.deep.equal(['Searching…', '2 options', 'Nothing is like that', '1 option']);
    });

    it('says nothing of what is overtaken while somebody types', async () => {
      const { element, field } = await searching();
      const { told, tells } = listening(element);
      field.focus();
      for (const texts of [['a'], ['a', 'b'], ['a', 'b', 'c']]) {
        element.busy = true;
        await element.updateComplete;
        element.busy = false;
        element.items = found(...texts);
        await element.updateComplete;
      }
      await tells('3 options');
      expect(told).to.deep.equal(['3 options']);
    });

    it('tells which was chosen, and gives the focus back', async () => {
      const { element, field } = await searching();
      const chosen: string[] = [];
      element.addEventListener('council-combobox-choose', (event: ComboboxChooseEvent) => chosen.push(event.item.text));
      field.focus();
      await type('x');
      element.items = found('1 Mill Lane', '2 Mill Lane');
      await element.updateComplete;
      await press('ArrowDown', 'ArrowDown', 'Enter');
      expect([chosen, field.value, focused(), element.expanded]).to.deep.equal([['2 Mill Lane'], '2 Mill Lane', field, false]);
    });

    it('stays closed when it was closed, until somebody types or asks for it', async () => {
      const { element, field } = await searching();
      field.focus();
      element.items = found('1 Mill Lane');
      await element.updateComplete;
      expect(element.expanded).to.equal(true);
      await press('Escape');
      element.items = found('1 Mill Lane', '2 Mill Lane');
      await element.updateComplete;
      expect(element.expanded).to.equal(false);
      await press('ArrowDown');
      expect(element.expanded).to.equal(true);
    });

    it('keeps its place when more is found', async () => {
      const { element, field } = await searching();
      const first = found('1 Mill Lane', '2 Mill Lane');
      field.focus();
      element.items = first;
      await element.updateComplete;
      await press('ArrowDown', 'ArrowDown');
      element.items = [...first, ...found('3 Mill Lane')];
      await element.updateComplete;
      expect(document.getElementById(field.getAttribute('aria-activedescendant') ?? '')?.textContent?.trim()).to.equal('2 Mill Lane');
    });

    it('gathers what belongs together', async () => {
      const { element, field } = await searching();
      field.focus();
      element.items = [{ text: '1 Mill Lane' }, { text: 'Flat 1', group: 'Heron Court' }, { text: 'Flat 2', group: 'Heron Court' }];
      await element.updateComplete;
      const group = element.querySelector('[role="group"]');
      const node = group && (await accessible(group));
      if (node) expect([node.role, node.name]).to.deep.equal(['group', 'Heron Court']);
      expect(options(element)).to.deep.equal(['1 Mill Lane', 'Flat 1', 'Flat 2']);
      expect(danglingReferences(element)).to.deep.equal([]);
    });
  });
});
