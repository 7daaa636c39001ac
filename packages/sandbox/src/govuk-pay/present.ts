import type { Payment, Refund } from './book.ts';

const link = (href: string): object => ({ href, method: 'GET' });
const post = (href: string): object => ({ href, method: 'POST' });
const day = (iso: string): string => iso.slice(0, 10);

/** What may be refunded. */
export function refundable(payment: Payment): {
  status: 'pending' | 'unavailable' | 'available' | 'full';
  available: number;
  submitted: number;
} {
  const submitted = payment.refunds.filter(({ status }) => status !== 'error').reduce((sum, { amount }) => sum + amount, 0);
  const available = payment.amount - submitted;
  if (payment.state.status !== 'success')
    return { status: payment.state.finished ? 'unavailable' : 'pending', available: payment.amount, submitted };
  if (payment.capture_submit_time === undefined) return { status: 'pending', available, submitted };
  return { status: available === 0 ? 'full' : 'available', available, submitted };
}

/** A payment as GET /v1/payments/{id} answers it. */
export function presentPayment(payment: Payment, origin: string): Record<string, unknown> {
  const self = `${origin}/v1/payments/${payment.payment_id}`;
  const { finished, status } = payment.state;
  const refund = refundable(payment);
  const paid = status === 'success';
  return {
    created_date: new Date(payment.created).toISOString(),
    amount: payment.amount,
    state: payment.state,
    description: payment.description,
    reference: payment.reference,
    language: payment.language,
    ...(payment.metadata ? { metadata: payment.metadata } : {}),
    ...(payment.email === undefined ? {} : { email: payment.email }),
    ...(payment.card
      ? { card_details: payment.card, card_brand: payment.card.card_brand }
      : payment.prefilled
        ? { card_details: { ...payment.prefilled } }
        : {}),
    payment_id: payment.payment_id,
    authorisation_mode: 'web',
    ...(payment.threeDSecure === undefined ? {} : { authorisation_summary: { three_d_secure: { required: payment.threeDSecure } } }),
    refund_summary: { status: refund.status, amount_available: refund.available, amount_submitted: refund.submitted },
    settlement_summary: {
      ...(payment.capture_submit_time === undefined ? {} : { capture_submit_time: payment.capture_submit_time }),
      ...(payment.captured_date === undefined ? {} : { captured_date: day(payment.captured_date) }),
      ...(payment.settled_date === undefined ? {} : { settled_date: day(payment.settled_date) }),
    },
    delayed_capture: payment.delayed_capture,
    moto: payment.moto,
    ...(paid ? { total_amount: payment.amount } : {}),
    payment_provider: 'sandbox',
    ...(payment.provider_id === undefined ? {} : { provider_id: payment.provider_id }),
    ...(payment.return_url === undefined ? {} : { return_url: payment.return_url }),
    _links: {
      self: link(self),
      ...(finished || status === 'capturable' || payment.confirmed
        ? {}
        : {
            next_url: link(`${origin}/secure/${payment.token}`),
            next_url_post: {
              type: 'application/x-www-form-urlencoded',
              params: { chargeTokenId: payment.token },
              href: `${origin}/secure`,
              method: 'POST',
            },
          }),
      events: link(`${self}/events`),
      refunds: link(`${self}/refunds`),
      ...(finished || payment.confirmed ? {} : { cancel: post(`${self}/cancel`) }),
      ...(status === 'capturable' ? { capture: post(`${self}/capture`) } : {}),
    },
  };
}

/** The same among the results of a search, whose links do not lead to the hosted pages. */
export function presentFound(payment: Payment, origin: string): Record<string, unknown> {
  const whole = presentPayment(payment, origin);
  const { self, events, refunds, cancel, capture } = whole['_links'] as Record<string, unknown>;
  return { ...whole, _links: { self, events, refunds, ...(cancel ? { cancel } : {}), ...(capture ? { capture } : {}) } };
}

export function presentEvents(payment: Payment, origin: string): object {
  const self = `${origin}/v1/payments/${payment.payment_id}`;
  return {
    payment_id: payment.payment_id,
    events: payment.events.map(({ state, updated }) => ({
      payment_id: payment.payment_id,
      state,
      updated,
      _links: { payment_url: link(self) },
    })),
    _links: { self: link(`${self}/events`) },
  };
}

export function presentRefund(payment: Payment, refund: Refund, origin: string): Record<string, unknown> {
  const self = `${origin}/v1/payments/${payment.payment_id}`;
  return {
    refund_id: refund.refund_id,
    payment_id: payment.payment_id,
    created_date: refund.created_date,
    amount: refund.amount,
    status: refund.status,
    settlement_summary: {},
    _links: { self: link(`${self}/refunds/${refund.refund_id}`), payment: link(self) },
  };
}

export function presentRefunds(payment: Payment, origin: string): object {
  const self = `${origin}/v1/payments/${payment.payment_id}`;
  return {
    payment_id: payment.payment_id,
    _links: { self: link(`${self}/refunds`), payment: link(self) },
    _embedded: { refunds: payment.refunds.map((refund) => presentRefund(payment, refund, origin)) },
  };
}
