import { html } from 'hono/html';
import { isForeign, json, page, wantsPage } from '../page.ts';
import { readBody } from '../platform.ts';
import { faultKinds, faults, parseFault, type FaultSchedule } from './faults.ts';

/**
 * The control of a platform's faults, at `/sandbox/faults` of its desk: GET (what waits, what was played; a page for a browser),
 * POST (JSON or form fields: one fault, or a JSON list of them), DELETE (clear).
 */
export async function faultControl(schedule: FaultSchedule, request: Request): Promise<Response> {
  const state = (): object => ({ waiting: schedule.waiting, played: schedule.played });
  if (request.method === 'GET' || request.method === 'HEAD') return wantsPage(request) ? faultPage(schedule) : json(state());
  if (isForeign(request)) return json({ problem: 'A page of another origin may not control the sandbox.' }, 403);
  if (request.method === 'DELETE') {
    await schedule.clear();
    return json(state());
  }
  if (request.method !== 'POST') return json({ problem: 'Use GET, POST or DELETE.' }, 405);

  const body = await readBody(request, 100_000);
  if (body === 'too-large') return json({ problem: 'The body is over 100 kB.' }, 413);
  const isForm = (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
  const input = isForm ? Object.fromEntries(new URLSearchParams(body.toString('utf8'))) : parseJson(body.toString('utf8'));
  if (isForm && 'clear' in (input as object)) {
    await schedule.clear();
  } else {
    const parsed = (Array.isArray(input) ? input : [input]).map(parseFault);
    for (const fault of parsed) {
      if ('problem' in fault) return isForm && wantsPage(request) ? faultPage(schedule, fault.problem) : json(fault, 400);
    }
    for (const fault of parsed) if (!('problem' in fault)) await schedule.add(fault);
  }
  return wantsPage(request) ? new Response(null, { status: 303, headers: { location: 'faults' } }) : json(state(), 201);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function faultPage(schedule: FaultSchedule, problem?: string): Promise<Response> {
  return page(
    'Faults',
    '../',
    html`<p><a href="../">All that was received</a></p>
      ${problem ? html`<p class="error" id="problem">${problem}</p>` : ''}
      <h2>Play a fault</h2>
      <form method="post" action="faults">
        <label for="fault">Fault</label>
        <select id="fault" name="fault">
          ${faultKinds.map((kind) => html`<option value="${kind}">${kind}: ${faults[kind].does}</option>`)}
        </select>
        <label for="times">For how many requests (empty: until cleared)</label>
        <input id="times" name="times" inputmode="numeric" size="6" />
        <label for="seconds">Seconds (refuse, slow-headers, slow-body)</label>
        <input id="seconds" name="seconds" inputmode="decimal" size="6" />
        <label for="method">Only requests with the method</label>
        <input id="method" name="method" size="8" />
        <label for="path">Only paths that start with</label>
        <input id="path" name="path" />
        <div><button>Play it</button></div>
      </form>
      <h2>Waiting</h2>
      ${
        schedule.waiting.length === 0
          ? html`<p>No fault.</p>`
          : html`<ul>
                ${schedule.waiting.map((fault) => html`<li>${JSON.stringify(fault)}</li>`)}
              </ul>
              <form method="post" action="faults"><button name="clear" value="1">Clear</button></form>`
      }
      <h2>Played</h2>
      ${
        schedule.played.length === 0
          ? html`<p>None.</p>`
          : html`<ol>
              ${schedule.played.slice(-100).map((one) => html`<li>${one.at} ${one.fault} ${one.method} ${one.path}</li>`)}
            </ol>`
      }`,
    problem ? 400 : 200,
  );
}
