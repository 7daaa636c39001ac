import { requestGateway, type Outcome } from '@council-kit/core';
import { paymentSchema, type NewPayment, type Payment } from '../contract/payment.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';

/** Sends an intention. The key makes repeats harmless. */
export function sendIntention(gateway: string, body: NewPayment, language: string, idempotencyKey: string): Promise<Outcome<Payment>> {
  return requestGateway(gatewayUrl(gateway, '/payments'), { schema: paymentSchema, body, language, idempotencyKey });
}
