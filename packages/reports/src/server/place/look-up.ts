import { cutText, inLanguage, type Language } from '@council-kit/core';
import type { Nearby, NearbyQuestion, Place } from '../../contract/report.ts';
import type { Position } from '../../rules/distance.ts';
import { presentReports } from '../present.ts';
import { nearbyReports, reportsInStreet } from '../records/reports.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';

/** What is at a position, in words. */
export function describePlace({ map }: Reports, position: Position, language: Language): Place {
  const { words, inside, ward, street, neighbour } = map.describe(position);
  return {
    description: inLanguage(words, language),
    inside,
    ...(ward ? { ward } : {}),
    ...(street ? { street } : {}),
    ...(neighbour ? { neighbour: { name: inLanguage(neighbour.names, language), ...(neighbour.url ? { url: neighbour.url } : {}) } } : {}),
  };
}

/** Open reports near a position, or in the street that words name. */
export async function findNearby(reports: Reports, question: NearbyQuestion, language: Language): Promise<Nearby> {
  const db = reports.ground.store.db<ReportsTables>();
  let rows: readonly (ReportRow & { readonly distance: number | null })[];
  if ('lat' in question) rows = await nearbyReports(db, { ...question, serviceCode: question.service_code });
  else {
    const street = reports.map.streetNamedIn(cutText(question.address_string, 1000, 'code-units'));
    const found = street ? await reportsInStreet(db, street.en, question.service_code) : [];
    rows = found.map((row) => ({ ...row, distance: null }));
  }
  const presented = await presentReports(reports, rows, language);
  return {
    reports: presented.map(({ row, ...report }) => ({ ...report, distance: row.distance === null ? null : Math.round(row.distance) })),
  };
}
