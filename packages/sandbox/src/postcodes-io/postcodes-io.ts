import { html } from 'hono/html';
import { createGazetteer, type Gazetteer } from '../gazetteer/gazetteer.ts';
import { json } from '../page.ts';
import { isDeskPath, type Platform } from '../platform.ts';
import { QuestionLog, questionDesk, type Question } from '../questions.ts';
import { PostcodeDirectory } from './directory.ts';
import { answerPostcodesIo, type Answer } from './protocol.ts';

/** How postcodes.io behaves. */
export interface PostcodesIoOptions {
  /** The addresses whose postcodes it knows. By default a gazetteer of 100,000 of its own; give one to several platforms so that they agree. */
  gazetteer?: Gazetteer;
  /** What `/random/postcodes` picks by: at least 0, less than 1. */
  random?: () => number;
}

/** postcodes.io over a synthetic gazetteer, and the way to look inside. */
export interface PostcodesIo extends Platform {
  readonly gazetteer: Gazetteer;
  /** Every question, in order: what was asked, and how often. */
  readonly questions: readonly Question[];
  /** Forgets the questions. */
  clear(): void;
}

/**
 * postcodes.io: https://postcodes.io/docs. Postcodes (one, in bulk, by place, `validate`, `nearest`, `autocomplete`, random) and terminated
 * postcodes; not outward codes, Scottish postcodes or places.
 */
export function createPostcodesIo(options: PostcodesIoOptions = {}): PostcodesIo {
  const gazetteer = options.gazetteer ?? createGazetteer();
  const directory = new PostcodeDirectory(gazetteer);
  const log = new QuestionLog();
  const title = 'postcodes.io';

  async function answer(request: Request): Promise<Response> {
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors });
    const given = await answerPostcodesIo(directory, request, options.random ?? Math.random);
    log.add(request, given.status);
    return respond(given);
  }

  return {
    title,
    basePath: '',
    problem: (status) => ({ status, error: status === 429 ? 'Too many requests' : '500 Server Error.' }),
    async fetch(request) {
      const isDesk = isDeskPath(new URL(request.url).pathname);
      try {
        return isDesk ? await questionDesk(request, title, log, introduction(gazetteer)) : await answer(request);
      } catch (error) {
        // A fault of the sandbox's own, which no test may take for one that it asked for.
        console.error('The sandbox itself failed:', error);
        if (isDesk) return json({ problem: 'The sandbox itself failed: see its log.' }, 500);
        return respond({ status: 500, error: 'The sandbox itself failed: see its log' });
      }
    },
    gazetteer,
    get questions() {
      return log.questions;
    },
    clear: () => log.clear(),
    close: () => undefined,
  };
}

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' };

const respond = (answer: Answer | { status: 500; error: string }): Response =>
  new Response(JSON.stringify(answer), { status: answer.status, headers: { 'content-type': 'application/json; charset=utf-8', ...cors } });

function introduction(gazetteer: Gazetteer): ReturnType<typeof html> {
  const [first] = gazetteer.postcodes.keys();
  return html`<p>${gazetteer.postcodes.size} postcodes of a borough that does not exist.</p>
    <ul>
      <li><a href="/postcodes/${first ?? ''}">/postcodes/${first ?? ''}</a></li>
      <li><a href="/postcodes/${first ?? ''}/nearest">/postcodes/${first ?? ''}/nearest</a></li>
    </ul>`;
}
