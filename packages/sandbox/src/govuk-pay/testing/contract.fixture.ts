import assert from 'node:assert/strict';
import { fits, isPresent, operations } from './openapi.fixture.ts';

/** Statuses that Pay answers and its document leaves out: the exception mappers of pay-publicapi, and of pay-ledger for the pages. */
const undocumented: Readonly<Record<string, readonly number[]>> = {
  'POST /v1/payments': [200, 403, 409],
  'GET /v1/payments': [404],
  'GET /v1/refunds': [404, 429],
  'GET /v1/disputes': [404],
  'POST /v1/payments/{paymentId}/refunds': [400, 403, 422],
  'POST /v1/auth': [429],
};

/** What is answered where the document says 202 and forgets its body. */
const forgotten: Readonly<Record<string, string>> = {
  'POST /v1/payments/{paymentId}/refunds 202': 'Refund',
  'POST /v1/payments 200': 'CreatePaymentResult',
};

/** The operation of the document that a request is one of. */
export function operationOf(method: string, path: string): string | undefined {
  return [...operations.keys()].find((name) => {
    const [verb = '', template = ''] = name.split(' ');
    return verb === method && new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
  });
}

/** Fails where an answer has a status that Pay does not give there, or a body that the document does not know. */
export function assertAnswer(method: string, path: string, status: number, body: unknown): void {
  const name = operationOf(method, path);
  const operation = name === undefined ? undefined : operations.get(name);
  if (!isPresent || name === undefined || !operation) return;
  const statuses = [...Object.keys(operation.responses).map(Number), ...(undocumented[name] ?? [])];
  assert.ok(statuses.includes(status), `${name} answered ${status}: ${JSON.stringify(body)}`);
  if (status === 204) return assert.equal(body, undefined);
  // Its own web server's answer, of which the document says nothing.
  if (status === 401 || typeof (body as { code?: unknown }).code === 'number') return;
  const schema = Object.values(operation.responses[status]?.content ?? {})[0]
    ?.schema.$ref?.split('/')
    .at(-1);
  // 422 of POST /v1/auth names fields, which the document's `ErrorResponse` there does not know.
  const isPlainError = status >= 400 && schema !== 'ErrorResponse';
  fits(forgotten[`${name} ${status}`] ?? (isPlainError || status === 422 ? 'RequestError' : (schema ?? 'RequestError')), body);
}
