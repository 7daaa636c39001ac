import { requestGateway } from '@council-kit/core';
import type { Answers, Submit, SubmitContext } from '@council-kit/journeys';
import { mandateSchema } from '../contract/mandate.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { acceptedOf } from './confirmation.template.ts';
import { mandateOf } from './direct-debit.journey.ts';

/** Sends the instruction. The key makes repeats harmless. */
export async function sendMandate(
  gateway: string,
  answers: Answers,
  { idempotencyKey, language, signal }: SubmitContext,
): ReturnType<Submit> {
  const outcome = await requestGateway(gatewayUrl(gateway, '/direct-debits'), {
    schema: mandateSchema,
    body: mandateOf(answers),
    language,
    signal,
    idempotencyKey,
  });
  return outcome.kind === 'answer' ? { kind: 'accepted', accepted: acceptedOf(outcome.value) } : outcome;
}
