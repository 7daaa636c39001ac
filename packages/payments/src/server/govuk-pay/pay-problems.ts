/** What GOV.UK Pay's errors mean to a resident, and to those who look after the service. */
import { Problem } from '@council-kit/gateway';
import type { Text } from '@council-kit/core';

export const system = 'govuk-pay';

interface Meaning {
  readonly status: number;
  readonly title: Text;
  readonly detail: Text;
}

const ours: Meaning = {
  status: 502,
  title: { en: 'You cannot pay online at the moment', cy: 'Ni allwch dalu ar-lein ar hyn o bryd' },
  detail: {
    en: 'There is a problem on our side. Nothing has been taken. Call us, or try again later.',
    cy: 'Mae problem ar ein hochr ni. Nid oes dim wedi’i gymryd. Ffoniwch ni, neu rhowch gynnig arall arni yn nes ymlaen.',
  },
};
const theirs: Meaning = {
  status: 502,
  title: { en: 'GOV.UK Pay is not working', cy: 'Nid yw GOV.UK Pay yn gweithio' },
  detail: {
    en: 'Nothing has been taken. Try again in a few minutes.',
    cy: 'Nid oes dim wedi’i gymryd. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
};
const busy: Meaning = {
  status: 503,
  title: { en: 'Too many people are paying at once', cy: 'Mae gormod o bobl yn talu ar yr un pryd' },
  detail: { en: 'Nothing has been taken. Try again in a minute.', cy: 'Nid oes dim wedi’i gymryd. Rhowch gynnig arall arni ymhen munud.' },
};
const amount: Meaning = {
  status: 422,
  title: { en: 'GOV.UK Pay does not take this amount', cy: 'Nid yw GOV.UK Pay yn derbyn y swm hwn' },
  detail: { en: 'Enter an amount from 30p to £100,000.', cy: 'Rhowch swm o 30c i £100,000.' },
};
const reference: Meaning = {
  status: 422,
  title: { en: 'The reference looks like a card number', cy: 'Mae’r cyfeirnod yn edrych fel rhif cerdyn' },
  detail: {
    en: 'Enter the reference on your letter, not a card number. Nothing has been taken.',
    cy: 'Rhowch y cyfeirnod ar eich llythyr, nid rhif cerdyn. Nid oes dim wedi’i gymryd.',
  },
};
const email: Meaning = {
  status: 422,
  title: { en: 'GOV.UK Pay does not take this email address', cy: 'Nid yw GOV.UK Pay yn derbyn y cyfeiriad e-bost hwn' },
  detail: { en: 'Enter a shorter email address, or none.', cy: 'Rhowch gyfeiriad e-bost byrrach, neu ddim un.' },
};
const gone: Meaning = {
  status: 404,
  title: { en: 'There is no such payment', cy: 'Nid oes taliad o’r fath' },
  detail: { en: 'Start again from your bill.', cy: 'Dechreuwch eto o’ch bil.' },
};
const notCancelled: Meaning = {
  status: 409,
  title: { en: 'This payment can no longer be cancelled', cy: 'Ni ellir canslo’r taliad hwn bellach' },
  detail: { en: 'Look at the payment to see what became of it.', cy: 'Edrychwch ar y taliad i weld beth ddigwyddodd.' },
};
const notCaptured: Meaning = {
  status: 409,
  title: { en: 'This payment cannot be captured', cy: 'Ni ellir cipio’r taliad hwn' },
  detail: { en: 'Look at the payment to see what became of it.', cy: 'Edrychwch ar y taliad i weld beth ddigwyddodd.' },
};
const notRefunded: Meaning = {
  status: 409,
  title: { en: 'This payment cannot be refunded', cy: 'Ni ellir ad-dalu’r taliad hwn' },
  detail: {
    en: 'It is not paid yet, has been refunded in full, or is disputed.',
    cy: 'Nid yw wedi’i dalu eto, mae wedi’i ad-dalu’n llawn, neu mae anghydfod.',
  },
};
const stale: Meaning = {
  status: 412,
  title: { en: 'The amount left to refund has changed', cy: 'Mae’r swm sydd ar ôl i’w ad-dalu wedi newid' },
  detail: {
    en: 'Somebody else may have refunded part of it. Nothing more was refunded. Look at the payment and decide again.',
    cy: 'Efallai bod rhywun arall wedi ad-dalu rhan ohono. Ni ad-dalwyd dim mwy. Edrychwch ar y taliad a phenderfynwch eto.',
  },
};
const refundAmount: Meaning = {
  status: 422,
  title: { en: 'This amount cannot be refunded', cy: 'Ni ellir ad-dalu’r swm hwn' },
  detail: { en: 'Enter an amount up to what is left to refund.', cy: 'Rhowch swm hyd at yr hyn sydd ar ôl i’w ad-dalu.' },
};

/** By Pay's code: https://docs.payments.service.gov.uk/api_reference/#gov-uk-pay-api-error-codes */
const meanings: Readonly<Record<string, Meaning>> = {
  // What we sent was wrong, or the council's account is: nothing that a resident can mend.
  P0101: ours,
  P0102: ours,
  P0103: ours,
  P0104: ours,
  P0105: reference,
  P0191: ours,
  P0195: ours,
  P0196: ours,
  P0197: ours,
  P0198: theirs,
  P0199: ours,
  P0200: gone,
  P0298: theirs,
  P0300: gone,
  P0398: theirs,
  P0401: ours,
  P0402: ours,
  P0498: theirs,
  P0500: gone,
  P0501: notCancelled,
  P0502: notCancelled,
  P0598: theirs,
  P0600: gone,
  P0601: ours,
  P0602: refundAmount,
  P0603: notRefunded,
  P0604: stale,
  P0697: ours,
  P0698: theirs,
  P0700: gone,
  P0798: theirs,
  P0800: gone,
  P0898: theirs,
  P0900: busy,
  P0920: ours,
  P0930: ours,
  P0940: ours,
  P0941: ours,
  P0942: ours,
  P0999: theirs,
  P1000: gone,
  P1001: notCaptured,
  P1003: notCaptured,
  P1098: theirs,
};

const byField: Readonly<Record<string, Meaning>> = { amount, email };

/** Pay said no: with a code where it gave one. It did not do what it was asked. */
export class PayRefusal extends Problem {
  /** Pay's own status and code. */
  readonly payStatus: number;
  readonly payCode: string | undefined;

  constructor(payStatus: number, payCode: string | undefined, field: string | undefined, retryAfter?: string) {
    const known = payCode === undefined ? undefined : meanings[payCode];
    const meaning =
      (payCode === 'P0102' && field !== undefined ? byField[field] : undefined) ??
      known ??
      (payStatus === 429 ? busy : payStatus >= 500 ? theirs : ours);
    super({
      status: meaning.status,
      code: 'upstream_failed',
      title: meaning.title,
      detail: meaning.detail,
      upstream: { system, code: payCode ?? `answered_${payStatus}` },
      ...(meaning === busy ? { headers: { 'Retry-After': retryAfter ?? '5' } } : {}),
    });
    this.name = 'PayRefusal';
    this.payStatus = payStatus;
    this.payCode = payCode;
  }
}

/** It cannot be known whether Pay did what it was asked: no answer, half an answer, an answer of somebody else. */
export class PaySilence extends Problem {
  constructor(why: string, status: 502 | 504, options?: ErrorOptions) {
    super(
      {
        status,
        code: 'upstream_failed',
        title: { en: 'GOV.UK Pay did not answer', cy: 'Nid atebodd GOV.UK Pay' },
        detail: {
          en: 'You have not been charged: a payment is only made on GOV.UK Pay’s own pages. Try again in a minute.',
          cy: 'Nid ydych wedi talu: dim ond ar dudalennau GOV.UK Pay ei hun y gwneir taliad. Rhowch gynnig arall arni ymhen munud.',
        },
        upstream: { system, code: why },
        headers: { 'Retry-After': '10' },
      },
      options,
    );
    this.name = 'PaySilence';
  }
}
