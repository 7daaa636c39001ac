import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { formControlContract } from '@council-kit/testing/forms.js';
import { focused } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import '../define/text-input.ts';
import type { CouncilTextInput } from './text-input.ts';
import { textInputTemplate, type TextInputOptions } from './text-input.template.ts';

const input = {
  tag: 'council-text-input',
  attributes: { label: 'Full name', name: 'full-name', hint: 'As on the letter', autocomplete: 'name' },
  template: textInputTemplate,
  options: {
    label: { text: 'Full name' },
    name: 'full-name',
    hint: { text: 'As on the letter' },
    autocomplete: 'name',
  } as TextInputOptions,
};

describe('council-text-input', () => {
  formControlContract<CouncilTextInput, TextInputOptions>({
    ...input,
    name: 'full-name',
    label: 'Full name',
    blank: [''],
    given: ['Ann Jones'],
    enterSubmits: true,
  });

  bothWays<CouncilTextInput, TextInputOptions>('is named by its label and described by hint, then error', input, async (element) => {
    element.errorMessage = 'Enter your full name';
    await element.updateComplete;
    const node = await accessible(element.control ?? element);
    if (node)
      expect([node.name, node.description?.replace(/\s+/g, ' ')]).to.deep.equal([
        'Full name',
        'As on the letter Error: Enter your full name',
      ]);
  });

  bothWays<CouncilTextInput, TextInputOptions>('says “Error” in the language around it', input, async (element) => {
    element.lang = 'cy';
    element.errorMessage = 'Rhowch eich enw llawn';
    await element.updateComplete;
    expect(element.querySelector('.council-error-message')?.textContent?.replace(/\s+/g, ' ').trim()).to.equal(
      'Gwall: Rhowch eich enw llawn',
    );
  });

  it('keeps what was typed when its attributes change', async () => {
    const element = await fixture<CouncilTextInput>(html`<council-text-input label="Name" name="name" value="Ann"></council-text-input>`);
    element.focus();
    element.value = 'Ann Jones';
    element.label = 'Full name';
    element.hint = 'As on the letter';
    await element.updateComplete;
    element.errorMessage = 'Enter your full name';
    await element.updateComplete;
    expect([element.value, element.labels?.[0]?.textContent]).to.deep.equal(['Ann Jones', 'Full name']);
    expect(focused()).to.equal(element.control);
  });

  it('takes anything for its words without breaking the page', async () => {
    const element = await fixture<CouncilTextInput>(html`<council-text-input name="name"></council-text-input>`);
    const endless = {
      *[Symbol.iterator]() {
        for (;;) yield 1;
      },
    };
    element.label = endless as unknown as string;
    element.hint = 7 as unknown as string;
    await element.updateComplete;
    expect(element.querySelector('.council-hint')?.textContent).to.equal('7');
  });

  it('gives two controls of one name two ids', async () => {
    const place = await fixture(
      html`<div>
        <council-text-input label="One" name="same"></council-text-input><council-text-input label="Two" name="same"></council-text-input>
      </div>`,
    );
    expect([...place.querySelectorAll('input')].map(({ id, labels }) => [id, labels?.[0]?.textContent])).to.deep.equal([
      ['same', 'One'],
      ['same-2', 'Two'],
    ]);
  });
});
