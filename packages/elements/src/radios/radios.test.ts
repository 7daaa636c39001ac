import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture, page, rendered } from '@council-kit/testing/fixture.js';
import { formControlContract } from '@council-kit/testing/forms.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { click, focused, press, type } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html, render } from 'lit';
import '../define/radios.ts';
import type { Choice, ChoiceGroup } from '../choices/choices.template.ts';
import type { CouncilRadios } from './radios.ts';
import { radiosTemplate, type RadiosOptions } from './radios.template.ts';

const items = [
  { value: 'bag', text: 'One bag' },
  { value: 'van', text: 'A van full', hint: { text: 'Furniture' } },
  { divider: 'or' },
  { value: 'unsure', text: 'I am not sure' },
];
const radios = {
  tag: 'council-radios',
  attributes: { legend: 'How much is there?', name: 'amount', hint: 'Your best guess will do' },
  properties: {},
  template: radiosTemplate,
  options: {
    name: 'amount',
    fieldset: { legend: { text: 'How much is there?' } },
    hint: { text: 'Your best guess will do' },
    items,
  } as RadiosOptions,
};
const generated = { ...radios, attributes: { ...radios.attributes, items: JSON.stringify(items) } };

const input = (element: Element, value: string): HTMLInputElement => {
  const found = element.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (!found) throw new Error(`no choice ${value}`);
  return found;
};

describe('council-radios', () => {
  formControlContract<CouncilRadios, RadiosOptions>({
    ...generated,
    name: 'amount',
    label: 'One bag',
    blank: [],
    given: ['van'],
    give: async (element) => {
      await click(input(element, 'van'));
    },
  });

  bothWays<CouncilRadios, RadiosOptions>(
    'is a group named by its legend, described by its hint; each choice by its own',
    generated,
    async (element) => {
      const group = await accessible(element.querySelector('fieldset') ?? element);
      const choice = await accessible(input(element, 'van'));
      if (!group || !choice) return;
      expect([group.role, group.name, group.description]).to.deep.equal(['group', 'How much is there?', 'Your best guess will do']);
      expect([choice.role, choice.name, choice.description]).to.deep.equal(['radio', 'A van full', 'Furniture']);
    },
  );

  bothWays<CouncilRadios, RadiosOptions>('gives the first choice the id that summaries link to', generated, (element) => {
    expect([...element.querySelectorAll('input')].map(({ id }) => id)).to.deep.equal(['amount', 'amount-2', 'amount-4']);
  });

  bothWays<CouncilRadios, RadiosOptions>('is moved through with the arrow keys', generated, async (element) => {
    input(element, 'bag').focus();
    await press('ArrowDown');
    expect(element.value).to.equal('van');
    await press('ArrowDown');
    expect(element.value).to.equal('unsure');
  });

  bothWays<CouncilRadios, RadiosOptions>('has no value until a choice is made, and takes one from script', generated, (element) => {
    expect(element.value).to.equal('');
    element.value = 'unsure';
    expect(input(element, 'unsure').checked).to.equal(true);
    element.value = 'nothing of the sort';
    expect(element.value).to.equal('');
  });

  it('says in the console what is wrong with items that are no list, and shows none', async () => {
    const { warn } = console;
    const said: unknown[] = [];
    console.warn = (...words) => said.push(...words);
    try {
      const element = await fixture(html`<council-radios legend="Kind" name="kind" items="{not json"></council-radios>`);
      expect(element.querySelectorAll('input').length).to.equal(0);
      expect(String(said)).to.contain('items');
    } finally {
      console.warn = warn;
    }
  });

  describe('with choices that ask more', () => {
    const asking = [
      { value: 'email', text: 'Email', conditional: { text: 'Tell us the address in the next question' } },
      { value: 'none', text: 'Not at all' },
    ];
    const contact = {
      tag: 'council-radios',
      attributes: { legend: 'How should we contact you?', name: 'contact', items: JSON.stringify(asking) },
      template: radiosTemplate,
      options: { name: 'contact', fieldset: { legend: { text: 'How should we contact you?' } }, items: asking } as RadiosOptions,
    };
    const asked = (element: Element): boolean => (element.querySelector('#conditional-contact')?.getClientRects().length ?? 0) > 0;

    bothWays<CouncilRadios, RadiosOptions>('shows what a choice asks only while it is made', contact, async (element) => {
      expect(asked(element)).to.equal(false);
      await click(input(element, 'email'));
      expect(asked(element)).to.equal(true);
      expect(input(element, 'email').getAttribute('aria-controls')).to.equal('conditional-contact');
      await press('ArrowDown');
      expect(asked(element)).to.equal(false);
      element.value = 'email';
      expect(asked(element)).to.equal(true);
      expect(danglingReferences(element)).to.deep.equal([]);
    });

    bothWays<CouncilRadios, RadiosOptions>(
      'hides it again when a radio of the same name elsewhere in the form is chosen',
      contact,
      async (element) => {
        const other = document.createElement('input');
        Object.assign(other, { type: 'radio', name: 'contact', value: 'other' });
        element.after(other);
        await click(input(element, 'email'));
        await click(other);
        expect(asked(element)).to.equal(false);
      },
    );

    bothWays<CouncilRadios, RadiosOptions>('follows what the browser brings back on Back', contact, (element) => {
      input(element, 'email').checked = true;
      window.dispatchEvent(new PageTransitionEvent('pageshow'));
      expect(asked(element)).to.equal(true);
    });

    it('lets the page render its children again', async () => {
      const place = await page(html`<div></div>`);
      const show = async (options: Partial<RadiosOptions>): Promise<void> => {
        render(html`<council-radios>${radiosTemplate({ ...contact.options, ...options })}</council-radios>`, place);
        await rendered(place);
        await Promise.resolve();
      };
      await show({});
      await click(input(place, 'email'));
      await show({ errorMessage: { text: 'Select how we should contact you' } });
      expect(asked(place)).to.equal(true);
      await show({ items: [...asking.slice(1), { value: 'phone', text: 'Phone', conditional: { text: 'Your number' } }] });
      expect(place.querySelector<HTMLElement>('#conditional-contact-2')?.hidden).to.equal(true);
      expect(danglingReferences(place)).to.deep.equal([]);
      await show({ items: asking, searchable: true });
      await show({ items: asking, searchable: true, hint: { text: 'One' } });
      expect(place.querySelectorAll('input[type="search"]').length).to.equal(1);
    });
  });

  describe('with many choices', () => {
    const kinds = [
      {
        heading: 'Rubbish',
        items: [
          { value: 'fly-tipping', text: 'Fly-tipping', keywords: 'sofa mattress' },
          { value: 'graffiti', text: 'Graffiti' },
        ],
      },
      {
        heading: 'Wedi’u gadael',
        items: [
          { value: 'abandoned', text: 'Someone else’s rubbish' },
          { value: 'church', text: "St. Mary's" },
        ],
      },
      { heading: 'Tŷ a stryd', items: [{ value: 'pothole', text: 'Pothole', hint: { text: 'A hole in the road' } }] },
    ];
    const search = {
      tag: 'council-radios',
      attributes: { legend: 'What is it?', name: 'kind', searchable: true, items: JSON.stringify(kinds) },
      template: radiosTemplate,
      options: {
        name: 'kind',
        fieldset: { legend: { text: 'What is it?' } },
        searchable: true,
        items: kinds as readonly (Choice | ChoiceGroup)[],
      } as RadiosOptions,
    };
    const shown = (element: Element): string[] =>
      [...element.querySelectorAll<HTMLInputElement>('input[type="radio"]')]
        .filter((radio) => radio.getClientRects().length > 0)
        .map(({ value }) => value);
    const field = (element: Element): HTMLInputElement => {
      const found = element.querySelector<HTMLInputElement>('input[type="search"]');
      if (!found) throw new Error('there is no search field');
      return found;
    };

    bothWays<CouncilRadios, RadiosOptions>('narrows them by text, hint, keyword and heading', search, async (element) => {
      expect(shown(element)).to.deep.equal(['fly-tipping', 'graffiti', 'abandoned', 'church', 'pothole']);
      for (const [query, expected] of Object.entries({
        MATTR: ['fly-tipping'],
        'road hole': ['pothole'],
        'ty stryd': ['pothole'],
        graff: ['graffiti'],
        "else's": ['abandoned'],
        'else’s': ['abandoned'],
        "wedi'u": ['abandoned', 'church'],
        'wedi’u': ['abandoned', 'church'],
        wediu: ['abandoned', 'church'],
        'st marys': ['church'],
        'mary’s': ['church'],
        "st. mary's": ['church'],
        'st mary`s': ['church'],
        flytipping: ['fly-tipping'],
        'fly tipping': ['fly-tipping'],
        'fly-tipping': ['fly-tipping'],
      })) {
        field(element).value = '';
        field(element).focus();
        await type(query);
        expect(shown(element), query).to.deep.equal(expected);
      }
    });

    bothWays<CouncilRadios, RadiosOptions>('keeps the choice made in sight, and sends only that', search, async (element) => {
      await click(input(element, 'graffiti'));
      field(element).focus();
      await type('pothole');
      expect(shown(element)).to.deep.equal(['graffiti', 'pothole']);
      expect([...new FormData(element.form ?? undefined)]).to.deep.equal([['kind', 'graffiti']]);
    });

    bothWays<CouncilRadios, RadiosOptions>('goes to the first match on Enter, and does not send the form', search, async (element) => {
      let submits = 0;
      element.form?.addEventListener('submit', (event) => {
        event.preventDefault();
        submits += 1;
      });
      field(element).focus();
      await type('pothole');
      await press('Enter');
      expect([submits, focused() === input(element, 'pothole')]).to.deep.equal([0, true]);
    });

    bothWays<CouncilRadios, RadiosOptions>('says when nothing matches, to everybody', search, async (element) => {
      const status = element.querySelector('[role="status"]');
      const said = new Promise((done) => {
        if (status)
          new MutationObserver(() => done(status.textContent)).observe(status, { childList: true, characterData: true, subtree: true });
      });
      field(element).focus();
      await type('dragon');
      expect(element.querySelector('.council-choices-search .council-hint')?.textContent).to.contain('“dragon”');
      expect(await said).to.contain('“dragon”');
    });
  });
});
