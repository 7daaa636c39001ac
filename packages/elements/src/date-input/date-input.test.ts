import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { expectAccessible } from '@council-kit/testing/accessibility.js';
import { bothWays } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { focused, press, type } from '@council-kit/testing/keyboard.js';
import { expect } from '@open-wc/testing';
import '../define/date-input.ts';
import type { CouncilDateInput } from './date-input.ts';
import { dateInputTemplate, type DateInputOptions } from './date-input.template.ts';

const date = {
  tag: 'council-date-input',
  attributes: { legend: 'When did you see it?', hint: 'For example, 27 3 2026', name: 'seen' },
  template: dateInputTemplate,
  options: {
    id: 'seen',
    namePrefix: 'seen',
    fieldset: { legend: { text: 'When did you see it?' } },
    hint: { text: 'For example, 27 3 2026' },
  } as DateInputOptions,
};
const submitted = (element: Element): [string, FormDataEntryValue][] => [...new FormData(element.closest('form') ?? undefined)];

describe('council-date-input', () => {
  bothWays<CouncilDateInput, DateInputOptions>('submits its parts as they were typed, and knows the date', date, async (element) => {
    element.focus();
    await type('3');
    await press('Tab');
    await type('02');
    await press('Tab');
    await type('2026');
    expect(submitted(element)).to.deep.equal([
      ['seen-day', '3'],
      ['seen-month', '02'],
      ['seen-year', '2026'],
    ]);
    expect(element.value).to.equal('2026-02-03');
  });

  bothWays<CouncilDateInput, DateInputOptions>('never moves on by itself', date, async (element) => {
    element.focus();
    await type('2703');
    expect((focused() as HTMLInputElement).name).to.equal('seen-day');
  });

  bothWays<CouncilDateInput, DateInputOptions>('has no value while it is no date, and loses nothing of it', date, (element) => {
    for (const [day, month, year] of [
      ['31', '2', '2026'],
      ['29', '2', '2026'],
      ['1', '13', '2026'],
      ['1', '1', '26'],
      ['', '1', '2026'],
      ['0', '1', '2026'],
    ] as const) {
      element.parts = { day, month, year };
      expect(element.value, `${day} ${month} ${year}`).to.equal('');
      expect(element.parts).to.deep.equal({ day, month, year });
    }
    element.value = '2028-02-29';
    expect([element.value, element.parts.day, element.parts.month]).to.deep.equal(['2028-02-29', '29', '2']);
  });

  bothWays<CouncilDateInput, DateInputOptions>('is a group that is described as one, with a keyboard of digits', date, async (element) => {
    element.errorMessage = 'Enter when you saw it';
    await element.updateComplete;
    const group = await accessible(element.querySelector('fieldset') ?? element);
    if (group)
      expect([group.role, group.name, group.description?.replace(/\s+/g, ' ')]).to.deep.equal([
        'group',
        'When did you see it?',
        'For example, 27 3 2026 Error: Enter when you saw it',
      ]);
    expect([...element.querySelectorAll('input')].map(({ inputMode, type }) => `${type} ${inputMode}`)).to.deep.equal(
      Array(3).fill('text numeric'),
    );
    expect(danglingReferences(element)).to.deep.equal([]);
    await expectAccessible(element);
  });

  bothWays<CouncilDateInput, DateInputOptions>('marks the parts that are wrong', date, async (element) => {
    const wrong = (): string[] => [...element.querySelectorAll<HTMLInputElement>('.council-input--error')].map(({ name }) => name);
    element.errorMessage = 'Enter when you saw it';
    await element.updateComplete;
    expect(wrong()).to.deep.equal(['seen-day', 'seen-month', 'seen-year']);
    element.errorParts = 'year';
    element.errorMessage = 'The date must include a year';
    await element.updateComplete;
    expect(wrong()).to.deep.equal(['seen-year']);
    element.errorMessage = '';
    await element.updateComplete;
    expect(wrong()).to.deep.equal([]);
  });

  bothWays<CouncilDateInput, DateInputOptions>('can be disabled and enabled', date, async (element) => {
    element.disabled = true;
    await element.updateComplete;
    expect(submitted(element)).to.deep.equal([]);
    element.disabled = false;
    await element.updateComplete;
    expect(submitted(element).length).to.equal(3);
  });
});
