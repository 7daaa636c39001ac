import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'search'
  | 'searchHint'
  | 'find'
  | 'byHand'
  | 'changeByHand'
  | 'lookUp'
  | 'looking'
  | 'stop'
  | 'tryAgain'
  | 'chosen'
  | 'chosenSaid'
  | 'down'
  | 'downWay';

/** What the address lookup says from the beginning. Welsh unreviewed. */
export const addressLookupMessages: Catalogue<Key> = catalogue({
  en: {
    search: 'Postcode, or the start of the address',
    searchHint: 'For example, SW1A 2AA. A house name or number makes the list shorter: 10 SW1A 2AA',
    find: 'Find address',
    byHand: 'Enter address manually',
    changeByHand: 'Change the address by hand',
    lookUp: 'Look the address up instead',
    looking: 'Looking for addresses…',
    stop: 'Stop looking',
    tryAgain: 'Try again',
    chosen: 'Your address',
    chosenSaid: '{address} is chosen',
    down: 'Sorry, address search is not available',
    downWay: 'Enter the address manually, or try again.',
  },
  cy: {
    search: 'Cod post, neu ddechrau’r cyfeiriad',
    searchHint: 'Er enghraifft, CF10 1EP. Mae enw neu rif tŷ yn gwneud y rhestr yn fyrrach: 10 CF10 1EP',
    find: 'Dod o hyd i’r cyfeiriad',
    byHand: 'Rhoi’r cyfeiriad â llaw',
    changeByHand: 'Newid y cyfeiriad â llaw',
    lookUp: 'Chwilio am y cyfeiriad yn lle hynny',
    looking: 'Yn chwilio am gyfeiriadau…',
    stop: 'Rhoi’r gorau i chwilio',
    tryAgain: 'Rhoi cynnig arall arni',
    chosen: 'Eich cyfeiriad',
    chosenSaid: 'Dewiswyd {address}',
    down: 'Mae’n ddrwg gennym, nid yw’r chwiliad cyfeiriadau ar gael',
    downWay: 'Rhowch y cyfeiriad â llaw, neu rhowch gynnig arall arni.',
  },
});
