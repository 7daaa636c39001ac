import { requestGateway, type Outcome } from '@council-kit/core';
import { paymentSchema, type NewPayment, type Payment, type PaymentProblemCode } from '../contract/payment.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';

/** How it is sent: the key makes repeats harmless. */
export interface SendOptions {
  readonly language: string;
  readonly idempotencyKey: string;
  readonly signal: AbortSignal;
}

/**
 * Sends an intention.
 *
 * @throws the signal's reason, where it is called off
 */
export function sendIntention(gateway: string, body: NewPayment, options: SendOptions): Promise<Outcome<Payment, PaymentProblemCode>> {
  return requestGateway<Payment, PaymentProblemCode>(gatewayUrl(gateway, '/payments'), { schema: paymentSchema, body, ...options });
}
