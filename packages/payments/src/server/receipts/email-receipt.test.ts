import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGovukNotify, faultKinds, sandboxNotifyKeys, startSandbox, type NotifyTemplate } from '@council-kit/sandbox';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { borough, councilTax, type Borough } from '../testing/borough.fixture.ts';

const email = 'gwenllian.planted@example.org';
const ids = { en: '0f8e4c1a-6d52-4b7e-9c11-8a3f5d2b7e01', cy: '0f8e4c1a-6d52-4b7e-9c11-8a3f5d2b7e02' };
const lines = ['amount', 'paid_for', 'reference_name', 'reference', 'date', 'payment_number', 'receipt_page'];
const body = lines.map((name) => `${name}=((${name}))`).join('\n\n');
const templates: NotifyTemplate[] = [
  { id: ids.en, type: 'email', name: 'Receipt', subject: 'Your payment', body },
  { id: ids.cy, type: 'email', name: 'Derbynneb', subject: 'Eich taliad', body },
];
const fund = { ...councilTax, emailReceipt: true };

interface Receipts extends AsyncDisposable {
  readonly clock: ManualClock;
  readonly council: Borough;
  readonly notify: ReturnType<typeof createGovukNotify>;
  readonly faults: Awaited<ReturnType<typeof startSandbox<'notify'>>>['platforms']['notify']['faults'];
  /** Begins a payment, pays it at Pay and comes back; its id. */
  pay(wish?: Record<string, unknown>, headers?: Record<string, string>): Promise<string>;
}

async function start(options: { known?: readonly NotifyTemplate[]; timeoutMs?: number } = {}): Promise<Receipts> {
  const clock = new ManualClock('2026-11-23T10:02:00Z');
  const notify = createGovukNotify({ templates: options.known ?? templates, now: () => clock.now().getTime() });
  const sandbox = await startSandbox({ platforms: { notify } });
  const council = await borough({
    clock,
    payments: {
      funds: [fund],
      notify: { url: sandbox.platforms.notify.baseUrl, key: sandboxNotifyKeys.live, receipt: ids, timeoutMs: options.timeoutMs ?? 5_000 },
    },
  });
  const { account } = council.billing.households.at(1);
  let keys = 0;
  return {
    clock,
    council,
    notify,
    faults: sandbox.platforms.notify.faults,
    async pay(wish = {}, headers = {}) {
      const before = notify.notifications.length;
      const answer = await council.post(
        '/payments',
        { fund: fund.id, reference: account, amount: 18_500 + keys, email, ...wish },
        { 'idempotency-key': `k-${++keys}`, ...headers },
      );
      assert.equal(answer.status, 201);
      const { id } = (await answer.json()) as { id: string };
      const atPay = council.govukPay.payments.at(-1);
      assert.ok(atPay);
      assert.equal(notify.notifications.length, before, 'nothing is sent before it is paid');
      council.govukPay.pay(atPay.payment_id);
      // Back from Pay, four times at once.
      await Promise.all(Array.from({ length: 4 }, () => council.fetch(`/payments/${id}/return`)));
      return id;
    },
    async [Symbol.asyncDispose]() {
      await council[Symbol.asyncDispose]();
      await sandbox.stop();
    },
  };
}

const receiptOf = async (council: Borough, id: string): Promise<string | undefined> => (await council.read(id)).receipt;

/** Whether it is sent; where it waits to be tried again, that moment comes. */
async function sentAtLast({ council, clock }: Receipts, id: string): Promise<boolean> {
  const { waiting } = (await council.staff<{ waiting: { nextAttemptAt: string }[] }>('/staff/payments/deliveries')).body;
  for (const { nextAttemptAt } of waiting) clock.advance(Math.max(0, Date.parse(nextAttemptAt) - clock.now().getTime()));
  return (await receiptOf(council, id)) === 'sent';
}

test('who paid gets one receipt, in their language, with what they need; then nobody keeps their address', async () => {
  await using all = await start();
  const { council, notify } = all;
  const id = await all.pay({}, { 'accept-language': 'cy' });
  await until(async () => (await receiptOf(council, id)) === 'sent', 'the receipt is sent');
  // Webhooks five times over find it paid too.
  await Promise.all(council.govukPay.messages.flatMap((message) => Array.from({ length: 5 }, () => council.govukPay.deliver(message.id))));
  assert.equal(notify.notifications.length, 1);
  const [sent] = notify.notifications;
  assert.equal(sent?.to, email);
  assert.equal(sent.subject, 'Eich taliad');
  const { account } = council.billing.households.at(1);
  const said = Object.fromEntries(
    sent.body.split('\n\n').map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
  assert.deepEqual(said, {
    amount: '£185.00',
    paid_for: 'Y dreth gyngor',
    reference_name: 'Rhif cyfrif y dreth gyngor',
    reference: account,
    date: '23 Tachwedd 2026 am 10:02yb',
    payment_number: (await council.read(id)).number,
    receipt_page: `${council.url}/payments/${id}/return?lang=cy`,
  });
  assert.doesNotMatch(sent.reference ?? '', new RegExp(`${account}|${id}|@`), 'the reference at Notify is nothing personal');
  assert.equal(council.govukPay.payments.at(-1)?.email, undefined, 'Pay is not told the address');
  const page = await (await council.fetch(`/payments/${id}/return?lang=en`)).text();
  assert.match(page, /We have sent a receipt to the email address you gave\./);
  assert.doesNotMatch(page + council.logged(), /planted/);
  await council.stop();
  for (const file of await readdir(council.folder)) {
    const bytes = await readFile(join(council.folder, file)).catch(() => Buffer.alloc(0));
    assert.equal(bytes.includes('planted'), false, file);
  }
});

test('an answer of Notify’s that was lost is no second email', async () => {
  await using all = await start();
  await all.faults.add({ fault: 'lost-answer', method: 'POST', times: 1 });
  const id = await all.pay();
  await until(async () => (await receiptOf(all.council, id)) !== undefined && all.faults.played.length === 1, 'the answer was lost');
  await until(() => sentAtLast(all, id), 'it is known to be sent');
  assert.equal(all.notify.notifications.length, 1);
});

// Not refuse: it closes the port, which is what `reset` looks like from here.
for (const fault of faultKinds.filter((kind) => kind !== 'refuse' && kind !== 'slow-headers' && kind !== 'slow-body')) {
  test(`Notify answers with ${fault}: the payment is paid all the same, the page says no more than is known, and one receipt comes later`, async () => {
    await using all = await start({ timeoutMs: fault === 'hang' ? 100 : 5_000 });
    await all.faults.add({ fault, times: 2, bytes: 2_000_000 });
    const id = await all.pay();
    assert.equal((await all.council.read(id)).state.status, 'success');
    await until(() => all.faults.played.length > 0, 'Notify was asked');
    const page = await (await all.council.fetch(`/payments/${id}/return`)).text();
    assert.match(page, /We are sending a receipt to the email address you gave\./);
    await until(() => sentAtLast(all, id), 'it is sent');
    assert.equal(all.notify.notifications.length, 1);
  });
}

test('what Notify refuses is told to who paid and to staff, who can try again once it is mended', async () => {
  await using all = await start({ known: [] });
  const id = await all.pay();
  await until(async () => (await receiptOf(all.council, id)) === 'not-sent', 'it was refused');
  const page = await (await all.council.fetch(`/payments/${id}/return`)).text();
  assert.match(page, /We could not send a receipt to the email address you gave\./);
  assert.match(page, /Print this page/);
  const deliveries = (await all.council.staff<{ failed: { id: string; kind: string; reason: string }[] }>('/staff/payments/deliveries'))
    .body;
  const failed = deliveries.failed.find(({ kind }) => kind === 'email-receipt');
  assert.match(failed?.reason ?? '', /^GOV\.UK Notify answered 400: BadRequestError: Template not found/);
  for (const template of templates) all.notify.publish(template);
  const again = await all.council.fetch(`/staff/payments/deliveries/${failed?.id ?? ''}/retry`, {
    method: 'POST',
    headers: { 'x-officer': 'sam' },
  });
  assert.equal(again.status, 204);
  await until(async () => (await receiptOf(all.council, id)) === 'sent', 'it is sent now');
  const { story } = (await all.council.staff<{ story: { kind: string }[] }>(`/staff/payments/${id}`)).body;
  assert.deepEqual(
    story.map(({ kind }) => kind).filter((kind) => kind.startsWith('receipt')),
    ['receipt-not-sent', 'receipt-sent'],
  );
});

test('an address that cannot be sent to is forgotten after a week', async () => {
  await using all = await start({ known: [] });
  const id = await all.pay();
  await until(async () => (await receiptOf(all.council, id)) === 'not-sent', 'it was refused');
  all.clock.advance(7 * 86_400_000 + 3_600_000);
  const { failed } = (await all.council.staff<{ failed: { id: string; kind: string }[] }>('/staff/payments/deliveries')).body;
  const again = async (): Promise<string | undefined> => {
    await all.council.fetch(`/staff/payments/deliveries/${failed[0]?.id ?? ''}/retry`, { method: 'POST', headers: { 'x-officer': 'sam' } });
    const now = (await all.council.staff<{ failed: { reason: string }[] }>('/staff/payments/deliveries')).body;
    return now.failed[0]?.reason;
  };
  await until(async () => (await again()) === 'the address was forgotten after 7 days', 'the address is gone');
  for (const template of templates) all.notify.publish(template);
  await until(async () => (await again()) === 'the address was forgotten after 7 days', 'also where it could be sent now');
  assert.equal(all.notify.notifications.length, 0);
});

test('nobody who gave no address, or did not pay, is written to', async () => {
  await using all = await start();
  const without = await all.pay({ email: '' });
  assert.equal((await all.council.read(without)).state.status, 'success');
  assert.equal(await receiptOf(all.council, without), undefined);
  const { body: unpaid } = await all.council.begin({ email, amount: 777 });
  await all.council.govukPay.advance(91 * 60);
  await all.council.fetch(`/payments/${unpaid.id}/return`);
  assert.equal((await all.council.read(unpaid.id)).state.status, 'failed');
  await all.council.stop();
  assert.equal(all.notify.notifications.length, 0);
  for (const file of await readdir(all.council.folder)) {
    const bytes = await readFile(join(all.council.folder, file)).catch(() => Buffer.alloc(0));
    assert.equal(bytes.includes('planted'), false, file);
  }
});

test('without Notify the address is Pay’s, for its own confirmation', async () => {
  await using council = await borough({ payments: { funds: [fund] } });
  const { body: payment } = await council.begin({ email });
  assert.equal(council.govukPay.payments.at(-1)?.email, email);
  council.govukPay.pay(council.govukPay.payments.at(-1)?.payment_id ?? '');
  await council.fetch(`/payments/${payment.id}/return`);
  const paid = await council.read(payment.id);
  assert.deepEqual([paid.state.status, paid.receipt], ['success', undefined]);
});

test('an address that is none is said at its field, in the language of the page', async () => {
  await using all = await start();
  const { account } = all.council.billing.households.at(1);
  for (const [language, message] of [
    ['en', 'Enter an email address in the correct format, like name@example.com'],
    ['cy', 'Rhowch gyfeiriad e-bost yn y fformat cywir, fel enw@enghraifft.com'],
  ] as const) {
    const answer = await all.council.post(
      '/payments',
      { fund: fund.id, reference: account, amount: 100, email: 'gwenllian@' },
      { 'idempotency-key': `e-${language}`, 'accept-language': language },
    );
    assert.equal(answer.status, 422);
    assert.deepEqual(((await answer.json()) as { errors: unknown }).errors, [{ field: 'email', message }]);
  }
});
