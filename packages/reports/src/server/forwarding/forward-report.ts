/**
 * Hands a report to the council's own system, once. An answer can get lost after the report has arrived, so before a report
 * is sent again it is looked for on the other side; and the same reference goes with every attempt, for servers that can
 * tell a repeat.
 */
import {
  delivery,
  type AnyTransaction,
  type Delivery,
  type DeliveryAttempt,
  type DeliveryOutcome,
  type Upstream,
} from '@council-kit/gateway';
import * as v from 'valibot';
import type { Open311Request } from '../../contract/open311.ts';
import { isPublicUrl } from '../open311/media-url.ts';
import { blobName } from '../photos/keep-photo.ts';
import { photoUrl } from '../present.ts';
import { withoutReporter } from '../records/public-texts.ts';
import { findReport, ours } from '../records/reports.ts';
import type { ReportRow, ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import type { UpstreamSettings } from '../settings.ts';
import { describe, hasRoomForReference } from './describe.ts';
import { Open311Client } from './open311-client.ts';

/** A client with what it was made from. */
export interface Receiver {
  readonly settings: UpstreamSettings;
  readonly client: Open311Client;
}

/** A client for each server of the settings, by name. */
export function receiversOf({ ground, settings }: Pick<Reports, 'ground' | 'settings'>): ReadonlyMap<string, Receiver> {
  return new Map(
    settings.forward.map((upstream) => {
      const connection: Upstream = ground.upstream({
        system: `open311:${upstream.name}`,
        baseUrl: upstream.url,
        timeoutMs: upstream.timeoutSeconds * 1000,
      });
      return [upstream.name, { settings: upstream, client: new Open311Client(connection, upstream) }];
    }),
  );
}

/** The clock of the other side may be behind ours by this much (milliseconds). */
const clockDifference = 3_600_000;

/** The delivery that sends one report. */
export function forwarding(reports: Reports, receivers: ReadonlyMap<string, Receiver>): Delivery {
  return delivery({
    payload: v.object({ reference: v.string(), upstream: v.string() }),
    async send({ reference, upstream }, attempt) {
      const receiver = receivers.get(upstream);
      if (!receiver) return { result: 'failed', reason: `The settings no longer have a server "${upstream}" to forward to.` };
      const db = reports.ground.store.db<ReportsTables>();
      const row = await findReport(db, reference);
      if (!row) return { result: 'failed', reason: 'The report is no longer kept.' };
      try {
        const outcome = await send(reports, receiver, row, attempt);
        // A server can repeat what it refuses, and the reason is logged.
        return 'reason' in outcome ? { ...outcome, reason: await withoutReporter(db, row, outcome.reason) } : outcome;
      } catch (error) {
        if (attempt.signal.aborted) throw error;
        return {
          result: 'retry',
          reason: error instanceof Error && 'failure' in error ? `No answer: ${String(error.failure)}` : 'No answer',
        };
      }
    },
  });
}

async function send(reports: Reports, receiver: Receiver, row: ReportRow, attempt: DeliveryAttempt): Promise<DeliveryOutcome> {
  const { client, settings } = receiver;
  const record = (id: string | undefined, token?: string) => async (trx: AnyTransaction) => {
    await ours(trx)
      .insertInto('reports_forwarding')
      .values({
        reference: row.reference,
        upstream: settings.name,
        external_id: id ?? null,
        token: token ?? null,
        sent_at: reports.ground.clock.now().getTime(),
      })
      .onConflict((conflict) => conflict.column('reference').doNothing())
      .execute();
  };
  if (attempt.number > 1) {
    const since = new Date(attempt.enqueuedAt.getTime() - clockDifference);
    const asked = await client.requestsSince(codeFor(settings, row), since, attempt.signal);
    // It would be sent blindly where the list is only out of order: better late than twice.
    if (asked.kind === 'later')
      return { result: 'retry', reason: asked.reason, ...(asked.afterSeconds ? { afterSeconds: asked.afterSeconds } : {}) };
    const there = asked.kind === 'answer' ? asked.value.find((request) => isThis(request, row)) : undefined;
    if (there) return { result: 'delivered', record: record(there.service_request_id) };
  }
  const posted = await client.postRequest(await formOf(reports, settings, row), attempt.signal);
  switch (posted.kind) {
    case 'accepted':
      return { result: 'delivered', record: record(posted.id, posted.token) };
    case 'unclear':
      return { result: 'retry', reason: posted.reason };
    case 'later':
      return { result: 'retry', reason: posted.reason, ...(posted.afterSeconds ? { afterSeconds: posted.afterSeconds } : {}) };
    case 'refused':
      return { result: 'failed', reason: posted.reason };
  }
}

/** Whether theirs is ours: by our reference, wherever they show it; by its whole text, where that left no room for the reference. */
function isThis(request: Open311Request, row: ReportRow): boolean {
  return (
    JSON.stringify(request).includes(row.reference) || (!hasRoomForReference(row) && sameText(request.description ?? '', row.description))
  );
}

const sameText = (theirs: string, ours: string): boolean => theirs.replace(/\s+/g, ' ').trim() === ours.replace(/\s+/g, ' ').trim();

/** The other server's code for the kind. */
function codeFor({ serviceCodes }: UpstreamSettings, row: ReportRow): string {
  return Object.hasOwn(serviceCodes, row.service_code) ? (serviceCodes[row.service_code] ?? row.service_code) : row.service_code;
}

const attributesSchema = v.record(v.string(), v.array(v.string()));

async function formOf(reports: Reports, settings: UpstreamSettings, row: ReportRow): Promise<FormData> {
  const { ground } = reports;
  const db = ground.store.db<ReportsTables>();
  const form = new FormData();
  const add = (name: string, value: string | number | null | undefined): void => {
    if (value !== null && value !== undefined && value !== '') form.append(name, String(value));
  };
  add('service_code', codeFor(settings, row));
  add('lat', row.lat);
  add('long', row.long);
  add('address_string', row.address || row.place_en);
  for (const [code, answers] of Object.entries(v.parse(attributesSchema, JSON.parse(row.attributes)))) {
    // The attribute of our own reference is ours: a report is found on the other side by it.
    if (code !== settings.referenceAttribute) for (const answer of answers) add(`attribute[${code}]`, answer);
  }
  add(`attribute[${settings.referenceAttribute}]`, row.reference);
  if (settings.contact) {
    const contact = await db.selectFrom('reports_contact').selectAll().where('reference', '=', row.reference).executeTakeFirst();
    const names = (contact?.name ?? '').split(' ');
    add('last_name', names.length > 1 ? names.pop() : undefined);
    add('first_name', names.join(' '));
    add('email', contact?.email);
    add('phone', contact?.phone);
  }
  const photos = await db.selectFrom('reports_photo').selectAll().where('reference', '=', row.reference).orderBy('position').execute();
  let hasFiles = false;
  for (const [index, photo] of photos.entries()) {
    const bytes = settings.photos === 'files' ? await ground.blobs.get(blobName(photo.id)) : undefined;
    if (bytes) {
      hasFiles = true;
      form.append(`photo${index + 1}`, new Blob([bytes], { type: photo.type }), `photo${index + 1}.jpg`);
    } else add('media_url', photoUrl(reports, photo.id));
  }
  for (const url of v.parse(v.array(v.string()), JSON.parse(row.media_urls)).filter(isPublicUrl)) add('media_url', url);
  add('description', describe(row, { multipart: hasFiles }));
  return form;
}
