import { catalogue, type Catalogue } from '@council-kit/core';

export const warningTextMessages: Catalogue<'warning'> = catalogue({
  en: { warning: 'Warning' },
  cy: { warning: 'Rhybudd' },
});
