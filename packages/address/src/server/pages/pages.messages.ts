import type { Text } from '@council-kit/core';
import { addressMessages } from '../address.messages.ts';

const text = (en: string, cy: string): Text => ({ en, cy });

/** What only the pages say: everything else is `addressTexts`, as in the element. Welsh unreviewed. */
export const pageTexts = {
  nothingLikeIt: text(
    'We cannot find an address like this. Enter a postcode, or write the address yourself',
    'Ni allwn ddod o hyd i gyfeiriad tebyg i hwn. Rhowch god post, neu ysgrifennwch y cyfeiriad eich hun',
  ),
  elsewhere: (council: string): Text =>
    text(
      `${council} looks after this postcode. Enter a postcode in our area`,
      `${council} sy’n gyfrifol am y cod post hwn. Rhowch god post yn ein hardal ni`,
    ),
  elsewhereUnnamed: text(
    'Another council looks after this postcode. Enter a postcode in our area',
    'Cyngor arall sy’n gyfrifol am y cod post hwn. Rhowch god post yn ein hardal ni',
  ),
  someElsewhere: (council: string): Text =>
    text(
      `Some addresses of this postcode are not here: ${council} looks after them.`,
      `Nid yw rhai o gyfeiriadau’r cod post hwn yma: ${council} sy’n gyfrifol amdanynt.`,
    ),
  anotherCouncil: text('another council', 'cyngor arall'),
  /** Follows the council's name in a link. */
  theirSite: (council: string): Text => text(`Go to ${council}`, `Ewch i ${council}`),
  premisesNotFound: (premises: string): Text =>
    text(
      `We cannot find “${premises}” here. These are all the addresses we have.`,
      `Ni allwn ddod o hyd i “${premises}” yma. Dyma’r holl gyfeiriadau sydd gennym.`,
    ),
  foundFor: (search: string): Text => text(`Addresses for ${search}`, `Cyfeiriadau ar gyfer ${search}`),
  chosen: text('This is the address we found', 'Dyma’r cyfeiriad y daethom o hyd iddo'),
  notListed: text(
    `${addressMessages.postcodeNotListed.en}. ${addressMessages.byHand.en}`,
    `${addressMessages.postcodeNotListed.cy}. ${addressMessages.byHand.cy}`,
  ),
} as const;
