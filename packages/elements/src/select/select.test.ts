import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays } from '@council-kit/testing/fixture.js';
import { formControlContract } from '@council-kit/testing/forms.js';
import { expect } from '@open-wc/testing';
import '../define/select.ts';
import type { CouncilSelect } from './select.ts';
import { selectTemplate, type SelectOptions } from './select.template.ts';

const items = [
  { value: '', text: 'Choose a ward' },
  { value: 'castle', text: 'Castle' },
  { value: 'mill', text: 'Mill Lane' },
];
const select = {
  tag: 'council-select',
  attributes: { label: 'Ward', name: 'ward', hint: 'Where you live', items: JSON.stringify(items) },
  template: selectTemplate,
  options: { label: { text: 'Ward' }, name: 'ward', hint: { text: 'Where you live' }, items } as SelectOptions,
};

describe('council-select', () => {
  formControlContract<CouncilSelect, SelectOptions>({
    ...select,
    name: 'ward',
    label: 'Ward',
    blank: [''],
    given: ['mill'],
    // The list that a select opens is the browser’s own window, out of reach of a page's driver in two of the engines.
    give: async (element) => {
      const control = element.querySelector('select');
      if (!control) throw new Error('no select');
      control.focus();
      control.value = 'mill';
      for (const event of ['input', 'change']) control.dispatchEvent(new Event(event, { bubbles: true }));
      await element.updateComplete;
    },
  });

  bothWays<CouncilSelect, SelectOptions>(
    'has the value it is written with',
    { ...select, attributes: { ...select.attributes, value: 'castle' }, options: { ...select.options, value: 'castle' } },
    async (element) => {
      expect(element.value).to.equal('castle');
      const node = await accessible(element.querySelector('select') ?? element);
      if (node)
        expect([node.role, node.name, node.description, node.value]).to.deep.equal(['combobox', 'Ward', 'Where you live', 'Castle']);
    },
  );
});
