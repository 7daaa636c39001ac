import { catalogue, type Catalogue } from '@council-kit/core';

export const panelMessages: Catalogue<'yourReference' | 'copy' | 'copied' | 'notCopied'> = catalogue({
  en: {
    yourReference: 'Your reference number',
    copy: 'Copy reference number',
    copied: 'Reference number copied',
    notCopied: 'The reference number could not be copied. Select it to copy it yourself.',
  },
  cy: {
    yourReference: 'Eich cyfeirnod',
    copy: 'Copïo’r cyfeirnod',
    copied: 'Mae’r cyfeirnod wedi’i gopïo',
    notCopied: 'Nid oedd modd copïo’r cyfeirnod. Dewiswch ef i’w gopïo eich hun.',
  },
});
