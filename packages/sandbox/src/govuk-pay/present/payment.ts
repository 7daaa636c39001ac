import { totalOf, type CardDetails, type Payment } from '../payment.ts';
import { refundable } from '../rules/refundable.ts';
import { dayOf, get, post, type Link } from './links.ts';

/** A payment as GET /v1/payments/{id} answers it. Links that there are not are null. */
export function presentPayment(payment: Payment, origin: string): Record<string, unknown> {
  return {
    ...presentFacts(payment),
    ...(payment.agreement_id === undefined && payment.set_up_agreement === undefined
      ? {}
      : { agreement_id: payment.agreement_id ?? payment.set_up_agreement }),
    _links: { ...presentLinks(payment, origin), ...presentNext(payment, origin) },
  };
}

/** The same among the results of a search: without what leads to paying, and without its agreement. */
export const presentFound = (payment: Payment, origin: string): Record<string, unknown> => ({
  ...presentFacts(payment),
  _links: presentLinks(payment, origin),
});

export function presentEvents(payment: Payment, origin: string): object {
  const self = `${origin}/v1/payments/${payment.payment_id}`;
  return {
    payment_id: payment.payment_id,
    events: payment.events.map(({ state, updated }) => ({
      payment_id: payment.payment_id,
      state,
      updated,
      _links: { payment_url: get(self) },
    })),
    _links: { self: get(`${self}/events`) },
  };
}

export function presentRefundSummary(payment: Payment): object {
  const { status, available, submitted } = refundable(payment);
  return { status, amount_available: available, amount_submitted: submitted };
}

export const presentSettlement = ({ capture_submit_time: submitted, captured_date: captured, settled_date: settled }: Payment): object => ({
  ...(submitted === undefined ? {} : { capture_submit_time: submitted }),
  ...(captured === undefined ? {} : { captured_date: dayOf(captured) }),
  ...(settled === undefined ? {} : { settled_date: dayOf(settled) }),
});

/** What a payment came to: only where it is not its amount, or the provider keeps some. */
export const presentAmounts = (payment: Payment): object => ({
  ...(payment.corporate_card_surcharge === undefined
    ? {}
    : { corporate_card_surcharge: payment.corporate_card_surcharge, total_amount: totalOf(payment) }),
  ...(payment.fee === undefined ? {} : { fee: payment.fee, net_amount: totalOf(payment) - payment.fee }),
});

/** Every attribute of a card, null where nothing is known: pay-publicapi's `CardDetails` is written whole. */
export const presentCard = (card: Partial<CardDetails>): Record<string, unknown> => ({
  last_digits_card_number: card.last_digits_card_number ?? null,
  first_digits_card_number: card.first_digits_card_number ?? null,
  cardholder_name: card.cardholder_name ?? null,
  expiry_date: card.expiry_date ?? null,
  billing_address: card.billing_address ?? null,
  card_brand: card.card_brand ?? '',
  card_type: card.card_type ?? null,
});

function presentFacts(payment: Payment): Record<string, unknown> {
  const card: Partial<CardDetails> | undefined = payment.card ?? payment.prefilled;
  return {
    created_date: new Date(payment.created).toISOString(),
    amount: payment.amount,
    state: payment.state,
    description: payment.description,
    reference: payment.reference,
    language: payment.language,
    ...(payment.metadata ? { metadata: payment.metadata } : {}),
    ...(payment.email === undefined ? {} : { email: payment.email }),
    ...(card ? { card_details: { ...presentCard(card), wallet_type: card.wallet_type ?? null } } : {}),
    ...(payment.card ? { card_brand: payment.card.card_brand } : {}),
    payment_id: payment.payment_id,
    authorisation_mode: payment.authorisation_mode,
    ...(payment.agreement_payment_type === undefined ? {} : { agreement_payment_type: payment.agreement_payment_type }),
    ...(payment.threeDSecure ? { authorisation_summary: { three_d_secure: { required: true } } } : {}),
    ...(payment.exemption ? { exemption: payment.exemption } : {}),
    refund_summary: presentRefundSummary(payment),
    settlement_summary: presentSettlement(payment),
    delayed_capture: payment.delayed_capture,
    moto: payment.moto,
    ...presentAmounts(payment),
    payment_provider: payment.provider,
    ...(payment.provider_id === undefined ? {} : { provider_id: payment.provider_id }),
    ...(payment.return_url === undefined ? {} : { return_url: payment.return_url }),
  };
}

function presentLinks({ payment_id: id, state, authorisation_mode: mode }: Payment, origin: string): Record<string, Link | null> {
  const self = `${origin}/v1/payments/${id}`;
  return {
    self: get(self),
    events: get(`${self}/events`),
    refunds: get(`${self}/refunds`),
    cancel: state.finished || mode === 'agreement' ? null : post(`${self}/cancel`),
    capture: state.status === 'capturable' ? post(`${self}/capture`) : null,
  };
}

/** The way to pay. */
function presentNext({ state, authorisation_mode: mode, token, confirmed }: Payment, origin: string): Record<string, Link | null> {
  const open = !state.finished && state.status !== 'capturable' && !confirmed;
  const form = (href: string, type: string, params: Record<string, string>): Link => ({ type, params, href, method: 'POST' });
  return {
    next_url: open && mode === 'web' ? get(`${origin}/secure/${token}`) : null,
    next_url_post: open && mode === 'web' ? form(`${origin}/secure`, 'application/x-www-form-urlencoded', { chargeTokenId: token }) : null,
    auth_url_post: open && mode === 'moto_api' ? form(`${origin}/v1/auth`, 'application/json', { one_time_token: token }) : null,
  };
}
