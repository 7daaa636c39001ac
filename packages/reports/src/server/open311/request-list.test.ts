/** Long lists: by place and by number, in slices, paid for by who asks. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GatewaySettingsInput, Store } from '@council-kit/gateway';
import { testedStores } from '@council-kit/testing/stores.js';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import * as v from 'valibot';
import { open311RequestsSchema } from '../../contract/open311.ts';
import type { ReportsTables } from '../records/tables.ts';
import { start, type Started } from '../testing/gateway.ts';
import { newest, spreadReports } from '../testing/spread-reports.ts';

const since = 'start_date=2000-01-01T00:00:00Z';
const everything: GatewaySettingsInput = { rateLimit: { readsPerMinute: 1_000_000, writesPerMinute: 1_000_000 } };

async function filled(count: number, settings: GatewaySettingsInput): Promise<{ gateway: Started; store: Store; inOrder: string[] }> {
  let store: Store | undefined;
  const gateway = await start({ gateway: settings, also: [{ name: 'looker', setUp: (ground) => ((store = ground.store), {}) }] });
  assert.ok(store);
  const rows = spreadReports(count).map((row, index) => ({ ...row, description: `Number ${index} & <more>` }));
  for (let from = 0; from < count; from += 500)
    await store
      .db<ReportsTables>()
      .insertInto('reports_report')
      .values(rows.slice(from, from + 500))
      .execute();
  const inOrder = rows
    .sort((a, b) => b.requested_at - a.requested_at || (a.reference < b.reference ? 1 : -1))
    .map(({ reference }) => reference);
  return { gateway, store, inOrder };
}

const parser = new XMLParser({ ignoreDeclaration: true, parseTagValue: false });

for (const tested of await testedStores()) {
  test(`${tested.name}: pages by Link and by number are the same reports, once each, while others come in; JSON and XML`, async () => {
    const { gateway, store, inOrder } = await filled(1_234, { ...everything, ...(await tested.fresh()) });
    await using _ = gateway;
    const idsOf = async (path: string): Promise<{ ids: string[]; next: string | undefined }> => {
      const answer = await gateway.fetch(path);
      assert.equal(answer.status, 200, path);
      const text = await answer.text();
      if (path.includes('.xml')) assert.equal(XMLValidator.validate(text), true);
      const list = v.parse(open311RequestsSchema, path.includes('.xml') ? parser.parse(text) : JSON.parse(text));
      return {
        ids: list.map(({ service_request_id: id }) => String(id)),
        next: /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1],
      };
    };
    let come = 0;
    for (const format of ['json', 'xml']) {
      const seen: string[] = [];
      for (let next: string | undefined = `/open311/v2/requests.${format}?${since}&page_size=500`; next;) {
        const page = await idsOf(next);
        seen.push(...page.ids);
        next = page.next;
        come += 1;
        const at = newest + come * 10_000;
        const more = { ...spreadReports(1)[0], reference: `NEW${come}`, requested_at: at, updated_at: at };
        await store
          .db<ReportsTables>()
          .insertInto('reports_report')
          .values(more as never)
          .execute();
      }
      assert.deepEqual(
        seen.filter((id) => !id.startsWith('NEW')),
        inOrder,
      );
      assert.equal(new Set(seen).size, seen.length);
    }
    const before = `end_date=${new Date(newest).toISOString()}`;
    for (const [size, number] of [
      [100, 5],
      [500, 3],
      [7, 100],
    ] as const)
      assert.deepEqual(
        (await idsOf(`/open311/v2/requests.json?${since}&${before}&page_size=${size}&page=${number}`)).ids,
        inOrder.slice((number - 1) * size, number * size),
      );
    assert.deepEqual(await idsOf(`/open311/v2/requests.json?${since}&page=100000&page_size=1000`), { ids: [], next: undefined });
    assert.deepEqual((await idsOf(`/open311/v2/requests.xml?service_code=none`)).ids, []);
    const wrong = await gateway.fetch('/open311/v2/requests.json?cursor=older.1.%27%20or%201=1');
    assert.equal(wrong.status, 400);
  });

  test(`${tested.name}: what changed comes by when it changed, last first`, async () => {
    const { gateway, store, inOrder } = await filled(300, { ...everything, ...(await tested.fresh()) });
    await using _ = gateway;
    const old = inOrder.at(-1) ?? '';
    await store
      .db<ReportsTables>()
      .updateTable('reports_report')
      .set({ updated_at: newest + 1000 })
      .where('reference', '=', old)
      .execute();
    const list = (await gateway.json('/open311/v2/requests.json?updated_after=2000-01-01T00:00:00Z&page_size=300')) as {
      service_request_id: string;
    }[];
    assert.deepEqual(
      list.map(({ service_request_id: id }) => id),
      [old, ...inOrder.slice(0, -1)],
    );
  });
}

test('a client pays for what its list costs, and a small question of its own less; others pay nothing', async () => {
  // At once: 300 small questions.
  const { gateway } = await filled(1_100, { rateLimit: { readsPerMinute: 600, writesPerMinute: 600 }, trustedProxies: 1 });
  await using _ = gateway;
  const ask = (path: string, from: string): Promise<Response> => gateway.fetch(path, { headers: { 'x-forwarded-for': from } });
  const whole = `/open311/v2/requests.json?${since}&page_size=1000`;
  const statuses: number[] = [];
  for (let count = 0; count < 4; count += 1) {
    const answer = await ask(whole, '192.0.2.1');
    await answer.text();
    statuses.push(answer.status);
  }
  assert.deepEqual(statuses, [200, 200, 200, 429]);
  const refused = await ask(whole, '192.0.2.1');
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  assert.equal((await ask(whole, '192.0.2.2')).status, 200);
});

test('while big lists are answered, a small question is answered in between', async () => {
  const { gateway } = await filled(1_100, everything);
  await using _ = gateway;
  const order: string[] = [];
  const big = Array.from({ length: 10 }, async () => {
    await (await gateway.fetch(`/open311/v2/requests.json?${since}&page_size=1000`)).text();
    order.push('big');
  });
  const small = (async () => {
    await gateway.fetch('/reports/00000-00000');
    order.push('small');
  })();
  await Promise.all([...big, small]);
  assert.ok(order.indexOf('small') < 5, order.join(' '));
});
