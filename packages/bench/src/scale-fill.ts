/** Fills a store to the size of years of a council's reports and payments, in one statement for each table. */
import { withStore, type Store, type StoreSettings } from '@council-kit/gateway';
import { paymentsMigrations } from '@council-kit/payments/server';
import { sql, type Kysely } from 'kysely';
import { migrations as reportsMigrations } from '../../reports/src/server/records/migrations.ts';
import { indexedColumns, indexReports } from '../../reports/src/server/records/search-index.ts';
import { publicTextVersion } from '../../reports/src/rules/public-text.ts';
import type { ReportsTables } from '../../reports/src/server/records/tables.ts';

export interface Sizes {
  readonly reports: number;
  readonly payments: number;
  /** Deliveries that wait, and contacts whose time is over. */
  readonly waiting: number;
}

/** Two years. */
export const spreadMs = 730 * 86_400_000;

/** How long the words of the reports took to index, in milliseconds: what an update of a store of this size takes. */
export async function fillStore(settings: StoreSettings, sizes: Sizes, now: number): Promise<number> {
  await withStore(settings, { name: 'payments', migrations: paymentsMigrations }, (store) => fillPayments(store, sizes, now));
  return await withStore(settings, { name: 'reports', migrations: reportsMigrations }, async (store) => {
    await fillReports(store, sizes, now);
    const started = performance.now();
    await indexAll(store);
    return performance.now() - started;
  });
}

/** The numbers from 0 on, as `i`, the same on both databases. */
const numbers = (count: number) => sql`with recursive n(i) as (select 0 union all select i + 1 from n where i < ${sql.lit(count - 1)})`;
/** Evenly over two years, the last of them now. */
const spread = (count: number, now: number) =>
  sql.raw(`${String(now)} - cast((${String(count - 1)} - i) as bigint) * ${String(Math.floor(spreadMs / count))}`);
const padded = (expression: string) => `substr(cast(1000000 + ${expression} as text), 3)`;

const fillReports = (store: Store, { reports, waiting }: Sizes, now: number): Promise<void> =>
  patiently(store, async (db) => {
    const reference = sql.raw(`${padded('i / 100000')} || '-' || ${padded('i % 100000')}`);
    const at = spread(reports, now);
    const description = sql.raw(
      `'A mattress and item' || (i % 997) || ' left by the road near lamp' || (i % 20011) || ', with rubbish in bags and boxes'`,
    );
    const address = sql.raw(`'Outside number ' || (i % 211)`);
    await sql`insert into reports_report (reference, service_code, status, closed, description, address, public_description,
      public_address, publication, public_version, place_en, place_cy, ward, street, attributes, media_urls, language, source, requested_at,
      updated_at)
    select * from (${numbers(reports)} select ${reference},
      case i % 4 when 0 then 'fly-tipping' when 1 then 'pothole' when 2 then 'street-light' else 'graffiti' end,
      case when i % 5 = 0 then 'open' else 'closed' end, case when i % 5 = 0 then 0 else 1 end,
      ${description}, ${address}, ${description}, ${address}, 'written', ${sql.lit(publicTextVersion)}, 'Mill Lane', 'Lôn y Felin', case i % 3 when 0 then 'Northgate' when 1 then 'Southgate' else 'Westgate' end,
      'Street ' || (i % 400), '{}', '[]', 'en', 'web', ${at}, ${at} from n) as filled`.execute(db);
    await sql`insert into reports_update (update_id, reference, status, description, updated_at, source)
    select * from (${numbers(reports)} select 'u' || i, ${reference}, 'closed', 'It is cleared away.', ${at}, 'council' from n where i % 5 <> 0) as filled`.execute(
      db,
    );
    await sql`insert into reports_contact (reference, name, email, phone, delete_at)
    select * from (${numbers(waiting)} select ${reference}, 'Somebody', 'somebody@example.org', '', ${sql.raw(String(now + 3_600_000))} + i from n) as filled`.execute(
      db,
    );
    await sql`insert into gateway_outbox (id, service, kind, payload, state, attempts, reason, enqueued_at, next_attempt_at, give_up_at)
    select * from (${numbers(waiting)} select 'd' || i, 'reports', 'forward', '{"reference":"00000-00000","upstream":"office"}', 'waiting',
      case when i < 10 then 1 else 0 end, case when i < 10 then 'The server answered 500' end,
      ${sql.raw(String(now))} + i, ${sql.raw(String(now + 86_400_000))} + i, ${sql.raw(String(now + 3 * 86_400_000))} from n) as filled`.execute(
      db,
    );
  });

const fillPayments = (store: Store, { payments }: Sizes, now: number): Promise<void> =>
  patiently(store, async (db) => {
    const id = sql.raw(`'paymentpayment' || substr(cast(100000000 + i as text), 2)`);
    const at = spread(payments, now);
    const paid = 'i % 20 <> 0 and i % 1000 <> 1';
    await sql`insert into payments_payment (id, intention, fingerprint, fund, account, amount, language, reference, pay_id, status, turn, rank,
      sends, sent_at, claimed_until, asked_at, created_at, refunded)
    select * from (${numbers(payments)} select ${id}, 'i' || i, 'x', case when i % 50 = 3 then 'parking' else 'council-tax' end,
      'A' || i, 10000 + i % 5000, 'en', 'REF' || i, 'pay' || i,
      case when i % 20 = 0 then 'failed' when i % 1000 = 1 then 'started' else 'success' end, 1, case when i % 1000 = 1 then 2 else 9 end,
      1, 0, 0, 0, ${at}, case when i % 50 = 7 then 100 else 0 end from n) as filled`.execute(db);
    for (const [kind, amount, where] of [
      ['intended', '0', '1 = 1'],
      ['created', '0', '1 = 1'],
      ['state', '0', '1 = 1'],
      ['paid', '10000 + i % 5000', paid],
    ] as const)
      await sql`insert into payments_entry (payment, at, kind, amount, source, once)
      select * from (${numbers(payments)} select ${id}, ${at}, ${sql.lit(kind)}, ${sql.raw(amount)}, 'answer', ${sql.lit(kind)} from n where ${sql.raw(where)}) as filled`.execute(
        db,
      );
  });

/** In one transaction, without the gateway's limit on how long a statement may take. */
async function patiently(store: Store, work: (db: Kysely<unknown>) => Promise<void>): Promise<void> {
  await store.transaction<unknown, unknown>(async (trx) => {
    if (store.dialect === 'postgres') await sql`set local statement_timeout = 0`.execute(trx);
    await work(trx);
  });
  await analysed(store);
}

/** PostgreSQL's own process does this some time after a load like this one. */
async function analysed(store: Store): Promise<void> {
  if (store.dialect === 'postgres') await sql`vacuum analyze`.execute(store.db());
}

async function indexAll(store: Store): Promise<void> {
  for (let after = ''; ;) {
    const rows = await store
      .db<ReportsTables>()
      .selectFrom('reports_report')
      .select(indexedColumns)
      .where('reference', '>', after)
      .orderBy('reference')
      .limit(2_000)
      .execute();
    if (rows.length === 0) break;
    await store.transaction<ReportsTables, unknown>((trx) => indexReports(trx, rows));
    after = rows.at(-1)?.reference ?? after;
  }
  await analysed(store);
}
