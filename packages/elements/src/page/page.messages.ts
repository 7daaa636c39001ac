import { catalogue, type Catalogue } from '@council-kit/core';

export const pageMessages: Catalogue<'error' | 'phase' | 'skipToMainContent'> = catalogue({
  en: { error: 'Error', phase: 'About this service', skipToMainContent: 'Skip to main content' },
  cy: { error: 'Gwall', phase: 'Am y gwasanaeth hwn', skipToMainContent: 'Neidio i’r prif gynnwys' },
});
