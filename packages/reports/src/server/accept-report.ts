import { Problem } from '@council-kit/gateway';
import { inLanguage, type FieldError, type Language } from '@council-kit/core';
import type { Kysely, Transaction } from 'kysely';
import type { NewReport } from '../contract/report.ts';
import { checkReport, type CheckedReport, type Demands } from './check-report.ts';
import { ruleMessages } from '../rules/report-rules.messages.ts';
import { enqueueForwarding } from './forwarding/enqueue.ts';
import type { DescribedPlace } from './place/council-map.ts';
import { placeMessages } from './place/place.messages.ts';
import { insertReport } from './records/reports.ts';
import type { ReportsTables, Source } from './records/tables.ts';
import type { Reports } from './reports.ts';

/** Where a report comes from, and how it may be. */
export interface Arrival {
  readonly language: Language;
  readonly source: Source;
  readonly demands: Demands;
  readonly mediaUrls?: readonly string[];
}

/** A report that passed every check, with what the map says of its place. */
export interface AcceptableReport {
  readonly report: CheckedReport;
  readonly place: DescribedPlace | undefined;
}

/** Looks at everything that can be looked at before the write: the words, the kind's questions, whose area it is, the photos. */
export async function examineReport(
  reports: Reports,
  db: Kysely<ReportsTables>,
  given: NewReport,
  { language, demands }: Pick<Arrival, 'language' | 'demands'>,
): Promise<AcceptableReport | { readonly errors: readonly FieldError[] }> {
  const outcome = checkReport(given, reports.kinds, language, demands);
  const errors: FieldError[] = 'errors' in outcome ? [...outcome.errors] : [];
  if (!('report' in outcome)) return { errors };
  const { report } = outcome;
  const place = locate(reports, report);
  if (place && !place.inside) {
    const message = place.neighbour
      ? placeMessages.reportToNeighbour(place.neighbour.names, place.neighbour.url)
      : placeMessages.reportElsewhere;
    errors.push({ field: 'lat', message: inLanguage(message, language) });
  }
  if (report.photos.length > 0) {
    const known = await db
      .selectFrom('reports_photo')
      .select('id')
      .where('id', 'in', [...report.photos])
      .where('reference', 'is', null)
      .execute();
    if (known.length < report.photos.length) errors.push({ field: 'photos', message: inLanguage(ruleMessages.photoUnknown, language) });
  }
  return errors.length > 0 ? { errors } : { report, place };
}

/** What the map knows: of the position, or of a street that the words name. */
function locate({ map }: Reports, report: CheckedReport): DescribedPlace | undefined {
  if (report.position) return map.describe(report.position);
  const street = map.streetNamedIn(report.address);
  if (!street) return undefined;
  const ward = map.wardOfStreet(street);
  const words = ward ? { en: `${street.en}, ${ward}`, cy: `${street.cy}, ${ward}` } : street;
  return { inside: true, words, ward, street: street.en, neighbour: undefined };
}

/** Keeps the report and what is to be sent on, in one transaction. Gives its reference. */
export async function keepReport(
  reports: Reports,
  trx: Transaction<ReportsTables>,
  { report, place }: AcceptableReport,
  { language, source, mediaUrls }: Arrival,
): Promise<string> {
  const now = reports.ground.clock.now();
  const reference = await insertReport(trx, {
    report,
    place,
    language,
    source,
    mediaUrls,
    now,
    contactUntil: new Date(now.getTime() + reports.settings.keepContactDays * 86_400_000),
  });
  // Thrown, so that nothing of it is kept.
  if (reference === undefined) throw unacceptable([{ field: 'photos', message: inLanguage(ruleMessages.photoUnknown, language) }]);
  await enqueueForwarding(reports, trx, reference, report.kind.service_code);
  return reference;
}

/** The 422 that lists what is wrong. */
export function unacceptable(errors: readonly FieldError[]): Problem {
  return new Problem({
    status: 422,
    code: 'report_unacceptable',
    title: { en: 'There is a problem with the report', cy: 'Mae problem gyda’r adroddiad' },
    errors,
  });
}
