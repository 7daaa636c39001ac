import type { Text } from '@council-kit/core';

const text = (en: string, cy: string): Text => ({ en, cy });

/** What only the pages say: everything else is in the element's words. Welsh unreviewed. */
export const pageTexts = {
  choose: text('Select an address', 'Dewiswch gyfeiriad'),
  searchAgain: text('Change the postcode', 'Newid y cod post'),
  foundFor: (search: string): Text => text(`Addresses for ${search}`, `Cyfeiriadau ar gyfer ${search}`),
  nothingFits: (narrow: string): Text =>
    text(
      `Nothing here is like “${narrow}”. These are all the addresses we have.`,
      `Nid oes dim yma fel “${narrow}”. Dyma’r holl gyfeiriadau sydd gennym.`,
    ),
} as const;
