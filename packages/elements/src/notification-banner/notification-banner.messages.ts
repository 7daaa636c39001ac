import { catalogue, type Catalogue } from '@council-kit/core';

export const notificationBannerMessages: Catalogue<'important' | 'success'> = catalogue({
  en: { important: 'Important', success: 'Success' },
  cy: { important: 'Pwysig', success: 'Llwyddiant' },
});
