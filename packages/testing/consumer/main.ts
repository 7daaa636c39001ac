// What a council's developer writes on the first afternoon.
import '@council-kit/elements/define/text-input.js';
import '@council-kit/reports/define.js';
import type { CouncilTextInput } from '@council-kit/elements';

const input: CouncilTextInput | null = document.querySelector('council-text-input');
if (input) input.value = 'Ann Jones';

// The tag is typed without a cast, and a property that does not exist is not.
const created = document.createElement('council-text-input');
created.label = 'Email';
// @ts-expect-error: no such property
created.lable = 'Email';
