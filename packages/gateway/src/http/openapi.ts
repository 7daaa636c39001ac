/** The OpenAPI document, from the schemas that the operations are checked by. */
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { problems } from './problems.ts';
import type { Operation, RegisteredOperation } from './routes.ts';

export interface OpenApiOptions {
  readonly title: string;
  readonly version: string;
  readonly serverUrl: string;
  /** By service. */
  readonly operations: ReadonlyMap<string, readonly RegisteredOperation[]>;
}

type Json = Record<string, unknown>;

/** OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1.html */
export function openApiDocument({ title, version, serverUrl, operations }: OpenApiOptions): Json {
  const paths: Record<string, Json> = {};
  for (const [service, list] of operations) {
    for (const { operation } of list) {
      const path = operation.path.replace(/:([A-Za-z0-9_]+)(\{[^}]*\})?\??/g, '{$1}');
      (paths[path] ??= {})[operation.method] = describe(service, operation);
    }
  }
  return {
    openapi: '3.1.0',
    info: { title, version },
    servers: [{ url: serverUrl }],
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      schemas: { Problem: problemSchema },
      responses: {
        Problem: {
          description: 'It could not be done.',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}

function describe(service: string, operation: Operation): Json {
  const writes = operation.method !== 'get';
  return {
    operationId: `${service}_${operation.method}_${operation.path.replace(/[^A-Za-z0-9]+/g, '_').replace(/^_|_$/g, '')}`,
    summary: operation.summary,
    ...(operation.description && { description: operation.description }),
    tags: operation.tags ?? [service],
    parameters: [
      ...parameters(
        'path',
        operation.params,
        [...operation.path.matchAll(/:([A-Za-z0-9_]+)/g)].map(([, name]) => name ?? ''),
      ),
      ...parameters('query', operation.query),
      { name: 'Accept-Language', in: 'header', schema: { type: 'string', examples: ['en', 'cy'] } },
      ...(writes
        ? [
            {
              name: 'Idempotency-Key',
              in: 'header',
              description: 'The same key and body get the first answer again, for 24 hours.',
              schema: { type: 'string', minLength: 1, maxLength: 255 },
            },
          ]
        : []),
    ],
    ...(operation.body && {
      requestBody: {
        required: true,
        content: Object.fromEntries(
          (operation.bodyTypes ?? ['application/json']).map((type) => [type, { schema: jsonSchema(operation.body) }]),
        ),
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(operation.responses).map(([status, { description, schema, contentTypes = ['application/json'] }]) => [
          status,
          {
            description,
            ...(schema && { content: Object.fromEntries(contentTypes.map((type) => [type, { schema: jsonSchema(schema, 'output') }])) }),
          },
        ]),
      ),
      default: { $ref: '#/components/responses/Problem' },
    },
  };
}

function parameters(place: 'path' | 'query', schema: GenericSchema | undefined, names: readonly string[] = []): Json[] {
  const described = schema ? jsonSchema(schema) : {};
  const properties = (described['properties'] ?? {}) as Record<string, unknown>;
  const required = (described['required'] ?? []) as readonly string[];
  const all = place === 'path' ? names : Object.keys(properties);
  return all.map((name) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: properties[name] ?? { type: 'string' },
  }));
}

function jsonSchema(schema: GenericSchema | undefined, typeMode: 'input' | 'output' = 'input'): Json {
  if (!schema) return {};
  // What JSON Schema cannot say (a check of ours, a File) is left out rather than left wrong.
  const { $schema: _, ...described } = toJsonSchema(schema as never, { target: 'draft-2020-12', typeMode, errorMode: 'ignore' }) as Json;
  return described;
}

const problemSchema = {
  type: 'object',
  description: 'https://www.rfc-editor.org/rfc/rfc9457',
  required: ['type', 'title', 'status', 'code'],
  properties: {
    type: { type: 'string', format: 'uri', examples: [`urn:council-kit:problem:${problems.notFound().details.code}`] },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: { type: 'object', required: ['field', 'message'], properties: { field: { type: 'string' }, message: { type: 'string' } } },
    },
    upstream: { type: 'object', required: ['system'], properties: { system: { type: 'string' }, code: { type: 'string' } } },
  },
};
