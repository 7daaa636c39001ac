import assert from 'node:assert/strict';
import { documentedOperations, fits } from './openapi.fixture.ts';
import { operationOf, operations } from './operations.fixture.ts';

/** What is answered where the document says 202 and forgets its body. */
const forgotten: Readonly<Record<string, string>> = {
  'POST /v1/payments/{paymentId}/refunds 202': 'Refund',
  'POST /v1/payments 200': 'CreatePaymentResult',
};

/**
 * Fails if Pay does not give this status here, or if its OpenAPI document does not know the body. Without the document
 * (see `openapi.fixture.ts`) the status is still checked.
 */
export function assertAnswer(method: string, path: string, status: number, body: unknown): void {
  const name = operationOf(method, path);
  const operation = name === undefined ? undefined : operations.get(name);
  if (name === undefined || !operation) return;
  const statuses = [...operation.documented, ...(operation.undocumented ?? [])];
  assert.ok(statuses.includes(status), `${name} answered ${status}: ${JSON.stringify(body)}`);
  if (status === 204) return assert.equal(body, undefined);
  // Its own web server's answer, of which the document says nothing.
  if (status === 401 || typeof (body as { code?: unknown }).code === 'number') return;
  const documented = documentedOperations.get(name);
  if (!documented) return;
  const schema = Object.values(documented.responses[status]?.content ?? {})[0]
    ?.schema.$ref?.split('/')
    .at(-1);
  // 422 of POST /v1/auth names fields, which the document's `ErrorResponse` there does not know.
  const isPlainError = status >= 400 && schema !== 'ErrorResponse';
  fits(forgotten[`${name} ${status}`] ?? (isPlainError || status === 422 ? 'RequestError' : (schema ?? 'RequestError')), body);
}
