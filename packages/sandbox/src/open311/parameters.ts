import { readBody } from '../platform.ts';

/** A file part, before it is kept. */
export interface FilePart {
  name: string;
  filename: string;
  type: string;
  content: Uint8Array;
}

/** A form as it came: nothing merged, nothing reordered. */
export class Parameters {
  /** Name and value, in order. */
  readonly pairs: readonly (readonly [name: string, value: string])[];
  readonly files: readonly FilePart[];

  constructor(pairs: readonly (readonly [string, string])[], files: readonly FilePart[] = []) {
    this.pairs = pairs;
    this.files = files;
  }

  /** The first value under a name; undefined where it is absent or empty. */
  first(name: string): string | undefined {
    return this.pairs.find(([key]) => key === name)?.[1] || undefined;
  }

  /** Every value under a name, in order, without the empty ones. */
  all(name: string): string[] {
    return this.pairs.filter(([key, value]) => key === name && value !== '').map(([, value]) => value);
  }

  /** The values of `attribute[CODE]`, and of `attribute[CODE][]`, which the specification writes for several. */
  attribute(code: string): string[] {
    return this.pairs
      .filter(([key, value]) => (key === `attribute[${code}]` || key === `attribute[${code}][]`) && value !== '')
      .map(([, value]) => value);
  }

  /** The codes of every attribute given, each once. */
  attributeCodes(): string[] {
    const codes = this.pairs.map(([key]) => /^attribute\[(.+?)\](?:\[\])?$/s.exec(key)?.[1]);
    return [...new Set(codes.filter((code) => code !== undefined))];
  }
}

/** Why a body could not be read. */
export interface UnreadableBody {
  status: 400 | 413;
  description: string;
}

/** Reads a POST body: `application/x-www-form-urlencoded` or `multipart/form-data`. */
export async function readParameters(request: Request, limit: number): Promise<Parameters | UnreadableBody> {
  const type = request.headers.get('content-type') ?? '';
  let body;
  try {
    body = await readBody(request, limit);
  } catch {
    return { status: 400, description: 'The body broke off' };
  }
  if (body === 'too-large') return { status: 413, description: `The body is over ${limit} bytes` };
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return new Parameters([...new URLSearchParams(body.toString('utf8'))]);
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    if (body.length === 0) return new Parameters([]);
    return { status: 400, description: 'The body must be application/x-www-form-urlencoded or multipart/form-data' };
  }
  const pairs: [string, string][] = [];
  const files: FilePart[] = [];
  try {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) {
      if (typeof value === 'string') pairs.push([name, value]);
      else files.push({ name, filename: value.name, type: value.type, content: new Uint8Array(await value.arrayBuffer()) });
    }
  } catch {
    return { status: 400, description: 'The multipart body could not be read' };
  }
  return new Parameters(pairs, files);
}
