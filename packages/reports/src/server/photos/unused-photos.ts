/**
 * How many photos a client, and everybody together, may have handed in that no report refers to yet, and how many bytes a client may
 * hand in a day. Counted in the database, so that all processes count together.
 */
import type { Transaction } from 'kysely';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';

const day = 86_400_000;

/** A photo that is about to be kept. */
export interface Claim {
  readonly id: string;
  readonly bytes: number;
}

/**
 * Counts photos as the client's before their bytes are kept. False where they would be more than is allowed: then none is counted.
 *
 * @param client the gateway's token for whoever sends them; undefined: only what everybody together may have is looked at
 */
export async function claimRoom({ ground, settings }: Reports, client: string | undefined, claims: readonly Claim[]): Promise<boolean> {
  const limits = settings.photos;
  const now = ground.clock.now().getTime();
  return ground.store.transaction<ReportsTables, boolean>(async (trx) => {
    // One at a time, in all processes: on PostgreSQL two transactions that count at once would each see room for one.
    await trx
      .updateTable('reports_photo_turn')
      .set((eb) => ({ turns: eb('turns', '+', 1) }))
      .execute();
    const unused = await totals(trx, (query) => query.where('used', '=', 0));
    const nothing = { photos: 0, bytes: 0 };
    const own = client === undefined ? nothing : await totals(trx, (query) => query.where('client', '=', client).where('used', '=', 0));
    const today =
      client === undefined ? nothing : await totals(trx, (query) => query.where('client', '=', client).where('created_at', '>', now - day));
    const bytes = claims.reduce((sum, claim) => sum + claim.bytes, 0);
    const megabytes = (total: { readonly bytes: number }): number => (total.bytes + bytes) / 1e6;
    const fits =
      unused.photos + claims.length <= limits.unusedInAll &&
      own.photos + claims.length <= limits.unusedPerClient &&
      megabytes(unused) <= limits.unusedMegabytesInAll &&
      megabytes(own) <= limits.unusedMegabytesPerClient &&
      megabytes(today) <= limits.dailyMegabytesPerClient;
    if (!fits || claims.length === 0) return fits;
    await trx
      .insertInto('reports_photo_claim')
      .values(claims.map((claim) => ({ id: claim.id, bytes: claim.bytes, client: client ?? '', created_at: now, used: 0 })))
      .execute();
    return true;
  });
}

/** Gives the room of photos back that were not kept, or are not kept any longer. */
export async function giveBackRoom({ ground }: Reports, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await ground.store.db<ReportsTables>().deleteFrom('reports_photo_claim').where('id', 'in', ids).execute();
}

/**
 * Gives back the room of photos that waited too long, and forgets what no count needs any longer: the client's token is kept for a day,
 * or as long as the photo waits.
 */
export async function forgetClaims({ ground }: Reports, now: Date, unusedBefore: number): Promise<void> {
  const db = ground.store.db<ReportsTables>();
  await db.updateTable('reports_photo_claim').set({ used: 1 }).where('used', '=', 0).where('created_at', '<', unusedBefore).execute();
  await db
    .deleteFrom('reports_photo_claim')
    .where('used', '=', 1)
    .where('created_at', '<', now.getTime() - day)
    .execute();
}

const claimsOf = (trx: Transaction<ReportsTables>) =>
  trx.selectFrom('reports_photo_claim').select(({ fn }) => [fn.countAll().as('photos'), fn.sum('bytes').as('bytes')]);

async function totals(
  trx: Transaction<ReportsTables>,
  narrowed: (query: ReturnType<typeof claimsOf>) => ReturnType<typeof claimsOf>,
): Promise<{ readonly photos: number; readonly bytes: number }> {
  // PostgreSQL gives counts as texts, and no sum of nothing.
  const { photos, bytes } = await narrowed(claimsOf(trx)).executeTakeFirstOrThrow();
  return { photos: Number(photos), bytes: Number(bytes ?? 0) };
}
