import { catalogue, type Catalogue } from '@council-kit/core';

export const languageNavigationMessages: Catalogue<'language'> = catalogue({
  en: { language: 'Language' },
  cy: { language: 'Iaith' },
});
