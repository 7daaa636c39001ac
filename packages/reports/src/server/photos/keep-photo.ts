import { randomBytes } from 'node:crypto';
import { inSlices, Problem } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import { mostUnusedHours } from '../settings.ts';
import { photoMessages } from './photo.messages.ts';
import type { TakenPhoto } from './take-photo.ts';
import { claimRoom, forgetClaims, giveBackRoom } from './unused-photos.ts';

/** Where a photo's bytes are. */
export const blobName = (id: string): string => `photos/${id}.jpg`;

/** A photo whose bytes are on disk. */
export interface StoredPhoto extends TakenPhoto {
  /** Opaque, and all that is needed to see it. */
  readonly id: string;
}

/** How many ids one query asks about. */
const batch = 200;

/**
 * Puts the bytes of photos on disk, before the transaction whose rows say that they are there. {@link keepPhotos} runs that transaction.
 *
 * @param client the gateway's token for whoever sends them; undefined where a key says who it is, and no client's share is counted
 * @throws Problem 429 or 503 `photo_not_now` where there is no room for them: nothing is kept then
 */
export async function storePhotos(
  reports: Reports,
  client: string | undefined,
  photos: readonly TakenPhoto[],
): Promise<readonly StoredPhoto[]> {
  if (photos.length === 0) return [];
  const { ground, settings } = reports;
  const stored = photos.map((photo): StoredPhoto => ({ ...photo, id: randomBytes(16).toString('base64url') }));
  const bytes = stored.reduce((sum, photo) => sum + photo.bytes.byteLength, 0);
  const free = await ground.blobs.free();
  if (free !== undefined && free - bytes < settings.photos.leastFreeMegabytes * 1e6) {
    ground.log.error({ freeBytes: free }, 'photos are refused: the disk has too little room');
    throw notNow(503);
  }
  const claims = stored.map((photo) => ({ id: photo.id, bytes: photo.bytes.byteLength }));
  if (!(await claimRoom(reports, client, claims))) throw notNow(429);
  try {
    for (const photo of stored) await ground.blobs.put(blobName(photo.id), photo.bytes);
  } catch (error) {
    ground.log.error({ err: error }, 'a photo could not be written');
    await dropPhotos(reports, stored);
    throw notNow(503, { cause: error });
  }
  return stored;
}

/**
 * Runs the transaction that keeps photos which {@link storePhotos} stored: `keep` writes their rows in it. Where it is refused, or the
 * same request has been answered before, the photos are deleted.
 */
export async function keepPhotos<Result>(
  reports: Reports,
  photos: readonly StoredPhoto[],
  transaction: (keep: (trx: Transaction<ReportsTables>) => Promise<readonly StoredPhoto[]>) => Promise<Result>,
): Promise<Result> {
  let written = false;
  try {
    const result = await transaction(async (trx) => {
      for (const photo of photos) await keepPhoto(reports, trx, photo);
      written = true;
      return photos;
    });
    if (!written) await dropPhotos(reports, photos);
    return result;
  } catch (error) {
    // Of a database that broke off nobody knows whether it has the rows: the hourly job finds out.
    if (error instanceof Problem) await dropPhotos(reports, photos);
    throw error;
  }
}

/** Deletes photos that no row refers to. What cannot be deleted now is deleted by the hourly job. */
async function dropPhotos(reports: Reports, photos: readonly StoredPhoto[]): Promise<void> {
  const { blobs, log } = reports.ground;
  try {
    await Promise.allSettled(photos.map(({ id }) => blobs.delete(blobName(id))));
    await giveBackRoom(
      reports,
      photos.map(({ id }) => id),
    );
  } catch (error) {
    log.warn({ err: error }, 'the room of photos could not be given back');
  }
}

/** Keeps a photo that no report refers to yet. */
async function keepPhoto({ ground }: Reports, trx: Transaction<ReportsTables>, photo: StoredPhoto): Promise<void> {
  await trx
    .insertInto('reports_photo')
    .values({
      id: photo.id,
      reference: null,
      position: 0,
      type: photo.type,
      size: photo.bytes.byteLength,
      width: photo.width,
      height: photo.height,
      created_at: ground.clock.now().getTime(),
    })
    .execute();
}

/** Deletes photos whose report never came, files that no row knows (the process ended in between), and counts that are over. */
export async function deleteUnusedPhotos(reports: Reports, now: Date, signal: AbortSignal): Promise<void> {
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();
  const before = now.getTime() - unusedMs(reports);
  // All of them, before their counts end: the disk must not hold more than the quota says.
  await inSlices(
    async (size) => {
      const unused = await db
        .selectFrom('reports_photo')
        .select('id')
        .where('reference', 'is', null)
        .where('created_at', '<', before)
        .limit(size)
        .execute();
      for (const { id } of unused) {
        if (signal.aborted) return 0;
        const deleted = await db.deleteFrom('reports_photo').where('id', '=', id).where('reference', 'is', null).executeTakeFirst();
        if (deleted.numDeletedRows > 0n) await ground.blobs.delete(blobName(id));
      }
      return unused.length;
    },
    { signal },
  );
  if (signal.aborted) return;
  let old: string[] = [];
  const deleteUnknown = async (): Promise<void> => {
    const ids = old;
    old = [];
    if (ids.length === 0) return;
    const rows = await db.selectFrom('reports_photo').select('id').where('id', 'in', ids).execute();
    const known = new Set(rows.map(({ id }) => id));
    for (const id of ids) if (!known.has(id)) await ground.blobs.delete(blobName(id));
  };
  for await (const { name, modifiedAt } of ground.blobs.list('photos/')) {
    if (signal.aborted) return;
    if (modifiedAt.getTime() < before) old.push(name.slice('photos/'.length, -'.jpg'.length));
    if (old.length >= batch) await deleteUnknown();
  }
  await deleteUnknown();
  await forgetClaims(reports, now, before);
}

/** How long a photo waits for its report: as long as the answers that refer to it are kept, but not longer than two days. */
function unusedMs({ ground, settings }: Reports): number {
  const { unusedHours } = settings.photos;
  return unusedHours === undefined ? Math.min(ground.drafts.termMs, mostUnusedHours * 3_600_000) : unusedHours * 3_600_000;
}

/** There is no room for a photo. The report can be sent without. */
function notNow(status: 429 | 503, options?: ErrorOptions): Problem {
  return new Problem(
    { status, code: 'photo_not_now', title: photoMessages.notNow, headers: { 'Retry-After': status === 429 ? '3600' : '600' } },
    options,
  );
}
