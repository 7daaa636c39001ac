/** Resolves as soon as `condition` gives a value; rejects when it has not after ten seconds. */
export async function until<Value>(condition: () => Value | Promise<Value>, what: string): Promise<NonNullable<Value>> {
  for (const end = Date.now() + 10_000; ; await new Promise((resolve) => setImmediate(resolve))) {
    const value = await condition();
    if (value) return value;
    if (Date.now() > end) throw new Error(`Never happened: ${what}`);
  }
}
