import { catalogue, type Catalogue } from '@council-kit/core';

export const phaseBannerMessages: Catalogue<'newService' | 'giveFeedback'> = catalogue({
  en: { newService: 'This is a new service.', giveFeedback: 'Give your feedback to help us improve it' },
  cy: { newService: 'Gwasanaeth newydd yw hwn.', giveFeedback: 'Rhowch eich adborth i’n helpu i’w wella' },
});
