/** An error as Pay answers it. */
export interface PayError {
  status: 400 | 402 | 403 | 404 | 409 | 412 | 422 | 429 | 500;
  code: string;
  description: string;
  field?: string;
  header?: string;
}

export const isError = (value: object): value is PayError => 'code' in value && 'description' in value && 'status' in value;

const support = 'Contact support with your error code - https://www.payments.service.gov.uk/support/ .';

/**
 * Codes, words and statuses of pay-publicapi: `RequestError.java` and the exception mappers, which answer statuses that the OpenAPI
 * document leaves out. https://github.com/alphagov/pay-publicapi
 */
export const payErrors = {
  missing: (field: string): PayError => ({ status: 400, code: 'P0101', description: `Missing mandatory attribute: ${field}`, field }),
  /** The same, found by the part of Pay that knows no fields. */
  missingFor: (what: string): PayError => ({ status: 400, code: 'P0101', description: `Missing mandatory attribute: ${what}` }),
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
  /** The same, found by the part of Pay that knows no fields. */
  notAllowedFor: (what: string, why: string): PayError => ({
    status: 422,
    code: 'P0102',
    description: `Invalid attribute value: ${what}. ${why}`,
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
    description:
      'MOTO payments are not enabled for this account. Please contact support if you would like to process MOTO payments - https://www.payments.service.gov.uk/support/ .',
  }),
  notJson: (code: 'P0197' | 'P0697' | 'P2197'): PayError => ({ status: 400, code, description: 'Unable to parse JSON' }),
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
    description:
      'Recurring card payments are currently disabled for this service. Contact support with your error code - https://www.payments.service.gov.uk/support/',
  }),
  notLinked: (): PayError => ({
    status: 403,
    code: 'P0940',
    description:
      'Account is not fully configured. Please refer to documentation to setup your account or contact support with your error code - https://www.payments.service.gov.uk/support/ .',
  }),
  noAgreement: (): PayError => payErrors.malformed('agreement_id', 'Agreement does not exist'),
  agreementNotActive: (): PayError => payErrors.malformed('agreement_id', 'Agreement must be active'),
  disabled: (): PayError => ({
    status: 403,
    code: 'P0941',
    description: `GOV.UK Pay has disabled payment and refund creation on this account. ${support}`,
  }),
  notFound: (code: 'P0200' | 'P0300' | 'P0500' | 'P0600' | 'P0700' | 'P0800' | 'P1000' | 'P2200' | 'P2500'): PayError => ({
    status: 404,
    code,
    description: 'Not found',
  }),
  search: (parameters: readonly string[], code: 'P0401' | 'P1101' | 'P2401'): PayError => ({
    status: 422,
    code,
    description: `Invalid parameters: ${parameters.join(', ')}. See Public API documentation for the correct data formats`,
  }),
  noSuchPage: (code: 'P0402' | 'P1100' | 'P2402'): PayError => ({ status: 404, code, description: 'Page not found' }),
  notCancelled: (): PayError => ({ status: 400, code: 'P0501', description: 'Cancellation of payment failed' }),
  cancelConflict: (): PayError => ({ status: 409, code: 'P0502', description: 'Cancellation of payment failed' }),
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
  refundDisputed: (): PayError => ({ status: 400, code: 'P0603', description: 'The payment is disputed and cannot be refunded' }),
  refundMismatch: (): PayError => ({ status: 412, code: 'P0604', description: 'Refund amount available mismatch.' }),
  tooMany: (): PayError => ({ status: 429, code: 'P0900', description: 'Too many requests' }),
  agreementMissing: (field: string): PayError => ({
    status: 400,
    code: 'P2101',
    description: `Missing mandatory attribute: ${field}`,
    field,
  }),
  agreementMalformed: (field: string, why: string): PayError => ({
    status: 400,
    code: 'P2102',
    description: `Invalid attribute value: ${field}. ${why}`,
    field,
  }),
  notCancelledAgreement: (): PayError => ({ status: 400, code: 'P2501', description: 'Cancellation of agreement failed' }),
  /** Of POST /v1/auth, where what is missing is 422: it is found where what is too long is. */
  cardDetailMissing: (field: string): PayError => ({ ...payErrors.missing(field), status: 422 }),
  cardNumberRejected: (why: string): PayError => ({ status: 402, code: 'P0010', description: why }),
  cardRejected: (): PayError => ({ status: 402, code: 'P0010', description: 'The payment was rejected' }),
  cardError: (): PayError => ({ status: 500, code: 'P0050', description: 'There was an error authorising the payment' }),
  tokenUnknown: (): PayError => ({ status: 400, code: 'P1211', description: 'The one_time_token is not valid' }),
  tokenOfOther: (): PayError => ({ status: 400, code: 'P1211', description: 'The one_time_token is not a valid moto api token' }),
  tokenUsed: (): PayError => ({ status: 400, code: 'P1212', description: 'The one_time_token has already been used' }),
  downstream: (): PayError => ({ status: 500, code: 'P0198', description: 'Downstream system error' }),
} as const;

/** Why a payment ended without money: https://docs.payments.service.gov.uk/api_reference/#errors-caused-by-payment-statuses */
export const endings = {
  declined: { status: 'failed', finished: true, code: 'P0010', message: 'Payment method rejected' },
  expired: { status: 'failed', finished: true, code: 'P0020', message: 'Payment expired' },
  leftByPayer: { status: 'failed', finished: true, code: 'P0030', message: 'Payment was cancelled by the user' },
  cancelled: { status: 'cancelled', finished: true, code: 'P0040', message: 'Payment was cancelled by the service' },
  error: { status: 'error', finished: true, code: 'P0050', message: 'Payment provider returned an error' },
} as const;
