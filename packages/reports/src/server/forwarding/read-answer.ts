/** What another Open311 server answered, whatever it is: JSON, XML, an HTML page of some proxy in between, nothing. */
import { cutText } from '@council-kit/core';
import { XMLParser } from 'fast-xml-parser';
import * as v from 'valibot';
import { open311ErrorsSchema } from '../../contract/open311.ts';
import { publicText } from '../../rules/public-text.ts';

export type Read<Value> = { readonly kind: 'read'; readonly value: Value } | { readonly kind: 'unreadable'; readonly reason: string };

// Values stay text: "007" is an id, not seven. Documents that bring entities of their own are not read at all.
const parser = new XMLParser({ ignoreAttributes: true, ignoreDeclaration: true, parseTagValue: false, trimValues: true });

/** Reads the body by a schema. Never rejects for what is in it. */
export async function readAnswer<Value>(response: Response, schema: v.GenericSchema<unknown, Value>): Promise<Read<Value>> {
  const text = await readText(response);
  if (text.trim() === '') return { kind: 'unreadable', reason: 'The answer was empty.' };
  const document = parse(text);
  if (document === undefined) {
    const looksLike = /^\s*<(!doctype html|html)/i.test(text) ? 'a web page' : 'neither JSON nor XML';
    return { kind: 'unreadable', reason: `The answer was ${looksLike}.` };
  }
  const parsed = v.safeParse(schema, document);
  return parsed.success ? { kind: 'read', value: parsed.output } : { kind: 'unreadable', reason: 'The answer was not what Open311 says.' };
}

/** What an error answer says, for staff: short, and without what looks like somebody's details. */
export async function readRefusal(response: Response): Promise<string> {
  const errors = await readAnswer(response, open311ErrorsSchema);
  const said = errors.kind === 'read' ? errors.value.flatMap(({ description }) => description ?? []).join('; ') : '';
  return `The server answered ${response.status}${said === '' ? '' : `: ${cutText(publicText(said), 300, 'code-units')}`}`;
}

/** Content begins with a brace, a bracket or a tag whatever its declared type: servers mislabel both. */
function parse(text: string): unknown {
  try {
    if (/^\s*</.test(text)) return /<!DOCTYPE|<!ENTITY/i.test(text) ? undefined : (parser.parse(text, true) as unknown);
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** In the charset that the header or the XML declaration names. */
async function readText(response: Response): Promise<string> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const named =
    /charset=["']?([\w-]+)/i.exec(response.headers.get('content-type') ?? '')?.[1] ??
    /^\s*<\?xml[^>]*encoding=["']([\w-]+)/i.exec(start)?.[1];
  try {
    return new TextDecoder(named ?? 'utf-8').decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}
