/**
 * The operations of GOV.UK Pay's API: facts of its published OpenAPI document, kept here so that the tests hold without it.
 * `every-operation.test.ts` compares this table with the document where that is beside the repository.
 * @source https://github.com/alphagov/pay-publicapi/blob/master/openapi/publicapi_spec.json
 */
export interface PayOperation {
  /** Statuses that the document names. */
  readonly documented: readonly number[];
  /** Statuses that Pay answers too: the exception mappers of pay-publicapi, and of pay-ledger for the pages of a search. */
  readonly undocumented?: readonly number[];
  /** Query parameters. A list holds the only values that one takes. */
  readonly query?: Readonly<Record<string, readonly string[] | 'any'>>;
}

const pages = { page: 'any', display_size: 'any' } as const;
const dates = { from_date: 'any', to_date: 'any' } as const;
const settled = { from_settled_date: 'any', to_settled_date: 'any' } as const;

const table: Readonly<Record<string, PayOperation>> = {
  'GET /v1/agreements': {
    documented: [200, 401, 404, 422, 429, 500],
    query: { reference: 'any', status: ['created', 'active', 'cancelled', 'inactive'], ...pages },
  },
  'POST /v1/agreements': { documented: [201, 400, 401, 422, 429, 500] },
  'GET /v1/agreements/{agreementId}': { documented: [200, 401, 404, 429, 500] },
  'POST /v1/agreements/{agreementId}/cancel': { documented: [204, 400, 401, 404, 429, 500] },
  'POST /v1/auth': { documented: [204, 400, 402, 422, 500], undocumented: [429] },
  'GET /v1/disputes': {
    documented: [200, 401, 422, 429, 500],
    undocumented: [404],
    query: { ...dates, ...settled, status: ['needs_response', 'under_review', 'lost', 'won'], ...pages },
  },
  'GET /v1/payments': {
    documented: [200, 401, 422, 429, 500],
    undocumented: [404],
    query: {
      reference: 'any',
      email: 'any',
      state: ['created', 'started', 'submitted', 'success', 'failed', 'cancelled', 'error'],
      card_brand: 'any',
      ...dates,
      ...pages,
      cardholder_name: 'any',
      first_digits_card_number: 'any',
      last_digits_card_number: 'any',
      ...settled,
      agreement_id: 'any',
    },
  },
  'POST /v1/payments': { documented: [201, 400, 401, 422, 429, 500], undocumented: [200, 403, 409] },
  'GET /v1/payments/{paymentId}': { documented: [200, 401, 404, 429, 500] },
  'POST /v1/payments/{paymentId}/cancel': { documented: [204, 400, 401, 404, 409, 429, 500] },
  'POST /v1/payments/{paymentId}/capture': { documented: [204, 400, 401, 404, 409, 429, 500] },
  'GET /v1/payments/{paymentId}/events': { documented: [200, 401, 404, 429, 500] },
  'GET /v1/payments/{paymentId}/refunds': { documented: [200, 401, 404, 429, 500] },
  'POST /v1/payments/{paymentId}/refunds': { documented: [200, 202, 401, 404, 412, 429, 500], undocumented: [400, 403, 422] },
  'GET /v1/payments/{paymentId}/refunds/{refundId}': { documented: [200, 401, 404, 429, 500] },
  'GET /v1/refunds': { documented: [200, 401, 422, 500], undocumented: [404, 429], query: { ...dates, ...settled, ...pages } },
};

/** Each operation by its method and path: `GET /v1/payments/{paymentId}`. */
export const operations: ReadonlyMap<string, PayOperation> = new Map(Object.entries(table));

/** The operation that a request calls. */
export function operationOf(method: string, path: string): string | undefined {
  return [...operations.keys()].find((name) => {
    const [verb = '', template = ''] = name.split(' ');
    return verb === method && new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  });
}
