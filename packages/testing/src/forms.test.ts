import '@council-kit/elements/define/text-input.js';
import type { CouncilTextInput } from '@council-kit/elements';
import { textInputTemplate, type TextInputOptions } from '@council-kit/elements/templates.js';
import { formControlContract } from './forms.ts';

/** The contract itself is tried on the simplest control. */
describe('the form control contract, kept by a text input', () => {
  formControlContract<CouncilTextInput, TextInputOptions>({
    tag: 'council-text-input',
    attributes: { label: 'Full name', name: 'full-name' },
    template: textInputTemplate,
    options: { label: { text: 'Full name' }, name: 'full-name' },
    name: 'full-name',
    label: 'Full name',
    given: ['Ann Jones'],
    blank: [''],
    enterSubmits: true,
  });
});
