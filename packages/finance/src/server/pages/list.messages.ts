import { catalogue, type Catalogue } from '@council-kit/core';
import type { Outcome } from '@council-kit/payments/server';

type Key =
  | 'words'
  | 'words-hint'
  | 'narrow'
  | 'state'
  | 'fund'
  | 'any'
  | 'from'
  | 'to'
  | 'day-hint'
  | 'find'
  | 'clear'
  | 'from-unreadable'
  | 'to-unreadable'
  | 'order'
  | 'none-yet'
  | 'none'
  | 'none-hint'
  | 'caption'
  | 'reference'
  | 'begun'
  | 'fund-and-reference'
  | 'amount'
  | 'refunded'
  | 'total-count'
  | 'more-than'
  | 'not-added-up'
  | 'total-paid'
  | 'total-refunded'
  | 'total-kept'
  | 'of'
  | 'these-days'
  | 'newer'
  | 'older'
  | `outcome-${Outcome}`;

/** What the list of payments says. */
export const listMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    words: 'Reference or number',
    'words-hint': 'The whole of it: the payment number on the receipt, GOV.UK Pay’s own, or the reference on the resident’s letter',
    narrow: 'Narrow by state, fund or day',
    state: 'State',
    fund: 'For',
    any: 'Any',
    from: 'Begun from',
    to: 'Begun up to and with',
    'day-hint': 'Like {day}',
    find: 'Find payments',
    clear: 'Show all payments',
    'from-unreadable': 'The first day must be a real day, like {day}',
    'to-unreadable': 'The last day must be a real day, like {day}',
    order: 'The last day must be the same as or after the first day',
    'none-yet': 'Nobody has paid anything yet. Payments show here as soon as they are begun.',
    none: 'No payments match.',
    'none-hint': 'References are looked for whole: check that nothing is missing. Or show all payments.',
    caption: 'Payments, newest first',
    reference: 'Payment number',
    begun: 'Begun',
    'fund-and-reference': 'For, with the resident’s reference',
    amount: 'Amount',
    refunded: 'Refunded',
    'total-count': 'Payments found',
    'more-than': 'More than {number}',
    'not-added-up': 'To see what they add up to, narrow the list to {number} payments or fewer.',
    'total-paid': 'Paid',
    'total-refunded': 'Refunded',
    'total-kept': 'Paid less refunds',
    of: { one: '{amount} in {count} payment', other: '{amount} in {count} payments' },
    'these-days': 'Compare or download these days',
    newer: 'Newer payments',
    older: 'Older payments',
    'outcome-paid': 'Paid',
    'outcome-refunded': 'Refunded, wholly or in part',
    'outcome-open': 'Not finished',
    'outcome-capturable': 'Waits to be captured',
    'outcome-unpaid': 'Not paid',
  },
  cy: {
    words: 'Cyfeirnod neu rif',
    'words-hint': 'Y cyfan ohono: rhif y taliad ar y dderbynneb, rhif GOV.UK Pay ei hun, neu’r cyfeirnod ar lythyr y preswylydd',
    narrow: 'Culhau yn ôl statws, cronfa neu ddiwrnod',
    state: 'Statws',
    fund: 'Ar gyfer',
    any: 'Unrhyw un',
    from: 'Dechreuwyd o',
    to: 'Dechreuwyd hyd at ac yn cynnwys',
    'day-hint': 'Fel {day}',
    find: 'Dod o hyd i daliadau',
    clear: 'Dangos pob taliad',
    'from-unreadable': 'Rhaid i’r diwrnod cyntaf fod yn ddiwrnod go iawn, fel {day}',
    'to-unreadable': 'Rhaid i’r diwrnod olaf fod yn ddiwrnod go iawn, fel {day}',
    order: 'Rhaid i’r diwrnod olaf fod yr un peth â’r diwrnod cyntaf neu ar ei ôl',
    'none-yet': 'Nid oes neb wedi talu dim eto. Bydd taliadau’n ymddangos yma cyn gynted ag y cânt eu dechrau.',
    none: 'Nid oes taliadau’n cyfateb.',
    'none-hint': 'Chwilir am gyfeirnodau cyfan: gwiriwch nad oes dim ar goll. Neu dangoswch bob taliad.',
    caption: 'Taliadau, y diweddaraf yn gyntaf',
    reference: 'Rhif y taliad',
    begun: 'Dechreuwyd',
    'fund-and-reference': 'Ar gyfer, gyda chyfeirnod y preswylydd',
    amount: 'Swm',
    refunded: 'Ad-dalwyd',
    'total-count': 'Taliadau a ganfuwyd',
    'more-than': 'Mwy na {number}',
    'not-added-up': 'I weld y cyfansymiau, culhewch y rhestr i {number} o daliadau neu lai.',
    'total-paid': 'Talwyd',
    'total-refunded': 'Ad-dalwyd',
    'total-kept': 'Talwyd llai ad-daliadau',
    of: {
      two: '{amount} mewn {count} daliad',
      few: '{amount} mewn {count} thaliad',
      many: '{amount} mewn {count} thaliad',
      other: '{amount} mewn {count} taliad',
    },
    'these-days': 'Cymharu neu lawrlwytho’r dyddiau hyn',
    newer: 'Taliadau mwy diweddar',
    older: 'Taliadau hŷn',
    'outcome-paid': 'Wedi’i dalu',
    'outcome-refunded': 'Wedi’i ad-dalu, yn llawn neu’n rhannol',
    'outcome-open': 'Heb ei orffen',
    'outcome-capturable': 'Yn aros i’w gipio',
    'outcome-unpaid': 'Heb ei dalu',
  },
});
