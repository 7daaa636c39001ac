/** A value of JSON as Python's `str()` writes it: that is how Notify fills placeholders. */
export const pythonText = (value: unknown): string => (typeof value === 'string' ? value : pythonRepr(value));

/** A value of JSON as Python's `repr()` writes it: that is how Notify's errors quote it. */
export function pythonRepr(value: unknown): string {
  if (value === null || value === undefined) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string') return `'${value}'`;
  if (Array.isArray(value)) return `[${value.map(pythonRepr).join(', ')}]`;
  if (typeof value === 'object') {
    return `{${Object.entries(value)
      .map(([key, one]) => `${pythonRepr(key)}: ${pythonRepr(one)}`)
      .join(', ')}}`;
  }
  return String(value);
}
