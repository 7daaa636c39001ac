/** Ten seconds: the longest a resident is left without word (reference: Defra's client of GOV.UK Pay waits as long). */
export const patience = 10_000;

/**
 * Waits for something no longer than a resident is left without word. A signal that is lost in the middle tells nobody: what was
 * being fetched neither comes nor fails.
 *
 * @throws Error when the time is over; what the promise gives when it rejects
 */
export async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error('It took too long.')), patience);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
