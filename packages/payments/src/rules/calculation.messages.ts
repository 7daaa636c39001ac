import type { Text } from '@council-kit/core';

/** What the calculation calls reductions, and what it says of answers that it cannot use. */
export const calculationMessages = {
  single: { en: 'Single person discount', cy: 'Gostyngiad person sengl' },
  noneCounted: { en: 'Discount where nobody counts', cy: 'Gostyngiad lle nad oes neb yn cyfrif' },
  exempt: { en: 'Exempt home', cy: 'Cartref wedi’i eithrio' },
  secondHome: { en: 'Second home premium', cy: 'Premiwm ail gartref' },
  empty: { en: 'Empty home premium', cy: 'Premiwm cartref gwag' },
  adapted: { en: 'Disabled band reduction', cy: 'Gostyngiad band i’r anabl' },
  areaRequired: { en: 'Select where the home is', cy: 'Dewiswch ble mae’r cartref' },
  bandRequired: { en: 'Select the council tax band', cy: 'Dewiswch y band treth gyngor' },
  householdRequired: { en: 'Select who lives in the home', cy: 'Dewiswch pwy sy’n byw yn y cartref' },
  dateUnreadable: {
    from: {
      en: 'The day you move in must be a real date, like 27 9 2026',
      cy: 'Rhaid i’r diwrnod y symudwch i mewn fod yn ddyddiad go iawn, fel 27 9 2026',
    },
    to: {
      en: 'The day you move out must be a real date, like 27 9 2026',
      cy: 'Rhaid i’r diwrnod y symudwch allan fod yn ddyddiad go iawn, fel 27 9 2026',
    },
  },
  dateOutside: {
    from: (year: string, next: string): Text => ({
      en: `The day you move in must be between 1 April ${year} and 31 March ${next}`,
      cy: `Rhaid i’r diwrnod y symudwch i mewn fod rhwng 1 Ebrill ${year} a 31 Mawrth ${next}`,
    }),
    to: (year: string, next: string): Text => ({
      en: `The day you move out must be between 1 April ${year} and 31 March ${next}`,
      cy: `Rhaid i’r diwrnod y symudwch allan fod rhwng 1 Ebrill ${year} a 31 Mawrth ${next}`,
    }),
  },
  datesReversed: {
    en: 'The day you move out must be after the day you move in',
    cy: 'Rhaid i’r diwrnod y symudwch allan fod ar ôl y diwrnod y symudwch i mewn',
  },
} as const;
