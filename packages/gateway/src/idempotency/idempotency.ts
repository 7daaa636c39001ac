import { createHash } from 'node:crypto';
import type { Selectable, Transaction } from 'kysely';
import { problems } from '../http/problems.ts';
import type { Clock, Idempotency, IdempotentRequest, KeptAnswer } from '../service.ts';
import { CommitUnknown, NoAnswer, storeFailure } from '../store/failures.ts';
import type { GatewayTables } from '../store/gateway-tables.ts';
import { inSlices } from '../slices.ts';
import type { OpenStore } from '../store/store.ts';

/** As GOV.UK Pay and Stripe do. */
const KEPT_MS = 24 * 60 * 60 * 1000;

type Guarded = Transaction<GatewayTables>;

/** Keeps answers for one service (`owner`). */
export function idempotencyOf(store: OpenStore, clock: Clock, owner: string): Idempotency {
  return {
    async once<Tables>(request: IdempotentRequest, work: (trx: Transaction<Tables>) => Promise<KeptAnswer>): Promise<KeptAnswer> {
      const { key } = request;
      if (key === undefined) return await store.transaction<Tables, KeptAnswer>(work);
      const id = digest(`${owner}\n${request.scope}\n${key}`);
      const fingerprint = digest(request.fingerprint);
      const now = clock.now().getTime();
      return await knowing(() =>
        store.transaction<Tables, KeptAnswer>(async (trx) => {
          const guard = trx as unknown as Guarded;
          if (!(await claim(guard, id, fingerprint, now))) return await keptAnswer(guard, id, fingerprint);
          const answer = await work(trx);
          await guard
            .updateTable('gateway_idempotency')
            .set({
              status: answer.status,
              headers: answer.headers === undefined ? null : JSON.stringify(answer.headers),
              body: answer.body === undefined ? null : JSON.stringify(answer.body),
            })
            .where('id', '=', id)
            .execute();
          // What a repeat is given: without what JSON does not keep.
          return answer.body === undefined ? answer : { ...answer, body: JSON.parse(JSON.stringify(answer.body)) as unknown };
        }),
      );
    },

    async kept({ key, scope, fingerprint }) {
      if (key === undefined) return undefined;
      const kept = await store
        .db<GatewayTables>()
        .selectFrom('gateway_idempotency')
        .selectAll()
        .where('id', '=', digest(`${owner}\n${scope}\n${key}`))
        .where('expires_at', '>', clock.now().getTime())
        .executeTakeFirst();
      return kept && answerKept(kept, digest(fingerprint));
    },
  };
}

/**
 * Where the connection broke during the commit, the key tells whether it was kept: a second run finds the kept answer, or does the work
 * that was lost. A first transaction that still runs holds the key, and is waited for.
 */
async function knowing(run: () => Promise<KeptAnswer>): Promise<KeptAnswer> {
  try {
    return await run();
  } catch (unknown) {
    // A resident has waited long enough where there was no answer at all.
    if (!(unknown instanceof CommitUnknown) || unknown.cause instanceof NoAnswer) throw unknown;
    return await run().catch((error: unknown) => {
      throw storeFailure(error) ? unknown : error;
    });
  }
}

/**
 * Writes the guard; false where another request has. An equal request in another transaction is waited for: PostgreSQL
 * holds the insert until the other commits (then it conflicts) or rolls back (then this one does the work).
 */
async function claim(trx: Guarded, id: string, fingerprint: string, now: number): Promise<boolean> {
  const row = { fingerprint, status: null, headers: null, body: null, expires_at: now + KEPT_MS };
  const claimed = await trx
    .insertInto('gateway_idempotency')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row).where('gateway_idempotency.expires_at', '<=', now))
    .returning('id')
    .executeTakeFirst();
  return claimed !== undefined;
}

async function keptAnswer(trx: Guarded, id: string, fingerprint: string): Promise<KeptAnswer> {
  return answerKept(await trx.selectFrom('gateway_idempotency').selectAll().where('id', '=', id).executeTakeFirstOrThrow(), fingerprint);
}

function answerKept(kept: Selectable<GatewayTables['gateway_idempotency']>, fingerprint: string): KeptAnswer {
  if (kept.fingerprint !== fingerprint) {
    throw problems.otherRequest();
  }
  return {
    status: kept.status ?? 200,
    headers: { ...(kept.headers === null ? {} : (JSON.parse(kept.headers) as Record<string, string>)), 'Idempotency-Replayed': 'true' },
    ...(kept.body !== null && { body: JSON.parse(kept.body) as unknown }),
  };
}

/** Clears away keys that have run out. */
export async function forgetOldAnswers(store: OpenStore, now: Date, signal: AbortSignal): Promise<void> {
  const db = store.db<GatewayTables>();
  await inSlices(
    async (limit) => {
      const old = db
        .selectFrom('gateway_idempotency')
        .select('id')
        .where('expires_at', '<=', now.getTime())
        .orderBy('expires_at')
        .limit(limit);
      const { numDeletedRows } = await db.deleteFrom('gateway_idempotency').where('id', 'in', old).executeTakeFirst();
      return Number(numDeletedRows);
    },
    { signal },
  );
}

function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url');
}
