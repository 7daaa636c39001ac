/** An error as Pay answers it. */
export interface PayError {
  status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 422 | 429 | 500;
  code: string;
  description: string;
  field?: string;
  header?: string;
}

const support = 'Contact support with your error code - https://www.payments.service.gov.uk/support/ .';

/**
 * Codes, words and statuses of pay-publicapi: `RequestError.java` and the exception mappers, which answer statuses that the OpenAPI
 * document leaves out. https://github.com/alphagov/pay-publicapi
 */
export const payErrors = {
  missing: (field: string): PayError => ({ status: 400, code: 'P0101', description: `Missing mandatory attribute: ${field}`, field }),
  /** The value cannot be read. */
  malformed: (field: string, why: string): PayError => ({
    status: 400,
    code: 'P0102',
    description: `Invalid attribute value: ${field}. ${why}`,
    field,
  }),
  /** The value was read and is not allowed. */
  notAllowed: (field: string, why: string): PayError => ({
    status: 422,
    code: 'P0102',
    description: `Invalid attribute value: ${field}. ${why}`,
    field,
  }),
  header: (header: string, description: string): PayError => ({ status: 422, code: 'P0102', description, header }),
  unexpected: (field: string): PayError => ({ status: 400, code: 'P0104', description: `Unexpected attribute: ${field}` }),
  cardNumber: (): PayError => ({ status: 400, code: 'P0105', description: 'Card number entered in a payment link reference' }),
  keyUsed: (): PayError => ({
    status: 409,
    code: 'P0191',
    description: 'The `Idempotency-Key` you sent in the request header has already been used to create a payment.',
  }),
  motoApiOff: (): PayError => ({
    status: 422,
    code: 'P0195',
    description: 'Using authorisation_mode of moto_api is not allowed for this account',
  }),
  motoOff: (): PayError => ({
    status: 422,
    code: 'P0196',
    description: 'MOTO payments are not enabled for this account. Please contact support if you would like to process MOTO payments',
  }),
  notJson: (code: 'P0197' | 'P0697'): PayError => ({ status: 400, code, description: 'Unable to parse JSON' }),
  notHttps: (): PayError => ({
    status: 422,
    code: 'P0920',
    description: 'Invalid attribute value: return_url. Must begin with https:// for a live gateway account',
    field: 'return_url',
  }),
  blocked: (): PayError => ({
    status: 400,
    code: 'P0920',
    description: 'Request blocked by security rules. Please consult API documentation for more information.',
  }),
  recurringOff: (): PayError => ({
    status: 422,
    code: 'P0942',
    description: `Recurring card payments are currently disabled for this service. ${support}`,
  }),
  disabled: (): PayError => ({
    status: 403,
    code: 'P0941',
    description: `GOV.UK Pay has disabled payment and refund creation on this account. ${support}`,
  }),
  notFound: (code: 'P0200' | 'P0300' | 'P0500' | 'P0600' | 'P0700' | 'P0800' | 'P1000'): PayError => ({
    status: 404,
    code,
    description: 'Not found',
  }),
  search: (parameters: readonly string[], code: 'P0401' | 'P1101' = 'P0401'): PayError => ({
    status: 422,
    code,
    description: `Invalid parameters: ${parameters.join(', ')}. See Public API documentation for the correct data formats`,
  }),
  noSuchPage: (code: 'P0402' | 'P1100' = 'P0402'): PayError => ({ status: 404, code, description: 'Page not found' }),
  notCancelled: (): PayError => ({ status: 400, code: 'P0501', description: 'Cancellation of payment failed' }),
  cancelConflict: (): PayError => ({ status: 409, code: 'P0502', description: 'Cancellation of payment failed' }),
  notCaptured: (): PayError => ({ status: 400, code: 'P1001', description: 'Capture of payment failed' }),
  captureConflict: (): PayError => ({ status: 409, code: 'P1003', description: 'Payment cannot be captured' }),
  refundMissing: (field: string): PayError => ({ status: 400, code: 'P0601', description: `Missing mandatory attribute: ${field}`, field }),
  refundMalformed: (field: string, why: string): PayError => ({
    status: 400,
    code: 'P0602',
    description: `Invalid attribute value: ${field}. ${why}`,
    field,
  }),
  refundNotAllowed: (field: string, why: string): PayError => ({
    status: 422,
    code: 'P0602',
    description: `Invalid attribute value: ${field}. ${why}`,
    field,
  }),
  refundUnavailable: (reason: string): PayError => ({
    status: 400,
    code: 'P0603',
    description: `The payment is not available for refund. Payment refund status: ${reason}`,
  }),
  refundMismatch: (): PayError => ({ status: 412, code: 'P0604', description: 'Refund amount available mismatch.' }),
  tooMany: (): PayError => ({ status: 429, code: 'P0900', description: 'Too many requests' }),
} as const;

/** Why a payment ended without money: https://docs.payments.service.gov.uk/api_reference/#errors-caused-by-payment-statuses */
export const endings = {
  declined: { status: 'failed', finished: true, code: 'P0010', message: 'Payment method rejected' },
  expired: { status: 'failed', finished: true, code: 'P0020', message: 'Payment expired' },
  leftByPayer: { status: 'failed', finished: true, code: 'P0030', message: 'Payment was cancelled by the user' },
  cancelled: { status: 'cancelled', finished: true, code: 'P0040', message: 'Payment was cancelled by the service' },
  error: { status: 'error', finished: true, code: 'P0050', message: 'Payment provider returned an error' },
} as const;
