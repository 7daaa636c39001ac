/** Payments in every state, as the gateway tells them, for tests and stories. */
import * as v from 'valibot';
import { paymentSchema, type Payment } from '../contract/payment.ts';

const base = {
  id: 'Vh3Xk0Qm7Tz2Lw9Rb5Yc1N',
  number: 'FZFBSBX-HFGSMCL',
  fund: 'council-tax',
  fundName: { en: 'Council tax', cy: 'Treth gyngor' },
  reference: '501231231',
  referenceName: { en: 'Council tax account number', cy: 'Rhif cyfrif treth gyngor' },
  amount: 18_023,
  created: '2026-11-23T10:02:00Z',
  next: null,
  startAgain: 'https://www.council.example/pay',
};
const payment = (state: Payment['state'], more: Partial<Payment> = {}): Payment => v.parse(paymentSchema, { ...base, state, ...more });
const contact = { text: { en: 'Call us on weekdays', cy: 'Ffoniwch ni yn ystod yr wythnos' }, telephone: '01632 960 460' };
const next = { href: 'https://pay.example/secure/1', method: 'GET' } as const;
const failed = (code: string): Payment => payment({ status: 'failed', finished: true, code });

/** See {@link Payment}. */
export const payments = {
  preparing: payment({ status: 'preparing', finished: false }),
  created: payment({ status: 'created', finished: false }, { next }),
  started: payment({ status: 'started', finished: false }, { next }),
  /** GOV.UK Pay does not answer now: it may have been paid since. */
  unanswered: payment({ status: 'started', finished: false }, { next, unanswered: true, contact }),
  submitted: payment({ status: 'submitted', finished: false }, { next, contact }),
  capturable: payment({ status: 'capturable', finished: false }),
  success: payment({ status: 'success', finished: true }, { paid: '2026-11-23T10:04:31Z' }),
  receiptSending: payment({ status: 'success', finished: true }, { paid: '2026-11-23T10:04:31Z', receipt: 'sending' }),
  receiptSent: payment({ status: 'success', finished: true }, { paid: '2026-11-23T10:04:31Z', receipt: 'sent' }),
  receiptNotSent: payment({ status: 'success', finished: true }, { paid: '2026-11-23T10:04:31Z', receipt: 'not-sent' }),
  refunded: payment({ status: 'success', finished: true }, { paid: '2026-11-23T10:04:31Z', refunded: 5_000 }),
  declined: failed('P0010'),
  expired: failed('P0020'),
  cancelledByPayer: failed('P0030'),
  failedForAnotherReason: failed('P9999'),
  cancelled: payment({ status: 'cancelled', finished: true, code: 'P0040' }),
  error: payment({ status: 'error', finished: true, code: 'P0050' }),
  notCreated: payment({ status: 'not-created', finished: true }),
} satisfies Record<string, Payment>;
