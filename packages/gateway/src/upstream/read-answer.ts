/** What another system answered, read as strictly as it can be. */

/** JSON in UTF-8; undefined where it is neither. Fatal: text in another encoding than it says would be read as something else. */
export function strictJson(bytes: Uint8Array | ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    return undefined;
  }
}

/** The same of an answer's body. */
export async function jsonAnswer(response: Response): Promise<unknown> {
  return strictJson(await response.arrayBuffer());
}

/**
 * Whole seconds until an answer may be asked for again, 1 or more: `Retry-After` as seconds or as a date
 * (https://www.rfc-editor.org/rfc/rfc9110#field.retry-after). Undefined where there is none, or its time is over.
 */
export function retryAfterSeconds({ headers }: Pick<Response, 'headers'>, now: Date): number | undefined {
  const header = headers.get('Retry-After')?.trim() ?? '';
  const seconds = /^\d{1,9}$/.test(header) ? Number(header) : (Date.parse(header) - now.getTime()) / 1000;
  return seconds > 0 ? Math.ceil(seconds) : undefined;
}
