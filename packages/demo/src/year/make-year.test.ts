/** A council with a year behind it, looked at as an officer would. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { defaultServices } from '@council-kit/reports';
import { startDemo, type Demo } from '../demo.ts';
import { yearly } from './make-year.ts';

let folder: string;
let demo: Demo;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lived-in-'));
  demo = await startDemo({ port: 0, dataFolder: join(folder, 'data'), livedIn: true, settings: { logLevel: 'error' } });
});
after(async () => {
  await demo.stop();
  await rm(folder, { recursive: true, force: true });
});

const ask = async <Body>(path: string, body?: unknown): Promise<Body> => {
  const answer = await fetch(`${demo.address}/gateway${path}`, {
    ...(body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  assert.equal(answer.status, 200, path);
  return (await answer.json()) as Body;
};

const day = 86_400_000;
const isoDay = (at: number): string => new Date(at).toISOString().slice(0, 10);

interface Listed {
  readonly service_request_id: string;
  readonly service_code: string;
  readonly status: string;
  readonly requested_datetime: string;
  readonly media_url?: string;
  readonly extended_attributes?: { readonly status?: string };
}

/** Every report, by Open311's own list. */
async function everyReport(): Promise<readonly Listed[]> {
  const all: Listed[] = [];
  for (let page = 1; ; page += 1) {
    const query = new URLSearchParams({
      jurisdiction_id: 'aldermere.example',
      page: String(page),
      page_size: '100',
      start_date: `${isoDay(Date.now() - 400 * day)}T00:00:00Z`,
      end_date: `${isoDay(Date.now() + day)}T00:00:00Z`,
    });
    const some = await ask<readonly Listed[]>(`/open311/v2/requests.json?${query.toString()}`);
    all.push(...some);
    if (some.length < 100) return all;
  }
}

describe('a lived-in council', () => {
  test('has reports of every kind, from the whole year, with photos', async () => {
    const reports = await everyReport();
    assert.equal(reports.length, yearly.reports);
    assert.deepEqual([...new Set(reports.map((one) => one.service_code))].sort(), defaultServices.map((kind) => kind.service_code).sort());
    const months = new Set(reports.map((one) => one.requested_datetime.slice(0, 7)));
    assert.ok(months.size >= 12, [...months].join());
    assert.ok(reports.every((one) => Date.parse(one.requested_datetime) <= Date.now()));
    const pictured = reports.filter((one) => one.media_url);
    assert.ok(pictured.length > 60, `${String(pictured.length)} with photos`);
    const photo = await fetch(pictured[0]?.media_url ?? '');
    assert.equal(photo.headers.get('content-type'), 'image/jpeg');
  });

  test('has payments and refunds, and GOV.UK Pay has the same but for three planned differences', async () => {
    const { totals } = await ask<{ totals: { count: number; refunded: number } }>('/staff/payments/search', {});
    assert.equal(totals.count, yearly.payments);
    const from = isoDay(Date.now() - 365 * day);
    const { differences, more } = await ask<{ differences: readonly { kind: string }[]; more: number }>(
      `/staff/payments/reconciliation?from=${from}&to=${isoDay(Date.now())}`,
    );
    assert.deepEqual(differences.map((one) => one.kind).sort(), ['created-twice', 'missing-here', 'refunds']);
    assert.equal(more, 0);
  });

  test('has fifteen deliveries for officers to look at', async () => {
    const { failed } = await ask<{ failed: readonly { kind: string; reason: string }[] }>('/staff/payments/deliveries');
    const reports = await (await fetch(`${demo.address}/gateway/staff/deliveries`)).text();
    const refused = [...reports.matchAll(/This service is not taken any more/g)].length;
    assert.equal(failed.filter(({ kind }) => kind === 'post-payment').length, yearly.unknownAccounts);
    const receipts = failed.filter(({ kind }) => kind === 'email-receipt').map(({ reason }) => reason);
    assert.equal(receipts.length, yearly.refusedEmails, receipts.join('; '));
    for (const reason of receipts) assert.match(reason, /Not a valid email address/);
    assert.equal(refused, yearly.refusedReports);
    assert.equal(failed.length + refused, 15);
  });

  test('keeps no contact details longer than the council does', async () => {
    const old = (await everyReport()).filter((one) => Date.parse(one.requested_datetime) < Date.now() - 100 * day);
    for (const { service_request_id: reference } of old.slice(0, 20)) {
      const page = await (await fetch(`${demo.address}/gateway/staff/reports/${reference}`)).text();
      assert.doesNotMatch(page, /@example\.org|07700 900/);
    }
  });

  test('is put in place whole', async () => {
    assert.deepEqual(await readdir(folder), ['data']);
  });
});
