import { catalogue, type Catalogue } from '@council-kit/core';

export const errorSummaryMessages: Catalogue<'title'> = catalogue({
  en: { title: 'There is a problem' },
  cy: { title: 'Mae problem' },
});
