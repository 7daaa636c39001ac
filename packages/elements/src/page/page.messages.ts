import { catalogue, type Catalogue } from '@council-kit/core';

export const pageMessages: Catalogue<'error' | 'skipToMainContent'> = catalogue({
  en: { error: 'Error', skipToMainContent: 'Skip to main content' },
  cy: { error: 'Gwall', skipToMainContent: 'Neidio i’r prif gynnwys' },
});
