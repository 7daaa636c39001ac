import type { AnyTransaction } from '@council-kit/gateway';
import { sql, type Kysely, type Transaction } from 'kysely';
import { isClosed, type Status } from '../../contract/status.ts';
import type { CheckedReport } from '../check-report.ts';
import { distance, type Position } from '../../rules/distance.ts';
import { newReference } from '../../rules/reference.ts';
import { publicTextVersion } from '../../rules/public-text.ts';
import type { DescribedPlace } from '../place/council-map.ts';
import { cellOf, cellsAround } from './cell.ts';
import { publicTextsOf, withoutReporter } from './public-texts.ts';
import { unindexedText } from './list-reports.ts';
import { indexAgain, indexReports } from './search-index.ts';
import type { ReportRow, ReportsTables, Source, UpdateRow } from './tables.ts';

type Db = Kysely<ReportsTables> | Transaction<ReportsTables>;

/** The most that one answer lists. */
export const nearbyLimit = 20;
/** The most reports around a place that are compared: the newest. A square with more has other troubles. */
const compared = 500;

export interface NewReportRecord {
  readonly report: CheckedReport;
  readonly place: DescribedPlace | undefined;
  readonly language: 'en' | 'cy';
  readonly source: Source;
  readonly mediaUrls?: readonly string[];
  readonly now: Date;
  /** When the contact is to be deleted. */
  readonly contactUntil: Date;
}

/** Keeps a report, with its contact apart; the photos become its own. Undefined where another report has taken one of them meanwhile. */
export async function insertReport(trx: Transaction<ReportsTables>, record: NewReportRecord): Promise<string | undefined> {
  const { report, place, now } = record;
  const reference = newReference();
  const { position, contact } = report;
  const at = now.getTime();
  const row: ReportRow = {
    reference,
    service_code: report.kind.service_code,
    status: 'open',
    closed: 0,
    description: report.description,
    address: report.address,
    ...publicTextsOf(report, contact),
    publication: 'written',
    public_version: publicTextVersion,
    lat: position?.lat ?? null,
    long: position?.long ?? null,
    accuracy: position?.accuracy ?? null,
    cell: position ? cellOf(position) : null,
    place_en: place?.words.en ?? '',
    place_cy: place?.words.cy ?? '',
    ward: place?.ward ?? null,
    street: place?.street ?? null,
    attributes: JSON.stringify(report.attributes),
    media_urls: JSON.stringify(record.mediaUrls ?? []),
    language: record.language,
    source: record.source,
    requested_at: at,
    updated_at: at,
  };
  await trx.insertInto('reports_report').values(row).execute();
  await indexReports(trx, [row]);
  if (contact.name || contact.email || contact.phone) {
    await trx
      .insertInto('reports_contact')
      .values({ reference, ...contact, delete_at: record.contactUntil.getTime() })
      .execute();
  }
  for (const [index, id] of report.photos.entries()) {
    const taken = await trx
      .updateTable('reports_photo')
      .set({ reference, position: index })
      .where('id', '=', id)
      .where('reference', 'is', null)
      .executeTakeFirst();
    if (taken.numUpdatedRows === 0n) return undefined;
  }
  if (report.photos.length > 0) {
    await trx
      .updateTable('reports_photo_claim')
      .set({ used: 1 })
      .where('id', 'in', [...report.photos])
      .execute();
  }
  return reference;
}

export async function findReport(db: Db, reference: string): Promise<ReportRow | undefined> {
  return db.selectFrom('reports_report').selectAll().where('reference', '=', reference).executeTakeFirst();
}

export interface NearbyQuestion extends Position {
  readonly radius: number;
  readonly serviceCode?: string;
}

/** Open reports within a circle, nearest first. */
export async function nearbyReports(db: Db, question: NearbyQuestion): Promise<readonly (ReportRow & { distance: number })[]> {
  const rows = await nearbyQuery(db, question).execute();
  return rows
    .flatMap((row) =>
      row.lat === null || row.long === null ? [] : [{ ...row, distance: distance(question, { lat: row.lat, long: row.long }) }],
    )
    .filter((row) => row.distance <= question.radius)
    .sort((a, b) => a.distance - b.distance)
    .slice(0, nearbyLimit);
}

/** The query of {@link nearbyReports}, for its plan to be looked at. */
export function nearbyQuery(db: Db, question: NearbyQuestion) {
  let query = db
    .selectFrom('reports_report')
    .selectAll()
    .where('closed', '=', 0)
    .where('cell', 'in', cellsAround(question, question.radius));
  if (question.serviceCode !== undefined) query = query.where(unindexedText('service_code'), '=', question.serviceCode);
  // As an expression: an index that has the order would be taken, and every open report looked at for its square.
  return query.orderBy(sql`requested_at + 0`, 'desc').limit(compared);
}

/** Open reports in a street, newest first. */
export async function reportsInStreet(db: Db, street: string, serviceCode: string | undefined): Promise<readonly ReportRow[]> {
  let query = db.selectFrom('reports_report').selectAll().where('closed', '=', 0).where('street', '=', street);
  if (serviceCode !== undefined) query = query.where(unindexedText('service_code'), '=', serviceCode);
  return query.orderBy('requested_at', 'desc').limit(nearbyLimit).execute();
}

export interface NewUpdate {
  readonly reference: string;
  /** Undefined: as it was. */
  readonly status: Status | undefined;
  readonly description: string;
  readonly at: Date;
  readonly source: UpdateRow['source'];
  /** Whoever it came from knows it by: taken in once. */
  readonly externalId?: string;
}

/**
 * Adds an update that everybody may read, without the name and contact of the person who reported, and changes the report's status with it. Undefined where there is no such report;
 * an update that came before is given again and changes nothing.
 */
export async function addUpdate(trx: Transaction<ReportsTables>, update: NewUpdate): Promise<{ readonly updateId: string } | undefined> {
  // A write that changes nothing takes the report's row: two updates at once follow one another, on PostgreSQL too.
  const report = await trx
    .updateTable('reports_report')
    .set((eb) => ({ updated_at: eb.ref('updated_at') }))
    .where('reference', '=', update.reference)
    .returning(['reference', 'status', 'updated_at', 'description', 'address', 'public_description', 'public_address', 'publication'])
    .executeTakeFirst();
  if (!report) return undefined;
  if (update.externalId !== undefined) {
    const before = await trx
      .selectFrom('reports_update')
      .select('update_id')
      .where('external_id', '=', update.externalId)
      .executeTakeFirst();
    if (before) return { updateId: before.update_id };
  }
  const updateId = newReference();
  const at = update.at.getTime();
  const latest = await trx
    .selectFrom('reports_update')
    .select('updated_at')
    .where('reference', '=', update.reference)
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  // An update that arrives late tells what was, not what is.
  const isNewest = latest === undefined || at >= latest.updated_at;
  const status = update.status ?? report.status;
  await trx
    .insertInto('reports_update')
    .values({
      update_id: updateId,
      reference: update.reference,
      status,
      description: await withoutReporter(trx, report, update.description),
      updated_at: at,
      source: update.source,
      external_id: update.externalId ?? null,
    })
    .execute();
  await trx
    .updateTable('reports_report')
    .set({ updated_at: Math.max(at, report.updated_at), ...(isNewest ? { status, closed: isClosed(status) ? 1 : 0 } : {}) })
    .where('reference', '=', update.reference)
    .execute();
  if (isNewest && status !== report.status) await indexAgain(trx, update.reference);
  return { updateId };
}

/** A report's updates, oldest first. */
export async function updatesOf(db: Db, reference: string): Promise<readonly UpdateRow[]> {
  return db.selectFrom('reports_update').selectAll().where('reference', '=', reference).orderBy('updated_at').orderBy('position').execute();
}

/** Kysely is invariant in its tables: the gateway hands out a transaction of whatever tables. */
export const ours = (trx: AnyTransaction): Transaction<ReportsTables> => trx as Transaction<ReportsTables>;
