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
    stopped: 'Stopped looking. Try again, or enter the address manually.',
    nothing: 'Enter a postcode, or the start of the address',
    incomplete: 'Enter the whole postcode, like SW1A 2AA',
    notPostcode: '{typed} is not a UK postcode. Check it: it is like SW1A 2AA',
    notFound: 'We cannot find the postcode {postcode}',
    notFoundWay: 'Check the postcode. New postcodes can take a few weeks to appear. You can enter the address manually.',
    terminated: 'The postcode {postcode} is no longer used',
    terminatedWay: 'Enter the postcode that the address has now, or enter the address manually.',
    unlisted: 'The addresses of {postcode} are not in our list',
    unlistedWay: 'Enter the address manually.',
    noPremises: 'Nothing at {postcode} is like “{typed}”',
    noPremisesWay: 'Take it away to see all addresses of the postcode, or enter the address manually.',
    noWords: 'We cannot find an address like “{typed}”',
    noWordsWay: 'Check it, enter a postcode, or enter the address manually.',
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
    stopped: 'Wedi rhoi’r gorau i chwilio. Rhowch gynnig arall arni, neu rhowch y cyfeiriad â llaw.',
    nothing: 'Rhowch god post, neu ddechrau’r cyfeiriad',
    incomplete: 'Rhowch y cod post cyfan, fel CF10 1EP',
    notPostcode: 'Nid yw {typed} yn god post yn y DU. Gwiriwch ef: mae fel CF10 1EP',
    notFound: 'Ni allwn ddod o hyd i’r cod post {postcode}',
    notFoundWay: 'Gwiriwch y cod post. Gall codau post newydd gymryd rhai wythnosau i ymddangos. Gallwch roi’r cyfeiriad â llaw.',
    terminated: 'Nid yw’r cod post {postcode} yn cael ei ddefnyddio mwyach',
    terminatedWay: 'Rhowch y cod post sydd gan y cyfeiriad nawr, neu rhowch y cyfeiriad â llaw.',
    unlisted: 'Nid yw cyfeiriadau {postcode} yn ein rhestr',
    unlistedWay: 'Rhowch y cyfeiriad â llaw.',
    noPremises: 'Nid oes dim yn {postcode} fel “{typed}”',
    noPremisesWay: 'Tynnwch ef i weld holl gyfeiriadau’r cod post, neu rhowch y cyfeiriad â llaw.',
    noWords: 'Ni allwn ddod o hyd i gyfeiriad fel “{typed}”',
    noWordsWay: 'Gwiriwch ef, rhowch god post, neu rhowch y cyfeiriad â llaw.',
    elsewhere: 'Mae’r cyfeiriad hwn yn ardal {council}',
    elsewhereUnnamed: 'Mae’r cyfeiriad hwn yn ardal cyngor arall',
    elsewhereWay: 'Mae’r gwasanaeth hwn ar gyfer cyfeiriadau yn ein hardal ni.',
    theirSite: 'Ewch i {council}',
    someElsewhere: 'Nid yw rhai o gyfeiriadau’r cod post hwn wedi’u rhestru: {council} sy’n gyfrifol amdanynt.',
    busy: 'Mae’r gwasanaeth cyfeiriadau’n brysur. Rhoi cynnig arall arni ymhen {count} eiliad.',
  },
});
