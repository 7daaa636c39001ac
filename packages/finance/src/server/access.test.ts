/** Who is not of the council's staff sees nothing and does nothing, on every route that there is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@council-kit/testing/until.js';
import { borough, type Borough } from './testing/borough.fixture.ts';
import { OfficerBrowser } from './testing/officer.fixture.ts';
import { paid } from './testing/pay.fixture.ts';

/** Every route of the finance team, from the table that the gateway mounts. */
function routeTable(council: Borough): { readonly method: string; readonly path: string; readonly json: boolean }[] {
  const { operations = [], hono } = council.routes() ?? {};
  return [
    ...operations.map(({ operation: { method, path } }) => ({ method: method.toUpperCase(), path, json: true })),
    ...(hono?.routes ?? []).map(({ method, path }) => ({ method, path, json: false })),
  ].filter(({ path }) => path.startsWith('/staff/'));
}

test('nobody but staff, on every route: 403 and nothing done; an officer gets another answer from each', async () => {
  await using council = await borough();
  const { id, payId } = await paid(council, { amount: 10_000 });
  const table = routeTable(council);
  assert.ok(table.length >= 23, String(table.length));
  const send = async ({ method, path, json }: (typeof table)[number], headers: Record<string, string>): Promise<Response> => {
    const at = path.replace(':id', id);
    if (method === 'GET') return await council.fetch(`${at}?from=2026-11-01&to=2026-11-02`, { headers });
    if (json) return await council.post(at, { amount: 1, amountAvailable: 10_000 }, headers);
    return await council.fetch(at, {
      method,
      headers,
      body: new URLSearchParams({
        amount: '1',
        seen: '10000',
        key: crypto.randomUUID(),
        id: 'all',
        from: '1/11/2026',
        to: '2/11/2026',
        do: 'compare',
      }),
    });
  };
  const story = async (): Promise<number> => (await council.staff<{ story: unknown[] }>(`/staff/payments/${id}`)).body.story.length;
  await until(() => council.billing.payments.length === 1, 'the billing system is told');
  const before = await until(async () => ((await story()) === 5 ? 5 : undefined), 'and that is written down');
  for (const route of table) {
    const answer = await send(route, { accept: 'text/html' });
    const page = await answer.text();
    assert.equal(answer.status, 403, `${route.method} ${route.path}`);
    assert.match(page, /<h1[^>]*>This is for the council’s staff/, route.path);
    assert.equal(answer.headers.get('cache-control'), 'no-store', route.path);
    assert.doesNotMatch(page, new RegExp(payId), route.path);
  }
  assert.equal(await story(), before);
  // A form without its token is an officer's, and does nothing all the same.
  for (const route of table.filter(({ json, method }) => !json && method === 'POST')) {
    const answer = await send(route, { accept: 'text/html', 'x-officer': 'sam' });
    assert.ok([303, 403].includes(answer.status), `${route.path}: ${answer.status}`);
    assert.doesNotMatch(answer.headers.get('location') ?? '', /news=|all=|tried=|refund=|reconciliation\/./, route.path);
  }
  assert.equal(await story(), before);
  for (const route of table.filter(({ json, method }) => json || method === 'GET')) {
    const answer = await send(route, { accept: 'application/json', 'x-officer': 'sam' });
    assert.ok(answer.status !== 403 && answer.status < 500, `${route.path}: ${answer.status}`);
    assert.equal(answer.headers.get('cache-control') ?? 'no-store', 'no-store', route.path);
  }
  assert.ok((await story()) > before);
});

test('another site’s form, another officer’s and another page’s do nothing', async () => {
  await using council = await borough({
    finance: { staff: { authorise: (request) => ({ id: request.headers.get('x-officer') ?? '', name: 'An officer' }) } },
  });
  const { id } = await paid(council, { amount: 10_000 });
  const sam = await new OfficerBrowser(council, 'sam').open(
    `/staff/finance/payments/${id}/refund/check?amount=1&seen=10000&key=${crypto.randomUUID()}`,
  );
  assert.equal(sam.heading, 'Check the refund');
  const alex = new OfficerBrowser(council, 'alex');
  alex.html = sam.html;
  await alex.send();
  assert.equal(alex.status, 403);
  assert.match(alex.text, /nothing was changed/);
  const of = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(sam.html)?.[1] ?? '';
  const foreign = await council.fetch(`/staff/finance/payments/${id}/refund/check`, {
    method: 'POST',
    headers: { 'x-officer': 'sam', origin: 'https://elsewhere.example', cookie: 'a=b' },
    body: new URLSearchParams({ token: of('token'), amount: '1', seen: '10000', key: of('key') }),
  });
  assert.equal(foreign.status, 403);
  sam.html = sam.html.replaceAll('/refund/check?', '/read?');
  await sam.send();
  assert.doesNotMatch(sam.path, /news/);
  assert.deepEqual(council.govukPay.payments[0]?.refunds, []);
});

test('an officer without the role to refund sees payments, and no way to move money', async () => {
  const roles = ['finance'];
  await using council = await borough({ finance: { staff: { authorise: () => ({ id: 'o1', name: 'Sam', roles }) } } });
  const { id } = await paid(council, { amount: 10_000 });
  const officer = await new OfficerBrowser(council).open(`/staff/finance/payments/${id}`);
  assert.match(officer.text, /Left to refund £100\.00/);
  await assert.rejects(officer.click(/^\s*Refund/));
  await officer.open(`/staff/finance/payments/${id}/refund`);
  assert.deepEqual([officer.status, officer.heading], [403, 'You do not have access to this']);
  assert.match(officer.text, /for the role “finance-refunds”/);
  const refund = await council.post(`/staff/payments/${id}/refunds`, { amount: 1, amountAvailable: 10_000 });
  assert.equal(refund.status, 403);
  assert.deepEqual(council.govukPay.payments[0]?.refunds, []);
});

test('there are no such pages where the settings name no sign-in', async () => {
  await using council = await borough({ finance: {} });
  assert.equal((await council.fetch('/staff/finance')).status, 404);
  assert.equal((await council.fetch('/staff/payments')).status, 404);
});
