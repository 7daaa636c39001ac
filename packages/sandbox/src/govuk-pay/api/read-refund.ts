import { payErrors, type PayError } from '../errors.ts';
import type { NewRefund } from '../rules/refunds.ts';
import { amountError, readBody } from './body.ts';

/** Reads the body of POST /v1/payments/{id}/refunds. */
export function readNewRefund(sent: unknown): NewRefund | PayError {
  const read = readBody(sent, 'P0697');
  if ('code' in read) return read;
  const { body } = read;
  const error = amountError(body, { missing: payErrors.refundMissing, malformed: payErrors.refundMalformed });
  if (error) return error;
  const amount = body['amount'] as number;
  if (amount < 1) return payErrors.refundNotAllowed('amount', 'Must be greater than or equal to 1');
  if (amount > 10_000_000) return payErrors.refundNotAllowed('amount', 'Must be less than or equal to 10000000');
  const expected = body['refund_amount_available'];
  return { amount, ...(expected === undefined ? {} : { refund_amount_available: asInt(expected) }) };
}

/** What is no number counts as 0, as it does for Pay: the refund is refused because it does not match. */
function asInt(value: unknown): number {
  const number = typeof value === 'number' || typeof value === 'string' ? Math.trunc(Number(value)) : 0;
  return Number.isFinite(number) ? number : 0;
}
