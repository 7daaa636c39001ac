import type { Payment } from '../payment.ts';

/**
 * A payment as it was at a time: what a search still finds while Pay's book of records lags behind. Undefined before it was created.
 * https://docs.payments.service.gov.uk/api_reference/#data-consistency
 */
export function asOf(payment: Payment, time: number): Payment | undefined {
  if (payment.changed <= time) return payment;
  if (payment.created > time) return undefined;
  const was = (iso: string | undefined): boolean => iso !== undefined && Date.parse(iso) <= time;
  const state = payment.events.findLast(({ updated }) => was(updated))?.state ?? payment.state;
  const then: Payment = {
    ...payment,
    state,
    refunds: payment.refunds
      .filter(({ created_date: created }) => was(created))
      .map(({ settled_date: settled, ...refund }) => ({
        ...refund,
        status: was(refund.concluded) ? refund.status : 'submitted',
        ...(settled !== undefined && was(settled) ? { settled_date: settled } : {}),
      })),
  };
  if (!was(then.capture_submit_time)) delete then.capture_submit_time;
  if (!was(then.captured_date)) {
    delete then.captured_date;
    delete then.fee;
  }
  if (!was(then.settled_date)) delete then.settled_date;
  if (state.status !== 'created' && state.status !== 'started') return then;
  const {
    card: _card,
    provider_id: _provider,
    exemption: _exemption,
    corporate_card_surcharge: _surcharge,
    threeDSecure: _bank,
    ...unpaid
  } = then;
  return unpaid;
}
