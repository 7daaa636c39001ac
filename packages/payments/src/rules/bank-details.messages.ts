import type { Text } from '@council-kit/core';

/** What is said of bank details. "Cannot be right" is sure; that they are right, nobody but the bank can say. */
export const bankDetailsMessages = {
  nameEmpty: { en: 'Enter the name on the account', cy: 'Rhowch yr enw ar y cyfrif' },
  nameTooLong: { en: 'The name on the account must be 70 characters or less', cy: 'Rhaid i’r enw ar y cyfrif fod yn 70 nod neu lai' },
  nameIsNumber: {
    en: 'Enter the name on the account, not its number',
    cy: 'Rhowch yr enw ar y cyfrif, nid ei rif',
  },
  sortCodeEmpty: { en: 'Enter the sort code', cy: 'Rhowch y cod didoli' },
  sortCodeUnreadable: { en: 'The sort code must have 6 numbers, like 30 94 30', cy: 'Rhaid i’r cod didoli gael 6 rhif, fel 30 94 30' },
  accountNumberEmpty: { en: 'Enter the account number', cy: 'Rhowch rif y cyfrif' },
  accountNumberUnreadable: {
    en: 'The account number must have between 6 and 8 numbers, like 00733445',
    cy: 'Rhaid i rif y cyfrif gael rhwng 6 ac 8 rhif, fel 00733445',
  },
  implausible: {
    en: 'This account number does not go with this sort code. Check both on your card or statement',
    cy: 'Nid yw rhif y cyfrif hwn yn mynd gyda’r cod didoli hwn. Gwiriwch y ddau ar eich cerdyn neu’ch cyfriflen',
  },
} satisfies Record<string, Text>;
