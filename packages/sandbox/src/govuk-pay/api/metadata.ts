import { payErrors, type PayError } from '../errors.ts';

const error = (why: string): PayError => payErrors.notAllowed('metadata', why);

/** https://docs.payments.service.gov.uk/reporting/#add-additional-information-your-users-will-not-be-able-to-see */
export function metadataError(metadata: unknown): PayError | undefined {
  if (metadata === null) return error('Value must not be null');
  if (typeof metadata !== 'object' || Array.isArray(metadata)) return error('Must be an object of JSON key-value pairs');
  const pairs = Object.entries(metadata as object);
  if (pairs.length === 0) return error('Must not be empty');
  if (pairs.length > 15) return error('Cannot have more than 15 key-value pairs');
  if (new Set(pairs.map(([key]) => key.toLowerCase())).size < pairs.length) return error('Must not have duplicate keys');
  for (const [key, value] of pairs) {
    if (key.length < 1 || key.length > 30) return error('Keys must be between 1 and 30 characters long');
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      return error('Values must be of type String, Boolean or Number');
    if (typeof value === 'string' && value.length > 100) return error('Values must be no greater than 100 characters long');
  }
  return undefined;
}
