/** How the store is asked for payments: what a list of 100,000 costs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type CompiledQuery } from 'kysely';
import type { Payments } from '../payments.ts';
import { borough, councilTax, parking } from '../testing/borough.fixture.ts';
import { fill } from '../testing/fill.fixture.ts';
import { findPayments, totalFound } from './find-payments.ts';

/** The questions that the store would be asked, as it would be asked them. */
async function asked(ask: (payments: Payments) => Promise<unknown>): Promise<readonly CompiledQuery[]> {
  const queries: CompiledQuery[] = [];
  const db = new Kysely({
    dialect: {
      createAdapter: () => new SqliteAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new SqliteIntrospector(of),
      createQueryCompiler: () => new SqliteQueryCompiler(),
    },
    log: ({ query }) => void queries.push(query),
  });
  // There is nothing behind it, so that some find less than they need.
  await ask({ ground: { store: { db: () => db } }, settings: { funds: [councilTax, parking] } } as unknown as Payments).catch(
    () => undefined,
  );
  return queries;
}

test('at 100,000 payments: a page is read from an index in its order, totals from the index alone, a reference from its own', async () => {
  await using council = await borough();
  fill(council, 2_000);
  using db = new DatabaseSync(join(council.folder, 'gateway.sqlite'));
  const planOf = async (ask: (payments: Payments) => Promise<unknown>): Promise<string> => {
    const [query] = await asked(ask);
    assert.ok(query);
    const plan = db.prepare(`explain query plan ${query.sql}`).all(...(query.parameters as string[]));
    return plan.map(({ detail }) => String(detail)).join('; ');
  };
  const place = { side: 'older', at: Date.now(), id: 'x' } as const;
  for (const [filter, index] of [
    [{}, 'list'],
    [{ outcome: 'paid' }, 'list'],
    [{ from: new Date(0), to: new Date() }, 'list'],
    [{ fund: 'parking' }, 'of_fund'],
    [{ fund: 'parking', outcome: 'paid', from: new Date(0) }, 'of_fund'],
    [{ outcome: 'refunded' }, 'refunded'],
    [{ outcome: 'refunded', fund: 'parking', to: new Date() }, 'refunded'],
    [{ outcome: 'open' }, 'unfinished'],
    [{ outcome: 'capturable', fund: 'parking' }, 'unfinished'],
    [{ outcome: 'unpaid' }, 'unpaid'],
    [{ outcome: 'unpaid', fund: 'parking', from: new Date(0) }, 'unpaid'],
  ] as const) {
    for (const at of [undefined, place, { ...place, side: 'newer' } as const]) {
      const plan = await planOf((payments) => findPayments(payments, filter, at));
      assert.match(plan, new RegExp(`USING INDEX payments_payment_${index}\\b`), JSON.stringify(filter));
      assert.doesNotMatch(plan, /TEMP B-TREE/);
    }
    const plan = await planOf((payments) => totalFound(payments, filter));
    assert.match(plan, new RegExp(`USING COVERING INDEX payments_payment_${index}\\b`), JSON.stringify(filter));
    assert.doesNotMatch(plan, /TEMP B-TREE/);
  }
  assert.doesNotMatch(await planOf((payments) => findPayments(payments, { words: 'AL12345678' })), /SCAN payments_payment(?! )/);
});
