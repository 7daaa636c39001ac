import { catalogue, type Catalogue } from '@council-kit/core';

export const pageMessages: Catalogue<'before' | 'error' | 'phase' | 'skipToMainContent'> = catalogue({
  en: { before: 'Go back', error: 'Error', phase: 'About this service', skipToMainContent: 'Skip to main content' },
  cy: { before: 'Mynd yn ôl', error: 'Gwall', phase: 'Am y gwasanaeth hwn', skipToMainContent: 'Neidio i’r prif gynnwys' },
});
