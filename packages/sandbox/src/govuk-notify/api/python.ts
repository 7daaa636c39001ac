/** A value of JSON as Python's `str()` writes it: that is how Notify fills placeholders. */
export const pythonText = (value: unknown): string => (typeof value === 'string' ? value : pythonRepr(value));

/** A value of JSON as Python's `repr()` writes it: that is how Notify's errors quote it. */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return quoted(value);
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, one]) => `${pythonRepr(key)}: ${pythonRepr(one)}`)
      .join(', ')}}`;
  }
  return String(value);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** In the quotation marks that need no escape, if there are any; what cannot be printed by its number. */
function quoted(text: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inside = text.replace(/[\\\n\r\t']|[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, (character) => {
    if (character === "'") return mark === "'" ? "\\'" : character;
    const code = character.codePointAt(0) ?? 0;
    const hex = (width: number): string => code.toString(16).padStart(width, '0');
    return escapes[character] ?? (code < 0x100 ? `\\x${hex(2)}` : code < 0x10000 ? `\\u${hex(4)}` : `\\U${hex(8)}`);
  });
  return mark + inside + mark;
}
