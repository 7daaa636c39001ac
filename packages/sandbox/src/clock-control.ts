import { isForeign, json, wantsPage } from './page.ts';

/**
 * The control of a platform's clock, `/sandbox/clock`: GET says the time, POST `{"advance": seconds}` (JSON or a form) moves it ahead and answers
 * when what fell due on the way is done.
 */
export async function clockControl(clock: { iso(): string; advance(seconds: number): Promise<void> }, request: Request): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return json({ now: clock.iso() });
  if (isForeign(request)) return json({ problem: 'A page of another origin may not control the sandbox.' }, 403);
  if (request.method !== 'POST') return json({ problem: 'Use GET or POST.' }, 405);
  const seconds = Number((await readFields(request))['advance'] ?? NaN);
  if (!Number.isFinite(seconds) || seconds < 0 || seconds > 366 * 86_400)
    return json({ problem: 'advance must be a number of seconds, no more than a year.' }, 400);
  await clock.advance(seconds);
  return wantsPage(request) ? new Response(null, { status: 303, headers: { location: '../' } }) : json({ now: clock.iso() });
}

/** The fields of a control's body, JSON or a form; none where it cannot be read. Whatever it says it is: `curl -d` calls JSON a form. */
export async function readFields(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const text = await request.text();
  try {
    const value: unknown = text.trimStart().startsWith('{') ? JSON.parse(text) : Object.fromEntries(new URLSearchParams(text));
    return value as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}
