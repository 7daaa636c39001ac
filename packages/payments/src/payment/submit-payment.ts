import { requestGateway, safeUrl } from '@council-kit/core';
import type { Answers, Submit, SubmitContext } from '@council-kit/journeys';
import { paymentSchema, type NewPayment, type Payment, type PaymentProblemCode } from '../contract/payment.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { againOf, intentionOf } from './payment-answers.ts';
import type { PaymentSetUp } from './payment-steps.ts';

/** Where a payment is sent, and what follows. */
export interface PaymentDesk {
  readonly gateway: string;
  readonly setUp: PaymentSetUp;
  /** The council's own page with `<council-payment-status>`. The gateway's page unless given. */
  readonly returnPage: string | undefined;
  /** Told when the same was paid lately: from then on the journey asks whether to pay it again. */
  paidAlready(intention: NewPayment): void;
}

/** Sends the intention. The journey goes on at GOV.UK Pay, or at the page that tells of a payment that is finished. */
export async function submitPayment(
  answers: Answers,
  { gateway, setUp, returnPage, paidAlready }: PaymentDesk,
  { idempotencyKey, language, signal }: SubmitContext,
): ReturnType<Submit> {
  const intention = intentionOf(answers, setUp);
  if (!intention) return { kind: 'unreachable' };
  const again = againOf(answers, language);
  if (typeof again === 'object') return again;
  const page = safeUrl(returnPage);
  const returnTo = page ? new URL(page, location.href) : undefined;
  const outcome = await requestGateway<Payment, PaymentProblemCode>(gatewayUrl(gateway, '/payments'), {
    schema: paymentSchema,
    body: { ...intention, ...(returnTo ? { returnUrl: returnTo.href } : {}), ...(again ? { again } : {}) },
    idempotencyKey,
    language,
    signal,
  });
  if (outcome.kind === 'answer') {
    const { id, next } = outcome.value;
    returnTo?.searchParams.set('payment', id);
    return {
      kind: 'continue',
      href: safeUrl(next?.href) ?? returnTo?.href ?? gatewayUrl(gateway, `/payments/${id}/return`),
      reference: id,
    };
  }
  if (outcome.kind === 'problem' && outcome.problem.code === 'paid_already') {
    paidAlready(intention);
    return { kind: 'errors', errors: [] };
  }
  return outcome;
}
