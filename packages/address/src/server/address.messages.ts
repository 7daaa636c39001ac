import type { Text } from '@council-kit/core';

/** What the server says about addresses. Welsh unreviewed. */
export const addressMessages = {
  postcodeInvalid: { en: 'Enter a full UK postcode, like SW1A 2AA', cy: 'Rhowch god post llawn yn y DU, fel CF10 1EP' },
  postcodeIncomplete: { en: 'Enter the whole postcode, like SW1A 2AA', cy: 'Rhowch y cod post cyfan, fel CF10 1EP' },
  uprnInvalid: { en: 'Enter a UPRN of 1 to 12 digits', cy: 'Rhowch UPRN o 1 i 12 digid' },
  oneQuestion: {
    en: 'Ask by one of these: postcode, uprn, q, or latitude and longitude',
    cy: 'Gofynnwch gydag un o’r rhain: postcode, uprn, q, neu latitude a longitude',
  },
  questionEmpty: { en: 'Enter the beginning of an address', cy: 'Rhowch ddechrau cyfeiriad' },
  questionTooLong: { en: 'Use 200 characters or fewer', cy: 'Defnyddiwch 200 nod neu lai' },
  postcodeNotFound: {
    en: 'We cannot find any addresses for this postcode',
    cy: 'Ni allwn ddod o hyd i unrhyw gyfeiriadau ar gyfer y cod post hwn',
  },
  postcodeMayBeNew: {
    en: 'Check the postcode. If it is new, it can take some weeks until its addresses are known. You can write the address yourself.',
    cy: 'Gwiriwch y cod post. Os yw’n newydd, gall gymryd rhai wythnosau nes bod ei gyfeiriadau’n hysbys. Gallwch ysgrifennu’r cyfeiriad eich hun.',
  },
  postcodeTerminated: { en: 'This postcode is no longer used', cy: 'Nid yw’r cod post hwn yn cael ei ddefnyddio mwyach' },
  terminatedSince: {
    en: 'It ended in {date}. Enter the postcode that the address has now, or write the address yourself.',
    cy: 'Daeth i ben ym mis {date}. Rhowch y cod post sydd gan y cyfeiriad nawr, neu ysgrifennwch y cyfeiriad eich hun.',
  },
  postcodeNotListed: {
    en: 'The addresses of this postcode are not in our list',
    cy: 'Nid yw cyfeiriadau’r cod post hwn yn ein rhestr',
  },
  uprnNotFound: { en: 'No address has this UPRN', cy: 'Nid oes cyfeiriad gyda’r UPRN hwn' },
  byHand: { en: 'Write the address yourself.', cy: 'Ysgrifennwch y cyfeiriad eich hun.' },
  busy: { en: 'The address service is busy', cy: 'Mae’r gwasanaeth cyfeiriadau’n brysur' },
  waitOrByHand: {
    en: 'Try again in a few seconds, or write the address yourself.',
    cy: 'Rhowch gynnig arall arni ymhen ychydig eiliadau, neu ysgrifennwch y cyfeiriad eich hun.',
  },
  upstreamFailed: { en: 'The address service is not working', cy: 'Nid yw’r gwasanaeth cyfeiriadau’n gweithio' },
} as const satisfies Record<string, Text>;
