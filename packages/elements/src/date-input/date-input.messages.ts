import { catalogue, type Catalogue } from '@council-kit/core';

export const dateInputMessages: Catalogue<'day' | 'month' | 'year'> = catalogue({
  en: { day: 'Day', month: 'Month', year: 'Year' },
  cy: { day: 'Diwrnod', month: 'Mis', year: 'Blwyddyn' },
});
