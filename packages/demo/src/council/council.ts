import type { Text } from '@council-kit/core';

/** Aldermere Borough Council, which does not exist. Ofcom keeps 01632 960 000 to 960 999 for numbers in stories. */
export const council = {
  name: { en: 'Aldermere Borough Council', cy: 'Cyngor Bwrdeistref Aldermere' } satisfies Text,
  telephone: '01632 960 460',
  email: 'hello@aldermere.example',
  hours: { en: 'Monday to Friday, 8:30am to 5pm', cy: 'Dydd Llun i ddydd Gwener, 8:30am i 5pm' } satisfies Text,
  address: { en: 'Town Hall, 1 Market Street, Aldermere', cy: 'Neuadd y Dref, 1 Stryd y Farchnad, Aldermere' } satisfies Text,
};
