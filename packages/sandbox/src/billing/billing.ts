import { html } from 'hono/html';
import { createGazetteer, type Gazetteer } from '../gazetteer/gazetteer.ts';
import { fileJournal, memoryJournal } from '../journal.ts';
import { json, page, problemPage, styleSheet, wantsPage } from '../page.ts';
import { isDeskPath, readBody, type Platform } from '../platform.ts';
import { BillingBook, type PostedMandate, type PostedPayment } from './book.ts';
import { billingCsv } from './csv.ts';
import { Households, type Household } from './households.ts';

/** How the billing system behaves. */
export interface BillingOptions {
  /** The homes. By default a gazetteer of its own; give one to several platforms so that they agree. */
  gazetteer?: Gazetteer;
  /** How many households. Default 100,000. */
  size?: number;
  /** Another seed, other households. Default 1. */
  seed?: number;
  /** The year of the bills. Default 2026, for 2026-27. */
  year?: number;
  /** The keys that are known. Default `['sandbox-key']`. */
  apiKeys?: readonly string[];
  /** A JSON-lines file that keeps what was posted over a kill and a restart. In memory by default. */
  keepIn?: string;
  now?: () => Date;
}

/** A council's billing system, and the way to look inside. */
export interface Billing extends Platform {
  readonly households: Households;
  /** Every payment that was posted, once each. */
  readonly payments: readonly PostedPayment[];
  readonly mandates: readonly PostedMandate[];
  /** An account as it is now, with what was posted to it. */
  household(account: string): Household | undefined;
  /** The nightly export, line by line. */
  csv(): Generator<string>;
}

interface Answer {
  status: number;
  body: unknown;
}

const problem = (status: number, code: string, detail: string): Answer => ({ status, body: { code, detail } });

/**
 * The council's billing system. No national standard says how to ask one, so this is the small contract that an adapter has to come to:
 *
 * - `POST /accounts/find` `{account, postcode}`: the account's facts; 404 where there is none, or it has another postcode: never which
 * - `POST /payments` `{reference, account, amount, date}`: 201; 200 with the first answer for a reference that is known; 409 where it comes
 *   with other facts
 * - `POST /direct-debits` `{reference, account, account_name, sort_code, account_number, day, first_collection, email?, instalments?}`: likewise
 *
 * Each with `Authorization: Bearer {key}`. Account numbers and postcodes are in bodies because addresses are kept in logs.
 *
 * @throws RangeError for a size that cannot be made; Error when `keepIn` cannot be read.
 */
export function createBilling(options: BillingOptions = {}): Billing {
  const { size = 100_000, seed = 1, year = 2026, apiKeys = ['sandbox-key'], now = () => new Date() } = options;
  const gazetteer = options.gazetteer ?? createGazetteer({ size: Math.min(size * 2, 100_000), seed });
  const households = new Households({ gazetteer, size, seed, year });
  const book = new BillingBook(options.keepIn === undefined ? memoryJournal() : fileJournal(options.keepIn));
  const title = 'A council’s billing system';
  let closed = false;

  const household = (account: string): Household | undefined => {
    const facts = households.byAccount(account);
    if (!facts) return undefined;
    const posted = book.of(account).map(({ date, amount }) => ({ date, amount, method: 'card' as const }));
    return { ...facts, received: [...facts.received, ...posted] };
  };

  const find = (body: Record<string, unknown>): Answer => {
    const { account, postcode } = body;
    if (typeof account !== 'string' || typeof postcode !== 'string')
      return problem(400, 'malformed', 'Give account and postcode as texts.');
    const tight = (one: string): string => one.replace(/[^A-Za-z0-9]/g, '').toUpperCase();
    const found = household(tight(account));
    if (!found || tight(found.postcode) !== tight(postcode)) return problem(404, 'not_found', 'There is no such account at that postcode.');
    return { status: 200, body: found };
  };

  const post = (body: Record<string, unknown>): Answer => {
    const { reference, account, amount, date, fund, provider_reference: provider } = body;
    if (typeof reference !== 'string' || reference === '' || typeof account !== 'string')
      return problem(400, 'malformed', 'Give reference and account.');
    if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount === 0)
      return problem(400, 'malformed', 'Give amount in pence.');
    if (typeof date !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(date)) return problem(400, 'malformed', 'Give date as YYYY-MM-DD.');
    const before = book.payment(reference);
    if (before) {
      const same = before.account === account && before.amount === amount;
      return same ? { status: 200, body: before } : problem(409, 'conflict', 'That reference was posted with other facts.');
    }
    // Other funds than council tax have references of their own.
    if ((fund === undefined || fund === 'council-tax') && !households.byAccount(account))
      return problem(422, 'no_such_account', 'There is no such account.');
    const payment: PostedPayment = {
      reference,
      account,
      amount,
      date,
      ...(typeof fund === 'string' ? { fund } : {}),
      ...(typeof provider === 'string' ? { provider_reference: provider } : {}),
      received_at: now().toISOString(),
    };
    book.write({ payment });
    return { status: 201, body: payment };
  };

  const instruct = (body: Record<string, unknown>): Answer => {
    const { reference, account, account_name: name, sort_code: sortCode, account_number: number, day, first_collection: first } = body;
    const texts = [reference, account, name, sortCode, number, first];
    if (!texts.every((one) => typeof one === 'string' && one !== '')) return problem(400, 'malformed', 'A text is missing.');
    if (!/^\d{6}$/.test(String(sortCode)) || !/^\d{8}$/.test(String(number)))
      return problem(400, 'malformed', 'Give sort_code as 6 digits and account_number as 8.');
    if (typeof day !== 'number' || !Number.isInteger(day) || day < 1 || day > 28) return problem(400, 'malformed', 'Give day as 1 to 28.');
    if (!households.byAccount(String(account))) return problem(422, 'no_such_account', 'There is no such account.');
    const before = book.mandate(String(reference));
    if (before)
      return before.account === account
        ? { status: 200, body: before }
        : problem(409, 'conflict', 'That reference was posted with other facts.');
    const mandate: PostedMandate = {
      reference: String(reference),
      account: String(account),
      account_name: String(name),
      sort_code: String(sortCode),
      account_number_ending: String(number).slice(-4),
      day,
      first_collection: String(first),
      ...(typeof body['email'] === 'string' ? { email: body['email'] } : {}),
      ...(typeof body['instalments'] === 'number' ? { instalments: body['instalments'] } : {}),
      received_at: now().toISOString(),
    };
    book.write({ mandate });
    return { status: 201, body: mandate };
  };

  async function answer(request: Request): Promise<Answer> {
    const path = new URL(request.url).pathname;
    const key = /^Bearer (\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
    if (key === undefined || !apiKeys.includes(key)) return problem(401, 'unauthorised', 'The key is missing or not known.');
    const act = { '/accounts/find': find, '/payments': post, '/direct-debits': instruct }[path];
    if (!act) return problem(404, 'no_such_resource', 'There is nothing at this address.');
    if (request.method !== 'POST') return problem(405, 'method_not_allowed', 'Use POST.');
    const bytes = await readBody(request, 100_000);
    if (bytes === 'too-large') return problem(413, 'too_large', 'The body is over 100 kB.');
    let body: unknown;
    try {
      body = JSON.parse(bytes.toString('utf8'));
    } catch {
      return problem(400, 'malformed', 'The body is not JSON.');
    }
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return problem(400, 'malformed', 'The body is not an object.');
    return act(body as Record<string, unknown>);
  }

  return {
    title,
    basePath: '',
    problem: (status) => ({
      code: status === 429 ? 'too_many' : 'unexpected',
      detail: 'The billing system could not complete the request.',
    }),
    async fetch(request) {
      try {
        const { pathname } = new URL(request.url);
        if (isDeskPath(pathname)) return await desk(pathname, request, title, households, book);
        const { status, body } = await answer(request);
        return json(body, status);
      } catch (error) {
        // A fault of the sandbox's own, which no test may take for one that it asked for.
        console.error('The sandbox itself failed:', error);
        return json({ code: 'unexpected', detail: 'The sandbox itself failed: see its log' }, 500);
      }
    },
    households,
    get payments() {
      return book.payments;
    },
    get mandates() {
      return book.mandates;
    },
    household,
    csv: () => billingCsv(households.all()),
    close() {
      if (!closed) book.close();
      closed = true;
    },
  };
}

/** `/` shows accounts to try and what was posted; `/sandbox/payments`, `/sandbox/mandates` and `/sandbox/export.csv` give it to programs. */
function desk(path: string, request: Request, title: string, households: Households, book: BillingBook): Response | Promise<Response> {
  if (path === '/sandbox/style.css') return styleSheet();
  if (path === '/sandbox/payments') return json(book.payments);
  if (path === '/sandbox/mandates') return json(book.mandates);
  if (path === '/sandbox/export.csv') {
    const lines = billingCsv(households.all());
    const encoder = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        const next = lines.next();
        if (next.done) controller.close();
        else controller.enqueue(encoder.encode(next.value));
      },
    });
    return new Response(body, { headers: { 'content-type': 'text/csv; charset=utf-8', 'x-content-type-options': 'nosniff' } });
  }
  if (path !== '/')
    return wantsPage(request)
      ? problemPage('Not found', '/', 'There is nothing at this address.', 404)
      : json({ problem: 'There is nothing at this address.' }, 404);
  const some = Array.from({ length: Math.min(20, households.size) }, (_, index) => households.at(index));
  return page(
    title,
    '',
    html`<p>${households.size} generated households. Nobody lives there.</p>
      <div class="scroll">
        <table>
          <caption>
            Accounts to try
          </caption>
          <thead>
            <tr>
              <th scope="col">Account</th>
              <th scope="col">Postcode</th>
              <th scope="col">Band</th>
              <th scope="col">Reductions</th>
            </tr>
          </thead>
          <tbody>
            ${some.map(
              ({ account, postcode, liabilities }) =>
                html`<tr>
                  <th scope="row">${account}</th>
                  <td>${postcode}</td>
                  <td>${liabilities.map(({ band }) => band).join(', then ')}</td>
                  <td>${liabilities.flatMap((one) => one.reductions.map(({ name }) => name.en)).join(', ')}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p>
        ${book.payments.length} <a href="sandbox/payments">payments posted</a>, ${book.mandates.length}
        <a href="sandbox/mandates">Direct Debit instructions</a>, <a href="sandbox/export.csv">the nightly export</a>,
        <a href="sandbox/faults">faults</a>
      </p>`,
  );
}
