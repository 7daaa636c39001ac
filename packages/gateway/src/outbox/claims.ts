/** What the worker asks of the outbox table. Each question is answered from the front of an index, however much waits behind it. */
import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { GatewayTables } from '../store/gateway-tables.ts';
import { inSlices } from '../slices.ts';
import type { OpenStore } from '../store/store.ts';

/** One kind of delivery of one service. */
export interface Kind {
  readonly service: string;
  readonly kind: string;
}

export interface Claim {
  /** The worker. */
  readonly by: string;
  /** Milliseconds since 1970: another may claim it then. */
  readonly until: number;
  readonly limit: number;
  /** Ids of what the worker is still sending: a claim of its own that ran out is its own all the same. */
  readonly except: readonly string[];
}

// Written out, not a parameter: SQLite uses a partial index only where it can see its condition in the query.
const WAITING = sql.lit('waiting' as const);

/** Which kinds have something to claim. */
export async function kindsDue(store: OpenStore, kinds: readonly Kind[], now: number): Promise<readonly Kind[]> {
  return await firstOfEach<Kind>(
    store,
    kinds,
    ({ service, kind }) => sql`
      select service, kind from gateway_outbox
      where state = ${WAITING} and service = ${service} and kind = ${kind} and next_attempt_at <= ${now}
        and (claimed_until is null or claimed_until <= ${now})
      order by next_attempt_at limit 1`,
  );
}

/** When the next of these kinds is due after `now`; undefined where none waits. */
export async function nextDue(store: OpenStore, kinds: readonly Kind[], now: number): Promise<number | undefined> {
  const next = await firstOfEach<{ next_attempt_at: number }>(
    store,
    kinds,
    ({ service, kind }) => sql`
      select next_attempt_at from gateway_outbox
      where state = ${WAITING} and service = ${service} and kind = ${kind} and next_attempt_at > ${now}
      order by next_attempt_at limit 1`,
  );
  return next.length > 0 ? Math.min(...next.map(({ next_attempt_at }) => next_attempt_at)) : undefined;
}

/** One question for all kinds: a round trip each would be felt on a database elsewhere. */
async function firstOfEach<Row>(store: OpenStore, kinds: readonly Kind[], first: (kind: Kind) => RawBuilder<unknown>): Promise<Row[]> {
  if (kinds.length === 0) return [];
  const each = kinds.map((kind, index) => sql`select * from (${first(kind)}) as ${sql.ref(`kind_${index}`)}`);
  const { rows } = await sql<Row>`${sql.join(each, sql` union all `)}`.execute(store.db());
  return rows;
}

/** Claims what is due of one kind, oldest first, in one statement. Two workers never claim the same. */
export async function claimKind(
  store: OpenStore,
  { service, kind }: Kind,
  now: number,
  { by, until, limit, except }: Claim,
): Promise<Selectable<GatewayTables['gateway_outbox']>[]> {
  const rows = await store
    .db<GatewayTables>()
    // Apart from the update: PostgreSQL could run a subquery of its own again, and lock more than the limit.
    .with('due', (db) =>
      db
        .selectFrom('gateway_outbox')
        .select('position')
        .where('state', '=', WAITING)
        .where('service', '=', service)
        .where('kind', '=', kind)
        .where('next_attempt_at', '<=', now)
        .where((eb) => eb.or([eb('claimed_until', 'is', null), eb('claimed_until', '<=', now)]))
        .$if(except.length > 0, (query) => query.where('id', 'not in', except))
        .orderBy('next_attempt_at')
        .orderBy('position')
        .limit(limit)
        // SQLite has no row locks: its write transaction excludes every other.
        .$if(store.dialect === 'postgres', (query) => query.forUpdate().skipLocked()),
    )
    .updateTable('gateway_outbox')
    .set((eb) => ({ claimed_by: by, claimed_until: until, attempts: eb('attempts', '+', 1) }))
    .where('position', 'in', (eb) => eb.selectFrom('due').select('position'))
    .returningAll()
    .execute();
  return rows.sort((a, b) => a.position - b.position);
}

/** Clears away what was delivered: the record of it is the service's own. Failed rows stay until a person has dealt with them. */
export async function forgetDelivered(store: OpenStore, before: Date, signal: AbortSignal): Promise<void> {
  const db = store.db<GatewayTables>();
  await inSlices(
    async (limit) => {
      const old = db
        .selectFrom('gateway_outbox')
        .select('position')
        .where('state', '=', sql.lit('delivered' as const))
        .where('settled_at', '<', before.getTime())
        .orderBy('settled_at')
        .limit(limit);
      const { numDeletedRows } = await db.deleteFrom('gateway_outbox').where('position', 'in', old).executeTakeFirst();
      return Number(numDeletedRows);
    },
    { signal },
  );
}
