import { randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import type { TakenPhoto } from './take-photo.ts';

/** Where a photo's bytes are. */
export const blobName = (id: string): string => `photos/${id}.jpg`;

/** Hours that a photo waits for its report. */
const looseHours = 48;

/** A photo whose bytes are on disk. */
export interface StoredPhoto extends TakenPhoto {
  /** Opaque, and all that is needed to see it. */
  readonly id: string;
}

/** Puts the bytes on disk, before the transaction whose row says that they are there. */
export async function storePhoto({ ground }: Reports, photo: TakenPhoto): Promise<StoredPhoto> {
  const id = randomBytes(16).toString('base64url');
  await ground.blobs.put(blobName(id), photo.bytes);
  return { ...photo, id };
}

/** Keeps a photo that no report refers to yet. */
export async function keepPhoto({ ground }: Reports, trx: Transaction<ReportsTables>, photo: StoredPhoto): Promise<void> {
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

/** Deletes photos whose report never came, and files that no row knows (their transaction was rolled back). */
export async function deleteLoosePhotos({ ground }: Reports, now: Date, signal: AbortSignal): Promise<void> {
  const db = ground.store.db<ReportsTables>();
  const before = now.getTime() - looseHours * 3_600_000;
  const loose = await db
    .selectFrom('reports_photo')
    .select('id')
    .where('reference', 'is', null)
    .where('created_at', '<', before)
    .limit(1000)
    .execute();
  for (const { id } of loose) {
    if (signal.aborted) return;
    const gone = await db.deleteFrom('reports_photo').where('id', '=', id).where('reference', 'is', null).executeTakeFirst();
    if (gone.numDeletedRows > 0n) await ground.blobs.delete(blobName(id));
  }
  for await (const { name, modifiedAt } of ground.blobs.list('photos/')) {
    if (signal.aborted) return;
    if (modifiedAt.getTime() >= before) continue;
    const id = name.slice('photos/'.length, -'.jpg'.length);
    const row = await db.selectFrom('reports_photo').select('id').where('id', '=', id).executeTakeFirst();
    if (!row) await ground.blobs.delete(name);
  }
}
