/**
 * The `code`s of the problems that any route of a gateway may answer with. One list for both ends: a widget that compares with a
 * code that no gateway sends does not compile. A service's own codes are in its contract.
 */
export type ProblemCode =
  | 'address_malformed'
  | 'address_too_long'
  | 'answers_not_accepted'
  | 'busy'
  | 'chunks_too_small'
  | 'content_too_large'
  | 'form_malformed'
  /** 409: the `Idempotency-Key` came before, with another body. */
  | 'idempotency_conflict'
  | 'json_malformed'
  | 'method_not_allowed'
  | 'not_found'
  | 'origin_not_allowed'
  /** 503: the answer to a write was lost, and nobody knows whether it was kept. */
  | 'outcome_unknown'
  | 'request_incomplete'
  | 'request_not_accepted'
  | 'request_too_slow'
  | 'starting'
  | 'stopping'
  | 'store_unavailable'
  | 'too_many_fields'
  | 'too_many_requests'
  | 'too_many_values'
  | 'unexpected_error'
  | 'unsupported_media_type'
  /** 502, 503 or 504: a platform behind the gateway gave no answer, or one that cannot be used. */
  | 'upstream_failed';
