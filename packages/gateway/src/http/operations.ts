/** Puts a service's operations on the app: reads, checks, calls, and keeps the answers of writes. */
import type { FieldError } from '@council-kit/core';
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { GenericSchema } from 'valibot';
import type { GatewayApp, GatewayContext, Idempotency, IdempotentRequest, KeptAnswer } from '../service.ts';
import { bodyType, readForm, readJson, setBodyLimit, type FormFields } from './body.ts';
import { mostFields, mostFiles } from './limits.ts';
import type { Problem } from './problem.ts';
import { problems } from './problems.ts';
import type { Operation, OperationInput, RegisteredOperation } from './routes.ts';
import { check } from './validate.ts';

const JSON_ONLY = ['application/json'] as const;
/** Visible ASCII: what a header may hold, whatever made the key. */
const KEY = /^[\x21-\x7E]{1,255}$/;

export function mountOperations(app: GatewayApp, operations: readonly RegisteredOperation[], idempotency: Idempotency): void {
  for (const { operation, handler, officerOf } of operations) {
    app.on(operation.method.toUpperCase(), operation.path, async (context) => {
      if (operation.presentProblem) context.set('presentProblem', operation.presentProblem);
      const officer = await officerOf?.(context);
      const { bodyLimit = context.get('bodyLimit'), filesLimit } = operation;
      setBodyLimit(context, bodyLimit, filesLimit);
      const key = idempotencyKey(context);
      const body = operation.body && (await readBody(context, operation));
      let request: Promise<IdempotentRequest> | undefined;
      const identified = (): Promise<IdempotentRequest> => (request ??= identify(context, operation, key, body));
      const input: OperationInput<GenericSchema, GenericSchema, GenericSchema> = {
        params: operation.params && valid(operation.params, context.req.param(), context, () => problems.notFound()),
        query: operation.query && valid(operation.query, queryOf(context), context, problems.requestNotAccepted),
        body: operation.body && valid(operation.body, body?.value, context, problems.answersNotAccepted),
        context,
        once: async <Tables>(
          work: (trx: Transaction<Tables>) => Promise<KeptAnswer>,
          present: (answer: KeptAnswer) => Response = answerOf,
        ) => {
          return present(await idempotency.once(await identified(), work));
        },
        before: async (present = answerOf) => {
          const kept = await idempotency.kept(await identified());
          return kept && present(kept);
        },
      };
      const response = await handler({ ...input, officer } as never);
      if (operation.anyOrigin) response.headers.set('Access-Control-Allow-Origin', '*');
      return response;
    });
  }
}

/** What makes two requests the same. */
async function identify(
  context: GatewayContext,
  { method, path }: Operation,
  key: string | undefined,
  body: ReadBody | undefined,
): Promise<IdempotentRequest> {
  const scope = `${method} ${path}`;
  if (key === undefined) return { key, scope, fingerprint: '' };
  // Not the whole URL: after a restart or behind another name it is still the same request.
  return { key, scope, fingerprint: `${context.req.path}${new URL(context.req.url).search}\n${body ? await body.fingerprint() : ''}` };
}

/** A kept answer as JSON. */
export function answerOf({ status, body, headers }: KeptAnswer): Response {
  return body === undefined
    ? new Response(null, { status, headers })
    : new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/json', ...headers } });
}

function valid(
  schema: GenericSchema,
  value: unknown,
  context: GatewayContext,
  problem: (errors: readonly FieldError[]) => Problem,
): unknown {
  const checked = check(schema, value, context.get('language'));
  if ('errors' in checked) throw problem(checked.errors);
  return checked.value;
}

function queryOf(context: GatewayContext): Record<string, string | string[]> {
  if (context.req.url.split('&', mostFields + 1).length > mostFields)
    throw problems.tooManyFields({ fields: mostFields, files: mostFiles });
  const query: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(context.req.queries())) {
    if (name !== '__proto__') query[name] = values.length === 1 ? (values[0] ?? '') : values;
  }
  return query;
}

function idempotencyKey(context: GatewayContext): string | undefined {
  const key = context.req.header('Idempotency-Key');
  if (key === undefined || KEY.test(key)) return key;
  const message = {
    en: 'Send a key of 1 to 255 letters, digits or signs, without spaces',
    cy: 'Anfonwch allwedd o 1 i 255 o lythrennau, digidau neu arwyddion, heb fylchau',
  }[context.get('language')];
  throw problems.requestNotAccepted([{ field: 'Idempotency-Key', message }]);
}

interface ReadBody {
  readonly value: unknown;
  /** Equal for equal bodies. */
  fingerprint(): Promise<string>;
}

async function readBody(context: GatewayContext, { bodyTypes = JSON_ONLY }: Operation): Promise<ReadBody> {
  if (bodyType(context, bodyTypes) === 'application/json') {
    const { value, text } = await readJson(context);
    return { value, fingerprint: async () => text };
  }
  const form = await readForm(context);
  // Not the bytes: a multipart boundary is a new one each time.
  return { value: { ...form }, fingerprint: () => fingerprintOfForm(form) };
}

async function fingerprintOfForm(form: FormFields): Promise<string> {
  const parts: [string, string][] = [];
  for (const [name, values] of Object.entries(form)) {
    for (const value of Array.isArray(values) ? values : [values]) {
      parts.push([
        name,
        typeof value === 'string'
          ? value
          : createHash('sha256')
              .update(await value.bytes())
              .digest('hex'),
      ]);
    }
  }
  return JSON.stringify(parts);
}
