/** What GOV.UK Pay's errors mean to a resident, and to those who look after the service. */
import { Problem } from '@council-kit/gateway';
import type { Text } from '@council-kit/core';

export const system = 'govuk-pay';

/** What Pay was asked to do. `begin` is all that comes before a resident is led to Pay: until then nothing can be taken. */
export type PayStep = 'begin' | 'read' | 'cancel' | 'capture' | 'refund' | 'search';

interface Meaning {
  readonly status: number;
  readonly title: Text;
  readonly detail: Text;
  /** Pay did nothing, and why says nothing of the payment: what that means at this step is said before `detail`. */
  readonly untold?: true;
}

/** Where Pay said no. */
const notDone: Readonly<Record<PayStep, Text>> = {
  begin: { en: 'Nothing has been taken.', cy: 'Nid oes dim wedi’i gymryd.' },
  read: { en: 'If you have paid already, do not pay again.', cy: 'Os ydych wedi talu eisoes, peidiwch â thalu eto.' },
  cancel: { en: 'The payment was not cancelled.', cy: 'Ni chafodd y taliad ei ganslo.' },
  capture: { en: 'The money was not taken.', cy: 'Ni chymerwyd yr arian.' },
  refund: { en: 'Nothing was refunded.', cy: 'Ni ad-dalwyd dim.' },
  search: { en: 'Nothing has changed.', cy: 'Nid oes dim wedi newid.' },
};

/** Where nobody knows what Pay did. */
const unknown: Readonly<Record<PayStep, Text>> = {
  begin: {
    en: 'You have not been charged: a payment is only made on GOV.UK Pay’s own pages. Try again in a minute.',
    cy: 'Nid ydych wedi talu: dim ond ar dudalennau GOV.UK Pay ei hun y gwneir taliad. Rhowch gynnig arall arni ymhen munud.',
  },
  read: {
    en: 'If you have paid already, do not pay again. Try again in a minute.',
    cy: 'Os ydych wedi talu eisoes, peidiwch â thalu eto. Rhowch gynnig arall arni ymhen munud.',
  },
  cancel: {
    en: 'It is not known yet whether the payment was cancelled. Look at the payment before you do anything else.',
    cy: 'Ni wyddys eto a gafodd y taliad ei ganslo. Edrychwch ar y taliad cyn gwneud dim arall.',
  },
  capture: {
    en: 'It is not known yet whether the money was taken. Look at the payment before you try again.',
    cy: 'Ni wyddys eto a gymerwyd yr arian. Edrychwch ar y taliad cyn rhoi cynnig arall arni.',
  },
  refund: {
    en: 'It is not known yet whether the money was given back. Look at the payment before you try again: the same refund is not made twice.',
    cy: 'Ni wyddys eto a roddwyd yr arian yn ôl. Edrychwch ar y taliad cyn rhoi cynnig arall arni: ni wneir yr un ad-daliad ddwywaith.',
  },
  search: { en: 'Nothing has changed. Try again in a minute.', cy: 'Nid oes dim wedi newid. Rhowch gynnig arall arni ymhen munud.' },
};

const ours: Meaning = {
  status: 502,
  title: { en: 'There is a problem with the council’s account at GOV.UK Pay', cy: 'Mae problem gyda chyfrif y cyngor yn GOV.UK Pay' },
  detail: { en: 'Call us, or try again later.', cy: 'Ffoniwch ni, neu rhowch gynnig arall arni yn nes ymlaen.' },
  untold: true,
};
const theirs: Meaning = {
  status: 502,
  title: { en: 'GOV.UK Pay is not working', cy: 'Nid yw GOV.UK Pay yn gweithio' },
  detail: { en: 'Try again in a few minutes.', cy: 'Rhowch gynnig arall arni ymhen ychydig funudau.' },
  untold: true,
};
const busy: Meaning = {
  status: 503,
  title: { en: 'Too many people are paying at once', cy: 'Mae gormod o bobl yn talu ar yr un pryd' },
  detail: { en: 'Try again in a minute.', cy: 'Rhowch gynnig arall arni ymhen munud.' },
  untold: true,
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

/** What Pay told of a request that it refused. */
export interface Refusal {
  readonly payStatus: number;
  readonly payCode?: string | undefined;
  /** The field of ours that it does not take. */
  readonly field?: string | undefined;
  readonly retryAfter?: string | undefined;
}

/** Pay said no: with a code where it gave one. It did not do what it was asked. */
export class PayRefusal extends Problem {
  /** Pay's own status and code. */
  readonly payStatus: number;
  readonly payCode: string | undefined;
  readonly #refusal: Refusal;

  constructor(step: PayStep, refusal: Refusal) {
    const { payStatus, payCode, field, retryAfter } = refusal;
    const known = payCode === undefined ? undefined : meanings[payCode];
    const meaning =
      (payCode === 'P0102' && field !== undefined ? byField[field] : undefined) ??
      known ??
      (payStatus === 429 ? busy : payStatus >= 500 ? theirs : ours);
    const { status, title, detail, untold } = meaning;
    super({
      status,
      code: 'upstream_failed',
      title,
      detail: untold ? { en: `${notDone[step].en} ${detail.en}`, cy: `${notDone[step].cy} ${detail.cy}` } : detail,
      upstream: { system, code: payCode ?? `answered_${payStatus}` },
      ...(meaning === busy ? { headers: { 'Retry-After': retryAfter ?? '5' } } : {}),
    });
    this.name = 'PayRefusal';
    this.payStatus = payStatus;
    this.payCode = payCode;
    this.#refusal = refusal;
  }

  /** The same, as somebody is told who was doing something else by it. */
  during(step: PayStep): PayRefusal {
    return new PayRefusal(step, this.#refusal);
  }
}

/** It cannot be known whether Pay did what it was asked: no answer, half an answer, an answer of somebody else. */
export class PaySilence extends Problem {
  readonly #why: string;

  constructor(step: PayStep, why: string, options?: ErrorOptions) {
    super(
      {
        status: why === 'timeout' || why === 'busy' ? 504 : 502,
        code: 'upstream_failed',
        title: { en: 'GOV.UK Pay did not answer', cy: 'Nid atebodd GOV.UK Pay' },
        detail: unknown[step],
        upstream: { system, code: why },
        headers: { 'Retry-After': '10' },
      },
      options,
    );
    this.name = 'PaySilence';
    this.#why = why;
  }

  /** Pay took longer than it is waited for. */
  get isLate(): boolean {
    return this.#why === 'timeout';
  }

  /** The same, as somebody is told who was doing something else by it. */
  during(step: PayStep): PaySilence {
    return new PaySilence(step, this.#why, { cause: this.cause });
  }
}
