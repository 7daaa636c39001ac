import { endings } from '../errors.ts';
import type { Payment, State } from '../payment.ts';
import { presentAmounts, presentCard, presentRefundSummary, presentSettlement } from './payment.ts';

/**
 * A payment as webhook messages carry it: pay-webhooks' `PaymentApiRepresentation`, which is less than the API answers, and names a failed
 * payment by how it failed.
 */
export const presentInMessage = (payment: Payment): object => ({
  payment_id: payment.payment_id,
  amount: payment.amount,
  state: stateInMessage(payment.state),
  ...(payment.return_url === undefined ? {} : { return_url: payment.return_url }),
  description: payment.description,
  reference: payment.reference,
  ...(payment.email === undefined ? {} : { email: payment.email }),
  payment_provider: payment.provider,
  created_date: new Date(payment.created).toISOString(),
  language: payment.language,
  delayed_capture: payment.delayed_capture,
  moto: payment.moto,
  refund_summary: presentRefundSummary(payment),
  settlement_summary: presentSettlement(payment),
  ...(payment.card ? { card_details: presentCard(payment.card) } : {}),
  ...presentAmounts(payment),
  ...(payment.metadata ? { metadata: payment.metadata } : {}),
  ...(payment.threeDSecure === undefined ? {} : { authorisation_summary: { three_d_secure: { required: payment.threeDSecure } } }),
});

/** Pay's newer names for what failed, of which two are the same. */
function stateInMessage({ can_retry: _can, ...state }: State): object {
  switch (state.code) {
    case endings.declined.code:
      return { ...state, status: 'declined' };
    case endings.expired.code:
      return { ...state, status: 'timedout' };
    case endings.cancelled.code:
    case endings.leftByPayer.code:
      return { ...endings.leftByPayer, status: 'cancelled' };
    default:
      return state;
  }
}
