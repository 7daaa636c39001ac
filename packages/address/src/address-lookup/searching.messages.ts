import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'loaded'
  | 'stopped'
  | 'nothing'
  | 'incomplete'
  | 'notPostcode'
  | 'notFound'
  | 'notFoundWay'
  | 'terminated'
  | 'terminatedWay'
  | 'unlisted'
  | 'unlistedWay'
  | 'noPremises'
  | 'noPremisesWay'
  | 'noWords'
  | 'noWordsWay'
  | 'elsewhere'
  | 'elsewhereUnnamed'
  | 'elsewhereWay'
  | 'theirSite'
  | 'someElsewhere'
  | 'busy';

/** What it says of a search. It comes with the search. Welsh unreviewed. */
export const addressSearchMessages: Catalogue<Key> = catalogue({
  en: {
    loaded: '{loaded} of {total} addresses so far…',
    stopped: 'Stopped looking. Try again, or write the address yourself.',
    nothing: 'Enter a postcode, or the start of the address',
    incomplete: 'Enter the whole postcode, like SW1A 2AA',
    notPostcode: '{typed} is not a UK postcode. Check it: it is like SW1A 2AA',
    notFound: 'We cannot find the postcode {postcode}',
    notFoundWay: 'Check it. If it is new, it can take some weeks until its addresses are known: then write the address yourself.',
    terminated: 'The postcode {postcode} is no longer used',
    terminatedWay: 'Enter the postcode that the address has now, or write the address yourself.',
    unlisted: 'The addresses of {postcode} are not in our list',
    unlistedWay: 'Write the address yourself.',
    noPremises: 'Nothing at {postcode} is like “{typed}”',
    noPremisesWay: 'Take it away to see all addresses of the postcode, or write the address yourself.',
    noWords: 'We cannot find an address like “{typed}”',
    noWordsWay: 'Check it, enter a postcode, or write the address yourself.',
    elsewhere: 'This address is in the area of {council}',
    elsewhereUnnamed: 'This address is in the area of another council',
    elsewhereWay: 'This service is for addresses in our area.',
    theirSite: 'Go to {council}',
    someElsewhere: 'Some addresses of this postcode are not listed: {council} looks after them.',
    busy: {
      one: 'The address service is busy. Trying again in {count} second.',
      other: 'The address service is busy. Trying again in {count} seconds.',
    },
  },
  cy: {
    loaded: '{loaded} o {total} cyfeiriad hyd yma…',
    stopped: 'Wedi rhoi’r gorau i chwilio. Rhowch gynnig arall arni, neu ysgrifennwch y cyfeiriad eich hun.',
    nothing: 'Rhowch god post, neu ddechrau’r cyfeiriad',
    incomplete: 'Rhowch y cod post cyfan, fel CF10 1EP',
    notPostcode: 'Nid yw {typed} yn god post yn y DU. Gwiriwch ef: mae fel CF10 1EP',
    notFound: 'Ni allwn ddod o hyd i’r cod post {postcode}',
    notFoundWay:
      'Gwiriwch ef. Os yw’n newydd, gall gymryd rhai wythnosau nes bod ei gyfeiriadau’n hysbys: yna ysgrifennwch y cyfeiriad eich hun.',
    terminated: 'Nid yw’r cod post {postcode} yn cael ei ddefnyddio mwyach',
    terminatedWay: 'Rhowch y cod post sydd gan y cyfeiriad nawr, neu ysgrifennwch y cyfeiriad eich hun.',
    unlisted: 'Nid yw cyfeiriadau {postcode} yn ein rhestr',
    unlistedWay: 'Ysgrifennwch y cyfeiriad eich hun.',
    noPremises: 'Nid oes dim yn {postcode} fel “{typed}”',
    noPremisesWay: 'Tynnwch ef i weld holl gyfeiriadau’r cod post, neu ysgrifennwch y cyfeiriad eich hun.',
    noWords: 'Ni allwn ddod o hyd i gyfeiriad fel “{typed}”',
    noWordsWay: 'Gwiriwch ef, rhowch god post, neu ysgrifennwch y cyfeiriad eich hun.',
    elsewhere: 'Mae’r cyfeiriad hwn yn ardal {council}',
    elsewhereUnnamed: 'Mae’r cyfeiriad hwn yn ardal cyngor arall',
    elsewhereWay: 'Mae’r gwasanaeth hwn ar gyfer cyfeiriadau yn ein hardal ni.',
    theirSite: 'Ewch i {council}',
    someElsewhere: 'Nid yw rhai o gyfeiriadau’r cod post hwn wedi’u rhestru: {council} sy’n gyfrifol amdanynt.',
    busy: 'Mae’r gwasanaeth cyfeiriadau’n brysur. Rhoi cynnig arall arni ymhen {count} eiliad.',
  },
});
