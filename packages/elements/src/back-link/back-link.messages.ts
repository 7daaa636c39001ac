import { catalogue, type Catalogue } from '@council-kit/core';

export const backLinkMessages: Catalogue<'back'> = catalogue({
  en: { back: 'Back' },
  cy: { back: 'Yn ôl' },
});
