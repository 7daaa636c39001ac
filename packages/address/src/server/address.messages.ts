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
    en: 'Check the postcode. New postcodes can take a few weeks to appear. You can enter the address manually.',
    cy: 'Gwiriwch y cod post. Gall codau post newydd gymryd rhai wythnosau i ymddangos. Gallwch roi’r cyfeiriad â llaw.',
  },
  postcodeTerminated: { en: 'This postcode is no longer used', cy: 'Nid yw’r cod post hwn yn cael ei ddefnyddio mwyach' },
  terminatedSince: {
    en: 'It ended in {date}. Enter the postcode that the address has now, or enter the address manually.',
    cy: 'Daeth i ben ym mis {date}. Rhowch y cod post sydd gan y cyfeiriad nawr, neu rhowch y cyfeiriad â llaw.',
  },
  postcodeNotListed: {
    en: 'The addresses of this postcode are not in our list',
    cy: 'Nid yw cyfeiriadau’r cod post hwn yn ein rhestr',
  },
  uprnNotFound: { en: 'No address has this UPRN', cy: 'Nid oes cyfeiriad gyda’r UPRN hwn' },
  byHand: { en: 'Enter the address manually.', cy: 'Rhowch y cyfeiriad â llaw.' },
  byHandOrAgain: {
    en: 'Enter the address manually, or try again.',
    cy: 'Rhowch y cyfeiriad â llaw, neu rhowch gynnig arall arni.',
  },
  busy: { en: 'The address service is busy', cy: 'Mae’r gwasanaeth cyfeiriadau’n brysur' },
  waitOrByHand: {
    en: 'Try again in a few seconds, or enter the address manually.',
    cy: 'Rhowch gynnig arall arni ymhen ychydig eiliadau, neu rhowch y cyfeiriad â llaw.',
  },
  upstreamFailed: { en: 'Sorry, address search is not available', cy: 'Mae’n ddrwg gennym, nid yw’r chwiliad cyfeiriadau ar gael' },
} as const satisfies Record<string, Text>;
