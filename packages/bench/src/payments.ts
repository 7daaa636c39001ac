/**
 * Payments through the gateway and GOV.UK Pay's sandbox while answers get lost, webhooks come twice and out of order, and the gateway is killed.
 * Afterwards: is every payment in the ledger, in Pay's book and in the billing system, once and to the penny?
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { createBilling, createGazetteer, createGovukPay, startSandbox, type FaultKind } from '@council-kit/sandbox';

export interface PaymentsOptions {
  readonly payments?: number;
  /** How often the gateway is killed (SIGKILL) and started again. */
  readonly kills?: number;
  /** Residents at once. */
  readonly residents?: number;
  readonly seed?: number;
}

export interface PaymentsFigures {
  readonly payments: number;
  readonly kills: number;
  readonly faults: number;
  readonly webhooks: number;
  readonly requests: number;
  readonly seconds: number;
  /** Payments that Pay has more than one of. */
  readonly createdTwice: number;
  /** Pence. */
  readonly paidAtPay: number;
  readonly paidInLedger: number;
  readonly refundedAtPay: number;
  readonly refundedInLedger: number;
  /** What the billing system got, refunds taken off. */
  readonly posted: number;
  readonly postedTwice: number;
  /** What reconciling the ledger with Pay's search says. */
  readonly differences: number;
  /** Residents who were told that they had paid, or had not, when it was the other way round. */
  readonly toldWrong: number;
}

/** Where Pay acted and nobody was told, and where it did not: both look alike to the gateway. */
const troubles: readonly { fault: Exclude<FaultKind, 'refuse'>; acts?: boolean; seconds?: number }[] = [
  { fault: 'lost-answer' },
  { fault: 'lost-answer' },
  { fault: 'reset' },
  { fault: 'server-error' },
  { fault: 'server-error', acts: true },
  { fault: 'bad-gateway-html', acts: true },
  { fault: 'truncated-body' },
  { fault: 'wrong-shape', acts: true },
  { fault: 'slow-headers', seconds: 3 },
  { fault: 'too-many-requests' },
];

const concurrently = async (count: number, work: () => Promise<void>): Promise<void> => {
  await Promise.all(Array.from({ length: count }, work));
};

export async function measurePayments({
  payments = 10_000,
  kills = 10,
  residents = 24,
  seed = 1,
}: PaymentsOptions = {}): Promise<PaymentsFigures> {
  const random = sequence(seed);
  const folder = await mkdtemp(join(tmpdir(), 'council-bench-payments-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const pay = createGovukPay({
    postsPerSecond: 0,
    // The gateway must not lean on what Pay promises for recurring payments only.
    idempotency: 'ignored',
    searchDelaySeconds: 0.5,
    webhooks: [{ url: `${url}/payments/webhook`, signingSecret: 'whispered', held: true }],
  });
  const billing = createBilling({ gazetteer: createGazetteer({ size: 5_000 }), size: Math.max(1_000, payments) });
  const sandbox = await startSandbox({ platforms: { pay, billing } });
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(
      process.execPath,
      [
        '--conditions=council-kit-source',
        new URL('./payments-gateway-server.ts', import.meta.url).pathname,
        folder,
        String(port),
        sandbox.platforms.pay.baseUrl,
        sandbox.platforms.billing.baseUrl,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await once(createInterface({ input: child.stdout as NodeJS.ReadableStream }), 'line');
    return child;
  };
  let gateway = await start();
  let requests = 0;
  let killed = 0;
  let toldWrong = 0;
  const began = performance.now();

  /** Asked until there is an answer that is not "try again": as a resident, or Pay, would. */
  const ask = async (path: string, init: RequestInit = {}): Promise<{ status: number; body: Record<string, unknown> }> => {
    for (;;) {
      requests += 1;
      try {
        const response = await fetch(url + path, { redirect: 'manual', signal: AbortSignal.timeout(20_000), ...init });
        const text = await response.text();
        if (response.status < 500 && response.status !== 429)
          return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
      } catch {
        // Killed, or just starting.
      }
      await wait(50 + random() * 200);
    }
  };
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });

  let deliveries = 0;
  const tell = async (): Promise<void> => {
    const waiting = pay.messages.filter(({ delivered }) => !delivered);
    // Any of them, and now and then one that was told before.
    const message =
      random() < 0.2 ? pay.messages[Math.floor(random() * pay.messages.length)] : waiting[Math.floor(random() * waiting.length)];
    if (!message) return;
    deliveries += 1;
    await pay.deliver(message.id);
  };

  const byReference = new Map<string, string>();
  let next = 0;
  const ids: string[] = [];
  const oneResident = async (): Promise<void> => {
    for (;;) {
      const index = next;
      next += 1;
      if (index >= payments) return;
      const body = { fund: 'council-tax', reference: billing.households.at(index).account, amount: 100 + Math.floor(random() * 250_000) };
      const headers = { 'idempotency-key': `resident-${seed}-${index}` };
      // A double click, now and then.
      const [answer] = await Promise.all(Array.from({ length: random() < 0.1 ? 2 : 1 }, () => post('/payments', body, headers)));
      if (!answer || (answer.status !== 200 && answer.status !== 201))
        throw new Error(`A payment was not begun: ${JSON.stringify(answer)}`);
      const id = String(answer.body['id']);
      ids.push(id);
      const story = await ask(`/staff/payments/${id}`);
      const payId = String(story.body['payId']);
      byReference.set(String(story.body['payReference']), payId);
      const what = random();
      if (what < 0.8) pay.pay(payId, random() < 0.1 ? '4000000000000002' : undefined);
      else if (what < 0.9) pay.leave(payId);
      // Half of them come back; the others are found by webhook or mop-up.
      if (random() < 0.5) {
        const told = (await ask(`/payments/${id}`)).body['state'] as { status: string; finished: boolean };
        const truth = pay.payments.find(({ payment_id: one }) => one === payId)?.state;
        if (told.finished && told.status !== truth?.status) toldWrong += 1;
      }
      if (random() < 0.7) await tell();
    }
  };

  /** Trouble, as long as residents are at it. */
  let isOver = false;
  const trouble = async (): Promise<void> => {
    while (!isOver) {
      const one = troubles[Math.floor(random() * troubles.length)];
      if (one && sandbox.platforms.pay.faults.waiting.length < 3) {
        await sandbox.platforms.pay.faults.add({
          ...one,
          times: 1,
          ...(random() < 0.7 ? { method: 'POST', path: '/v1/payments' } : { path: '/v1' }),
        });
        if (random() < 0.3) {
          await sandbox.platforms.billing.faults.add({ ...one, times: 1, path: '/payments' });
        }
      }
      await wait(20 + random() * 150);
    }
  };
  const killer = async (): Promise<void> => {
    for (let time = 1; time <= kills && !isOver; time += 1) {
      const at = (payments * time) / (kills + 1);
      while (!isOver && next < at) await wait(5);
      gateway.kill('SIGKILL');
      await once(gateway, 'exit');
      killed += 1;
      gateway = await start();
    }
  };

  try {
    const around = [trouble(), killer()];
    await concurrently(residents, oneResident);
    isOver = true;
    await Promise.all(around);
    const faults = sandbox.platforms.pay.faults.played.length + sandbox.platforms.billing.faults.played.length;
    await sandbox.platforms.pay.faults.clear();
    await sandbox.platforms.billing.faults.clear();
    // Some are refunded, in part or whole; a lost answer is part of it.
    const paid = pay.payments.filter(({ state }) => state.status === 'success').slice(0, Math.ceil(payments / 20));
    for (const id of ids.slice(0, Math.ceil(payments / 10))) {
      const story = (await ask(`/staff/payments/${id}`)).body;
      const available = Number(story['available']);
      if (available === 0 || paid.length === 0) continue;
      await post(`/staff/payments/${id}/refunds`, { amount: Math.ceil(available * random()), amountAvailable: available });
    }
    // What nobody paid expires; the rest of the messages goes out, in no order; what nobody told is asked for.
    await pay.advance(3 * 86_400);
    const rest = pay.messages.filter(({ delivered }) => !delivered).map(({ id }) => id);
    rest.sort(() => random() - 0.5);
    await concurrently(8, async () => {
      for (let id = rest.pop(); id !== undefined; id = rest.pop()) {
        deliveries += 1;
        await pay.deliver(id);
      }
    });
    const unread = [...ids];
    await concurrently(8, async () => {
      for (let id = unread.pop(); id !== undefined; id = unread.pop()) await ask(`/payments/${id}`);
    });
    const paidAtPay = pay.payments.reduce((sum, { amount, state }) => sum + (state.status === 'success' ? amount : 0), 0);
    const refundedAtPay = pay.payments.reduce((sum, { refunds }) => sum + refunds.reduce((of, { amount }) => of + amount, 0), 0);
    const posted = (): number => billing.payments.reduce((sum, { amount }) => sum + amount, 0);
    // What is on its way to the billing system arrives; a claim of a gateway that was killed lasts a minute.
    for (let seen = posted(), since = Date.now(); posted() !== paidAtPay - refundedAtPay && Date.now() - since < 90_000; await wait(100)) {
      if (posted() === seen) continue;
      seen = posted();
      since = Date.now();
    }

    const [from, to] = [new Date(Date.now() - 86_400_000), new Date(Date.now() + 86_400_000)].map((date) =>
      date.toISOString().slice(0, 10),
    );
    const { body } = await ask(`/staff/payments/reconciliation?from=${from ?? ''}&to=${to ?? ''}`);
    const here = body['here'] as { paid: number; refunded: number };
    const references = pay.payments.map(({ reference }) => reference);
    const postings = billing.payments.map(({ reference }) => reference);
    return {
      payments,
      kills: killed,
      faults,
      webhooks: deliveries,
      requests,
      seconds: (performance.now() - began) / 1000,
      createdTwice: references.length - new Set(references).size + Math.abs(references.length - payments),
      paidAtPay,
      paidInLedger: here.paid,
      refundedAtPay,
      refundedInLedger: here.refunded,
      posted: posted(),
      postedTwice: postings.length - new Set(postings).size,
      differences: (body['differences'] as unknown[]).length,
      toldWrong,
    };
  } finally {
    isOver = true;
    gateway.kill('SIGKILL');
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Mulberry32 (Tommy Ettinger, public domain). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('There is no free port.');
  return address.port;
}
