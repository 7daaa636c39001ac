/** A council with its platforms: a real gateway with this service, GOV.UK Pay and the billing system as the sandbox plays them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import {
  createGateway,
  createLog,
  listen,
  type Clock,
  type GatewaySettingsInput,
  type Ground,
  type Routes,
  type Service,
} from '@council-kit/gateway';
import {
  accountNumber,
  accountNumberFormat,
  createBilling,
  createGazetteer,
  createGovukPay,
  startSandbox,
  type Billing,
  type GovukPay,
  type GovukPayOptions,
  type RunningPlatform,
} from '@council-kit/sandbox';
import { finance, type FinanceSettingsInput } from '@council-kit/finance/server';
import type { Payment } from '../../contract/payment.ts';
import { payments, type PaymentsSettingsInput } from '../index.ts';

const both = (en: string, cy: string) => ({ en, cy });
const gazetteer = createGazetteer({ size: 2_000 });

export { accountNumber };

export const webhookSecret = 'whispered';

export const councilTax = {
  id: 'council-tax',
  name: both('Council tax', 'Y dreth gyngor'),
  reference: {
    label: both('What is your council tax account number?', 'Beth yw rhif eich cyfrif treth gyngor?'),
    name: both('Council tax account number', 'Rhif cyfrif y dreth gyngor'),
    example: accountNumberFormat.example,
    patterns: [...accountNumberFormat.patterns],
    checkDigit: { ...accountNumberFormat.checkDigit, weights: [...accountNumberFormat.checkDigit.weights] },
  },
};
export const parking = {
  id: 'parking',
  name: both('Parking fine', 'Dirwy parcio'),
  reference: {
    label: both('What is the number of the notice?', 'Beth yw rhif yr hysbysiad?'),
    name: both('Notice number', 'Rhif yr hysbysiad'),
    example: 'AL12345678',
    patterns: ['AL[0-9]{8}', '[0-9]{16}'],
  },
  limits: { least: 100, most: 20_000 },
};

export interface BoroughOptions {
  readonly pay?: GovukPayOptions;
  readonly payments?: Partial<PaymentsSettingsInput>;
  /** Who is an officer. `{}`: nobody can sign in. `null`: a gateway without finance. */
  readonly finance?: FinanceSettingsInput | null;
  readonly gateway?: GatewaySettingsInput;
  readonly clock?: Clock;
  /** Where Pay sends its webhooks by itself. Held, for a test to deliver, unless given. */
  readonly webhooks?: 'held' | 'sent';
  readonly folder?: string;
  /** Other services of the same gateway. */
  readonly also?: readonly Service[];
  /** What the service stands on, changed: something happens between two of its steps. */
  readonly ground?: (ground: Ground) => Ground;
  /** How long the billing system is waited for. */
  readonly timeoutMs?: number;
  /** How the gateway speaks to GOV.UK Pay: another address, how long it waits, what it tells. */
  readonly paySettings?: Partial<PaymentsSettingsInput['pay']>;
}

export interface Borough extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  readonly govukPay: GovukPay;
  readonly billing: Billing;
  readonly platforms: { readonly govukPay: RunningPlatform; readonly billing: RunningPlatform };
  readonly logged: () => string;
  /** What the finance team's part answers at. */
  readonly routes: () => Routes | undefined;
  fetch(path: string, init?: RequestInit): Promise<Response>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  /** Begins a payment. */
  begin(wish?: Record<string, unknown>, key?: string): Promise<{ status: number; body: Payment & { code?: string } }>;
  read(id: string): Promise<Payment>;
  staff<Answer>(path: string, body?: unknown): Promise<{ status: number; body: Answer }>;
  stop(): Promise<void>;
  /** The gateway again, in the same folder, beside the same platforms. */
  restart(): Promise<void>;
}

/** Whoever sends the header is an officer. */
const officers: FinanceSettingsInput = {
  staff: { authorise: (request) => (request.headers.get('x-officer') ? { id: 'o1', name: 'Sam' } : undefined) },
};

let keys = 0;

export async function borough(options: BoroughOptions = {}): Promise<Borough> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'council-payments-')));
  const address = { url: '' };
  // The port is known only when the gateway listens, and Pay has to know it before: one is found first.
  const port = await freePort();
  address.url = `http://127.0.0.1:${port}`;
  const govukPay = createGovukPay({
    postsPerSecond: 0,
    webhooks: [{ url: `${address.url}/payments/webhook`, signingSecret: webhookSecret, held: options.webhooks !== 'sent' }],
    ...options.pay,
  });
  const billing = createBilling({ gazetteer, size: 1_000 });
  const sandbox = await startSandbox({ platforms: { govukPay, billing } });
  let lines = '';
  const log = createLog('debug', new Writable({ write: (chunk: Buffer, _encoding, done) => ((lines += chunk.toString()), done()) }));
  let routes: Routes | undefined;
  const changed = (service: Service): Service => ({
    ...service,
    async setUp(ground) {
      const parts = await service.setUp(options.ground ? options.ground(ground) : ground);
      if (service.name === 'finance') routes = parts.routes;
      return parts;
    },
  });
  const startGateway = async () =>
    listen(
      createGateway({
        services: [
          changed(
            payments({
              pay: {
                url: sandbox.platforms.govukPay.baseUrl,
                key: 'sandbox-key',
                webhookSecret,
                searchSettlesSeconds: 1,
                timeoutMs: 3_000,
                ...options.paySettings,
              },
              funds: [councilTax, parking],
              billing: { url: sandbox.platforms.billing.baseUrl, key: 'sandbox-key', timeoutMs: options.timeoutMs ?? 3_000 },
              ...options.payments,
            }),
          ),
          ...(options.finance === null ? [] : [changed(finance(options.finance ?? officers))]),
          ...(options.also ?? []),
        ],
        log,
        ...(options.clock ? { clock: options.clock } : {}),
        settings: { port, dataFolder: folder, rateLimit: { writesPerMinute: 1_000_000, readsPerMinute: 1_000_000 }, ...options.gateway },
      }),
    );
  let listening = await startGateway().catch(async (error: unknown) => {
    await sandbox.stop();
    throw error;
  });
  let stopped = false;
  const request = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(new URL(path, address.url), { redirect: 'manual', ...init });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    request(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    await listening.stop();
    await sandbox.stop();
  };
  return {
    url: address.url,
    folder,
    govukPay,
    billing,
    platforms: sandbox.platforms,
    logged: () => lines,
    routes: () => routes,
    fetch: request,
    post,
    async begin(wish = {}, key = `key-${++keys}`) {
      const body = { fund: 'council-tax', reference: billing.households.at(1).account, amount: 18_500, ...wish };
      const answer = await post('/payments', body, { 'idempotency-key': key });
      return { status: answer.status, body: (await answer.json()) as Payment & { code?: string } };
    },
    read: async (id) => (await (await request(`/payments/${id}`)).json()) as Payment,
    async staff<Answer>(path: string, body?: unknown) {
      const headers = { 'x-officer': 'sam' };
      const answer = await (body === undefined ? request(path, { headers }) : post(path, body, headers));
      return { status: answer.status, body: (await answer.json()) as Answer };
    },
    stop,
    async restart() {
      await listening.stop();
      listening = await startGateway();
    },
    async [Symbol.asyncDispose]() {
      await stop();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  return await new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
