import type { Payment } from '../contract/payment.ts';
import type { PayPayment } from './govuk-pay/pay-answers.ts';
import { finishedRank, rankOf } from './govuk-pay/pay-answers.ts';
import { fundOf, type Payments } from './payments.ts';
import type { PaymentRow } from './records/tables.ts';

/** A payment over the wire. */
export function presentPayment(payments: Payments, row: PaymentRow, { unanswered = false } = {}): Payment {
  const { settings, ground } = payments;
  const fund = fundOf(payments, row.fund);
  // Pay leads on until it is over, also who has typed a card and not confirmed it:
  // https://github.com/alphagov/pay-connector (ChargeService, needsNextUrl)
  const payable = row.rank >= rankOf('created') && row.rank <= rankOf('submitted');
  const lost = row.rank === finishedRank && row.status !== 'success';
  return {
    id: row.id,
    number: row.reference,
    fund: row.fund,
    fundName: fund?.name ?? { en: row.fund, cy: row.fund },
    reference: row.account,
    referenceName: fund?.reference.name ?? { en: 'Reference', cy: 'Cyfeirnod' },
    amount: row.amount,
    state: { status: row.status, finished: row.rank === finishedRank, ...(row.code === null ? {} : { code: row.code }) },
    created: new Date(row.created_at).toISOString(),
    ...(row.paid_at === null ? {} : { paid: new Date(row.paid_at).toISOString() }),
    refunded: row.refunded,
    ...(row.receipt === null ? {} : { receipt: row.receipt }),
    unanswered,
    // Ours, which leads on: Pay's own address is good once, and nothing to keep.
    next: payable ? { href: ground.site.url(`/payments/${row.id}/pay`), method: 'GET' } : null,
    ...(row.status === 'success' || !settings.contact ? {} : { contact: settings.contact }),
    ...(lost ? { startAgain: settings.startAgain ?? ground.site.url(`/pay/${row.fund}`) } : {}),
  };
}

/** Pay's own page, while it can be paid there. */
export const nextOf = (answer: PayPayment): string | undefined => answer._links?.next_url?.href;
