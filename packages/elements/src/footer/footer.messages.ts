import { catalogue, type Catalogue } from '@council-kit/core';

export const footerMessages: Catalogue<'supportLinks' | 'accessibilityStatement' | 'cookies' | 'privacy'> = catalogue({
  en: { supportLinks: 'Support links', accessibilityStatement: 'Accessibility statement', cookies: 'Cookies', privacy: 'Privacy' },
  cy: { supportLinks: 'Dolenni cymorth', accessibilityStatement: 'Datganiad hygyrchedd', cookies: 'Cwcis', privacy: 'Preifatrwydd' },
});
