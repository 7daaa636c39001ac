/**
 * The Direct Debit Guarantee: the scheme's own words, which no council may change. Only the two blanks are filled in.
 *
 * English: as on the instruction forms of the scheme (https://www.directdebit.co.uk/direct-debit-explained/direct-debit-guarantee/ has it of “the
 * organisation”; Charnwood's and Guildford's council tax forms have it word for word, with their name and 10 working days).
 * Welsh: as HM Revenue and Customs publishes it (https://github.com/hmrc/essttp-frontend, its messages); the scheme has none of its own, and
 * other payees' differ (Dŵr Cymru's, for one: https://www.dwrcymru.com/cy-gb/my-account/paying-your-bill/direct-debit-guarantee).
 */

import type { Text } from '@council-kit/core';

/** The blanks. */
export interface GuaranteeBlanks {
  /** The name that is on statements. */
  readonly creditor: string;
  readonly noticeWorkingDays: number;
}

/** One point, with what stands indented below it. */
export interface GuaranteePoint {
  readonly text: Text;
  readonly below?: Text;
}

export const guaranteeTitle: Text = { en: 'The Direct Debit Guarantee', cy: 'Y Warant Debyd Uniongyrchol' };

/** Its points, in their order. */
export function guaranteePoints({ creditor, noticeWorkingDays }: GuaranteeBlanks): readonly GuaranteePoint[] {
  const days = String(noticeWorkingDays);
  return [
    {
      text: {
        en: 'This Guarantee is offered by all banks and building societies that accept instructions to pay Direct Debits.',
        cy: 'Cynigir y Warant hon gan bob banc a chymdeithas adeiladu sy’n derbyn cyfarwyddiadau i dalu Debydau Uniongyrchol.',
      },
    },
    {
      text: {
        en: `If there are any changes to the amount, date or frequency of your Direct Debit ${creditor} will notify you ${days} working days in advance of your account being debited or as otherwise agreed. If you request ${creditor} to collect a payment, confirmation of the amount and date will be given to you at the time of the request.`,
        cy: `Os oes unrhyw newidiadau i swm, dyddiad neu amlder eich Debyd Uniongyrchol, bydd ${creditor} yn rhoi gwybod i chi ${days} diwrnod gwaith cyn i’ch cyfrif gael ei ddebydu, neu fel y cytunwyd fel arall. Os byddwch yn gwneud cais i ${creditor} gasglu taliad, rhoddir cadarnhad o’r swm a’r dyddiad i chi ar adeg y cais.`,
      },
    },
    {
      text: {
        en: `If an error is made in the payment of your Direct Debit, by ${creditor} or your bank or building society, you are entitled to a full and immediate refund of the amount paid from your bank or building society.`,
        cy: `Os gwneir camgymeriad gan ${creditor} neu eich banc neu’ch cymdeithas adeiladu wrth dalu Debyd Uniongyrchol, mae gennych hawl i ad-daliad llawn a di-oed o’r swm a dalwyd o’ch banc neu’ch cymdeithas adeiladu.`,
      },
      below: {
        en: `If you receive a refund you are not entitled to, you must pay it back when ${creditor} asks you to.`,
        cy: `Os byddwch yn cael ad-daliad nad oes hawl gennych iddo, bydd yn rhaid i chi ei dalu’n ôl pan fydd ${creditor} yn gofyn i chi wneud hynny.`,
      },
    },
    {
      text: {
        en: 'You can cancel a Direct Debit at any time by simply contacting your bank or building society. Written confirmation may be required. Please also notify us.',
        cy: 'Gallwch ganslo Debyd Uniongyrchol ar unrhyw adeg drwy gysylltu â’ch banc neu’ch cymdeithas adeiladu. Efallai y bydd angen cadarnhad ysgrifenedig. Rhowch wybod i ni hefyd.',
      },
    },
  ];
}
