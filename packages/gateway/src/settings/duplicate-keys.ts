/** Keys that a JSON text has twice in one object. `JSON.parse` takes the last of them and says nothing. */

/** A string, with its escapes; or a sign that opens, closes or parts something. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]/gs;

/** An object or list that is open at a place of the text. */
interface Open {
  /** Undefined for a list. */
  readonly keys: Set<string> | undefined;
  /** The key or index of what comes now. */
  at: string;
}

/**
 * The paths of keys that are there twice, such as `services.@council-kit/reports/server.photos`, each once.
 *
 * @param json a text that `JSON.parse` takes
 */
export function duplicateKeys(json: string): string[] {
  const open: Open[] = [];
  const found = new Set<string>();
  let text: string | undefined;
  for (const [sign] of json.matchAll(token)) {
    const inner = open.at(-1);
    if (sign.startsWith('"')) text = sign;
    else if (sign === '{' || sign === '[') open.push({ keys: sign === '{' ? new Set() : undefined, at: '0' });
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',' && inner && !inner.keys) inner.at = String(Number(inner.at) + 1);
    else if (sign === ':' && inner?.keys && text !== undefined) {
      inner.at = String(JSON.parse(text));
      if (inner.keys.has(inner.at)) found.add(open.map(({ at }) => at).join('.'));
      inner.keys.add(inner.at);
    }
  }
  return [...found];
}
