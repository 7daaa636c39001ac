/**
 * What has to work in pages whose scripts change what is built in: Prototype.js gives lists a `toJSON` and another `Array.from`, and old
 * libraries add enumerable members to every object.
 */
import * as v from 'valibot';

/** A value as JSON, whatever `toJSON` the page gives to lists. Undefined where JSON has nothing for it. */
export function toJson(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const parts: string[] = [];
    for (const each of value as readonly unknown[]) parts.push(toJson(each) ?? 'null');
    return `[${parts.join(',')}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (value instanceof Date) return `"${value.toISOString()}"`;
  const parts: string[] = [];
  for (const key of Object.keys(value)) {
    const json = toJson((value as Readonly<Record<string, unknown>>)[key]);
    if (json !== undefined) parts.push(`${JSON.stringify(key)}:${json}`);
  }
  return `{${parts.join(',')}}`;
}

/** Parses by a schema. Valibot walks a schema's members with `for … in`, which gives what the page adds to every object, too. */
export function parseBy<Schema extends v.GenericSchema>(schema: Schema, value: unknown): v.SafeParseResult<Schema> {
  const added: string[] = [];
  for (const key in {}) added.push(key);
  const enumerable = (is: boolean): void => {
    for (const key of added) Object.defineProperty(Object.prototype, key, { enumerable: is });
  };
  enumerable(false);
  try {
    return v.safeParse(schema, value);
  } finally {
    enumerable(true);
  }
}

/** A key that nobody guesses. Not `randomUUID`, which pages without https do not have: councils try things out on such. */
export function newKey(): string {
  let key = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) key += byte.toString(16).padStart(2, '0');
  return key;
}
