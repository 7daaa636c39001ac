import { catalogue, type Catalogue } from '@council-kit/core';

export const fieldMessages: Catalogue<'error'> = catalogue({
  en: { error: 'Error' },
  cy: { error: 'Gwall' },
});
