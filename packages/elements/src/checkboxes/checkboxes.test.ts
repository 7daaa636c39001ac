import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { formControlContract } from '@council-kit/testing/forms.js';
import { click, press } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../define/checkboxes.ts';
import type { CouncilCheckboxes } from './checkboxes.ts';
import { checkboxesTemplate, type CheckboxesOptions } from './checkboxes.template.ts';

const items = [
  { value: 'household', text: 'Household rubbish', hint: { text: 'Black bags' } },
  { value: 'building', text: 'Building waste' },
  { value: 'other', text: 'Something else', conditional: { text: 'Say what it is below' } },
  { divider: 'or' },
  { value: 'none', text: 'None of these', behaviour: 'exclusive' as const },
];
const checkboxes = {
  tag: 'council-checkboxes',
  attributes: { legend: 'What has been left?', name: 'waste', items: JSON.stringify(items) },
  template: checkboxesTemplate,
  options: { name: 'waste', fieldset: { legend: { text: 'What has been left?' } }, items } as CheckboxesOptions,
};

const input = (element: Element, value: string): HTMLInputElement => {
  const found = element.querySelector<HTMLInputElement>(`input[value="${value}"]`);
  if (!found) throw new Error(`no choice ${value}`);
  return found;
};

describe('council-checkboxes', () => {
  formControlContract<CouncilCheckboxes, CheckboxesOptions>({
    ...checkboxes,
    name: 'waste',
    label: 'Household rubbish',
    blank: [],
    given: ['household', 'building'],
    set: { values: ['household', 'building'] },
    give: async (element) => {
      input(element, 'household').focus();
      await press('Space');
      await press('Tab', 'Space');
    },
  });

  bothWays<CouncilCheckboxes, CheckboxesOptions>(
    'takes the others back when “none” is ticked, and “none” when another is',
    checkboxes,
    async (element) => {
      await click(input(element, 'household'));
      await click(input(element, 'other'));
      await click(input(element, 'none'));
      expect(element.values).to.deep.equal(['none']);
      await click(input(element, 'building'));
      expect(element.values).to.deep.equal(['building']);
    },
  );

  bothWays<CouncilCheckboxes, CheckboxesOptions>('has that in the form data when input is told', checkboxes, async (element) => {
    let told: unknown[] = [];
    await click(input(element, 'household'));
    element.addEventListener('input', () => (told = new FormData(element.form ?? undefined).getAll('waste')));
    await click(input(element, 'none'));
    expect(told).to.deep.equal(['none']);
  });

  bothWays<CouncilCheckboxes, CheckboxesOptions>('tells whether what a choice asks is shown', checkboxes, async (element) => {
    const other = input(element, 'other');
    const revealed = element.querySelector('#conditional-waste-3');
    expect([other.getAttribute('aria-expanded'), revealed?.getClientRects().length]).to.deep.equal(['false', 0]);
    await click(other);
    expect([other.getAttribute('aria-expanded'), revealed?.getClientRects().length]).to.deep.equal(['true', 1]);
    await click(input(element, 'none'));
    expect([other.getAttribute('aria-expanded'), revealed?.getClientRects().length]).to.deep.equal(['false', 0]);
  });

  it('is described by its hint where one checkbox stands alone', async () => {
    const element = await fixture(
      html`<council-checkboxes
        name="agree"
        hint="You can change this later"
        .items=${[{ value: 'yes', text: 'I agree' }]}
      ></council-checkboxes>`,
    );
    const node = await accessible(input(element, 'yes'));
    if (node) expect([node.name, node.description]).to.deep.equal(['I agree', 'You can change this later']);
  });
});
