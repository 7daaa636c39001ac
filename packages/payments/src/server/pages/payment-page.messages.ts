import { catalogue, type Catalogue } from '@council-kit/core';

type Key =
  | 'to-pay'
  | 'to-pay-text'
  | 'pay-button'
  | 'ask-again'
  | 'again'
  | 'see'
  | 'contact'
  | 'pay-by-number'
  | 'gone-title'
  | 'gone'
  | 'gone-cookies';

/** What our own pages say around the journey and the answer. */
export const paymentPageMessages: Catalogue<Key> = catalogue<Key>({
  en: {
    'to-pay': 'Pay on GOV.UK Pay',
    'to-pay-text': 'You type your card details on GOV.UK Pay’s own pages, not here.',

    'pay-button': 'Pay {amount}',
    'ask-again': 'Check again',
    again: 'Try again',
    see: 'See the status of this payment',
    contact: 'Get help with your payment',
    'pay-by-number': 'Pay with your account number',

    'gone-title': 'Look up your bill again',
    gone: 'For your privacy, you can open a bill for one hour, and only in the browser that you used to look it up.',
    'gone-cookies': 'If you have just looked up your bill, allow cookies for this site in your browser’s settings and try again.',
  },
  cy: {
    'to-pay': 'Talu ar GOV.UK Pay',
    'to-pay-text': 'Byddwch yn teipio manylion eich cerdyn ar dudalennau GOV.UK Pay ei hun, nid yma.',

    'pay-button': 'Talu {amount}',
    'ask-again': 'Gwirio eto',
    again: 'Rhoi cynnig arall arni',
    see: 'Gweld beth ddaeth o’r taliad hwn',
    contact: 'Cael help gyda’ch taliad',
    'pay-by-number': 'Talu gyda’ch rhif cyfrif',

    'gone-title': 'Chwiliwch am eich bil eto',
    gone: 'Er mwyn eich preifatrwydd, gallwch agor bil am awr, a dim ond yn y porwr a ddefnyddioch i chwilio amdano.',
    'gone-cookies':
      'Os ydych newydd chwilio am eich bil, caniatewch gwcis ar gyfer y wefan hon yng ngosodiadau eich porwr a rhowch gynnig arall arni.',
  },
});
