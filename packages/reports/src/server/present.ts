import { inLanguage, type Language } from '@council-kit/core';
import type { FollowedReport, PublicReport } from '../contract/report.ts';
import { isClosed } from '../contract/status.ts';
import { statusNames } from '../contract/status.messages.ts';
import type { ReportRow, ReportsTables, UpdateRow } from './records/tables.ts';
import { kindName, type Reports } from './reports.ts';

/** As everybody may see them: nothing of the people who made them. One query for all photos. */
export async function presentReports<Row extends ReportRow>(
  reports: Reports,
  rows: readonly Row[],
  language: Language,
): Promise<(PublicReport & { readonly row: Row })[]> {
  if (rows.length === 0) return [];
  const db = reports.ground.store.db<ReportsTables>();
  const references = rows.map(({ reference }) => reference);
  const photos = await db
    .selectFrom('reports_photo')
    .select(['id', 'reference'])
    .where('reference', 'in', references)
    .orderBy('reference')
    .orderBy('position')
    .execute();
  const photosOf = new Map<string | null, string[]>();
  for (const { id, reference } of photos) photosOf.set(reference, [...(photosOf.get(reference) ?? []), photoUrl(reports, id)]);
  return rows.map((row) => {
    const { description, address } = publicWords(row);
    return {
      row,
      reference: row.reference,
      service_code: row.service_code,
      service_name: kindName(reports, row.service_code, language),
      status: row.status,
      status_name: inLanguage(statusNames[row.status], language),
      closed: isClosed(row.status),
      description: reports.settings.publicDescriptions ? description : '',
      place: placeOf({ ...row, address }, language),
      lat: row.lat,
      long: row.long,
      requested_datetime: datetime(row.requested_at),
      updated_datetime: datetime(row.updated_at),
      media_urls: photosOf.get(row.reference) ?? [],
    };
  });
}

/** A report with its updates, for whoever has its reference. */
export async function presentFollowed(
  reports: Reports,
  row: ReportRow,
  updates: readonly UpdateRow[],
  language: Language,
): Promise<FollowedReport> {
  const [presented] = await presentReports(reports, [row], language);
  if (!presented) throw new TypeError('One report was given.');
  const { row: _, ...report } = presented;
  return {
    ...report,
    updates: presentUpdates(updates, language),
  };
}

/** The council's updates, as everybody may read them. */
export function presentUpdates(updates: readonly UpdateRow[], language: Language): FollowedReport['updates'] {
  return updates.map((update) => ({
    update_id: update.update_id,
    status: update.status,
    status_name: inLanguage(statusNames[update.status], language),
    description: update.description,
    updated_datetime: datetime(update.updated_at),
  }));
}

/** The resident's words as others may read them; empty while they may not. */
export function publicWords(row: ReportRow): Pick<ReportRow, 'description' | 'address'> {
  const isPublic = row.publication === 'written' || row.publication === 'released';
  return isPublic ? { description: row.public_description, address: row.public_address } : { description: '', address: '' };
}

/** In the resident's words where they gave some, with what the map knows. */
export function placeOf(row: Pick<ReportRow, 'address' | 'place_en' | 'place_cy'>, language: Language): string {
  const known = language === 'cy' ? row.place_cy : row.place_en;
  if (row.address === '') return known;
  return known === '' ? row.address : `${row.address} (${known})`;
}

/** Open311's way: an offset, no fractions. */
export function datetime(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}

export function photoUrl({ ground }: Reports, id: string): string {
  return ground.site.url(`/uploads/${id}`);
}

/** The page on which a report is followed. */
export function followUrl({ ground }: Reports, reference: string): string {
  return ground.site.url(`/reports/${reference}`);
}
