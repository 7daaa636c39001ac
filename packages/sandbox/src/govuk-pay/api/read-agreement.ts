import type { NewAgreement } from '../agreement.ts';
import { payErrors, type PayError } from '../errors.ts';
import { longError, optionalTextError, readBody, textError, type Saying } from './body.ts';

const say: Saying = { missing: payErrors.agreementMissing, malformed: payErrors.agreementMalformed };

/** Reads the body of POST /v1/agreements. What is too long has the code of payments, as in Pay. */
export function readNewAgreement(sent: unknown): NewAgreement | PayError {
  const read = readBody(sent, 'P2197');
  if ('code' in read) return read;
  const { body } = read;
  const user = body['user_identifier'];
  const error =
    textError(body, 'reference', say) ??
    textError(body, 'description', say) ??
    optionalTextError(body, 'user_identifier', 'Field must be a string', say) ??
    longError(body['reference'], 'reference', 255) ??
    longError(body['description'], 'description', 255) ??
    longError(user, 'user_identifier', 255) ??
    (user === '' ? payErrors.notAllowed('user_identifier', 'Must be less than or equal to 255 characters length') : undefined);
  if (error) return error;
  return {
    reference: body['reference'] as string,
    description: body['description'] as string,
    ...(typeof user === 'string' ? { user_identifier: user } : {}),
  };
}
