import { randomUUID } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import type { Clock, Outbox, OutboxRow } from '../service.ts';
import { isRetried, type GatewayTables } from '../store/gateway-tables.ts';
import type { OpenStore } from '../store/store.ts';
import type { OutboxSchedule } from './schedule.ts';

export interface OutboxOptions {
  readonly store: OpenStore;
  readonly clock: Clock;
  readonly schedule: OutboxSchedule;
  /** The service whose rows these are. */
  readonly owner: string;
  /** Called when there may be something to send. */
  readonly wake: () => void;
}

/** The outbox as one service sees it. */
export function outboxOf({ store, clock, schedule, owner, wake }: OutboxOptions): Outbox {
  const giveUpMs = schedule.giveUpAfterHours * 60 * 60 * 1000;
  return {
    async enqueue(anyTrx, message) {
      const trx = anyTrx as unknown as Transaction<GatewayTables>;
      const now = clock.now().getTime();
      const due = Math.max(now, message.notBefore?.getTime() ?? now);
      await trx
        .insertInto('gateway_outbox')
        .values({
          id: randomUUID(),
          service: owner,
          kind: message.kind,
          dedupe_key: message.dedupeKey ?? null,
          payload: JSON.stringify(message.payload ?? null),
          state: 'waiting',
          attempts: 0,
          reason: null,
          enqueued_at: now,
          next_attempt_at: due,
          give_up_at: due + giveUpMs,
          claimed_by: null,
          claimed_until: null,
          settled_at: null,
        })
        .onConflict((conflict) => conflict.columns(['service', 'kind', 'dedupe_key']).doNothing())
        .execute();
      store.afterCommit(anyTrx, wake);
    },

    async list({ state, attempted, limit = 100 }) {
      const rows = await store
        .db<GatewayTables>()
        .selectFrom('gateway_outbox')
        .selectAll()
        .where('service', '=', owner)
        .$if(!attempted, (query) => query.where('state', '=', state))
        .$if(attempted === true, (query) => query.where(isRetried))
        .orderBy('position', 'desc')
        .limit(limit)
        .execute();
      return rows.map(shown);
    },

    async retryNow(id) {
      const now = clock.now().getTime();
      const retried = await store
        .db<GatewayTables>()
        .updateTable('gateway_outbox')
        .set({ state: 'waiting', next_attempt_at: now, give_up_at: now + giveUpMs, settled_at: null })
        .where('id', '=', id)
        .where('service', '=', owner)
        .where('state', 'in', ['waiting', 'failed'])
        .executeTakeFirst();
      wake();
      return retried.numUpdatedRows > 0n;
    },
  };
}

function shown(row: Selectable<GatewayTables['gateway_outbox']>): OutboxRow {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    attempts: row.attempts,
    reason: row.reason,
    enqueuedAt: new Date(row.enqueued_at),
    nextAttemptAt: new Date(row.next_attempt_at),
    payload: JSON.parse(row.payload) as unknown,
  };
}
