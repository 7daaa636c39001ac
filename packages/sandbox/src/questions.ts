import { html } from 'hono/html';
import { isForeign, json, page, problemPage, styleSheet, wantsPage, type Html } from './page.ts';

/** A question that a client asked, as it came. */
export interface Question {
  /** From 1, in the order in which they came. */
  number: number;
  /** ISO 8601. */
  at: string;
  method: string;
  path: string;
  /** Names and values, in order: nothing is merged. */
  parameters: readonly (readonly [name: string, value: string])[];
  /** The status of the answer. */
  status: number;
}

/** The last 10,000 questions: what a client asked, how often, and what it was answered. */
export class QuestionLog {
  readonly #questions: Question[] = [];
  #count = 0;

  /** Oldest first. */
  get questions(): readonly Question[] {
    return this.#questions;
  }

  add(request: Request, status: number): void {
    const url = new URL(request.url);
    this.#count += 1;
    this.#questions.push({
      number: this.#count,
      at: new Date().toISOString(),
      method: request.method,
      path: url.pathname,
      parameters: [...url.searchParams],
      status,
    });
    if (this.#questions.length > 10_000) this.#questions.shift();
  }

  clear(): void {
    this.#questions.length = 0;
  }
}

/**
 * The desk of a platform that only answers: `/` shows what was asked and what to try, GET `/sandbox/questions` gives it as JSON, DELETE
 * there forgets it.
 */
export function questionDesk(request: Request, title: string, log: QuestionLog, introduction: Html): Response | Promise<Response> {
  const path = new URL(request.url).pathname;
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  if (path === '/sandbox/style.css') return styleSheet();
  if (path === '/sandbox/questions' && !isRead) {
    if (isForeign(request)) return json({ problem: 'A page of another origin may not control the sandbox.' }, 403);
    if (request.method !== 'DELETE') return json({ problem: 'Use GET or DELETE.' }, 405);
    log.clear();
    return json(log.questions);
  }
  if (path === '/sandbox/questions') return json(log.questions);
  if (path === '/' && isRead) return questionPage(title, log, introduction);
  return wantsPage(request)
    ? problemPage('Not found', '/', 'There is nothing at this address.', 404)
    : json({ problem: 'There is nothing at this address.' }, 404);
}

function questionPage(title: string, log: QuestionLog, introduction: Html): Promise<Response> {
  const last = log.questions.slice(-100).reverse();
  return page(
    title,
    '',
    html`${introduction}
      <p><a href="sandbox/faults">Faults</a></p>
      <div class="scroll">
        <table>
          <caption>
            The last questions, newest first
          </caption>
          <thead>
            <tr>
              <th scope="col">At</th>
              <th scope="col">Question</th>
              <th scope="col">Status</th>
            </tr>
          </thead>
          <tbody>
            ${last.map(
              (one) =>
                html`<tr>
                  <td>${one.at}</td>
                  <td><bdi>${one.method} ${one.path} ${one.parameters.map(([name, value]) => `${name}=${value}`).join(' ')}</bdi></td>
                  <td>${one.status}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>`,
  );
}
