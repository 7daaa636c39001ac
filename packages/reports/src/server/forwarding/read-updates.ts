/** What the council's own system has to say of reports that were handed to it: ids of batches, statuses, updates. */
import { letOthersPass } from '@council-kit/gateway';
import type { Transaction } from 'kysely';
import { updateLimit, updateUnit } from '../../contract/limits.ts';
import { isClosed, readStatus, type Status } from '../../contract/status.ts';
import { statusNames } from '../../contract/status.messages.ts';
import { cleanLines, cutText } from '@council-kit/core';
import { addUpdate } from '../records/reports.ts';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import type { Receiver } from './forward-report.ts';

/** Read again at every turn, for updates that appear late or by a clock behind ours (milliseconds). What was read is known by its id. */
const overlap = 3_600_000;
/** The first reading goes back this far (milliseconds). */
const firstReading = 7 * 86_400_000;
/** As many tokens and ids as are asked for in one turn. */
const atOnce = 50;
/** Reports of our own looked at in one query, and updates written in one transaction. */
const readAtOnce = 500;
const keptAtOnce = 25;

interface Finding {
  readonly externalId: string;
  readonly theirs: string;
  readonly status: string | undefined;
  readonly description: string | undefined;
  readonly at: Date;
}

/** One turn for one server. What cannot be read now is read the next time. */
export async function readUpdates(reports: Reports, receiver: Receiver, now: Date, signal: AbortSignal): Promise<void> {
  const unknownSince = await exchangeTokens(reports, receiver, signal);
  const { store, log } = reports.ground;
  const { name } = receiver.settings;
  const db = store.db<ReportsTables>();
  const known = await db.selectFrom('reports_upstream').selectAll().where('upstream', '=', name).executeTakeFirst();
  const from = new Date(known ? known.updates_read_to - overlap : now.getTime() - firstReading);
  const asked = await receiver.client.updatesBetween(from, now, signal);
  if (asked.kind === 'later') {
    log.warn({ upstream: name, reason: asked.reason }, 'updates could not be read');
    return;
  }
  if (asked.kind === 'unsupported') return readStatuses(reports, receiver, now, signal);
  const findings = asked.value.map((update) => ({
    externalId: `${name}:${update.update_id}`,
    theirs: update.service_request_id,
    status: update.status,
    description: update.description,
    at: dateOf(update.updated_datetime, now),
  }));
  // What is said of a report before we know its id must be read again when we do; for as long as the first reading goes back.
  const readTo = Math.max(now.getTime() - firstReading, Math.min(now.getTime(), unknownSince ?? Infinity));
  await keep(reports, name, findings, async (trx) => {
    await trx
      .insertInto('reports_upstream')
      .values({ upstream: name, updates_read_to: readTo })
      .onConflict((conflict) => conflict.column('upstream').doUpdateSet({ updates_read_to: readTo }))
      .execute();
  });
}

/** Servers that work in batches gave a token; some time later there is an id for it. Gives when the first report without one was sent. */
async function exchangeTokens(reports: Reports, { client, settings }: Receiver, signal: AbortSignal): Promise<number | undefined> {
  const { store } = reports.ground;
  const waiting = await store
    .db<ReportsTables>()
    .selectFrom('reports_forwarding')
    .select(['reference', 'token', 'sent_at'])
    .where('upstream', '=', settings.name)
    .where('external_id', 'is', null)
    .where('token', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(atOnce)
    .execute();
  let unknownSince: number | undefined;
  for (const { reference, token, sent_at } of waiting) {
    const asked = await client.requestOfToken(token ?? '', signal);
    // Newest first: the last is the oldest.
    if (asked.kind === 'later') return waiting.at(-1)?.sent_at;
    const id = asked.kind === 'answer' ? asked.value : undefined;
    if (id === undefined) {
      unknownSince = sent_at;
      continue;
    }
    await store.transaction<ReportsTables, unknown>((trx) =>
      trx.updateTable('reports_forwarding').set({ external_id: id }).where('reference', '=', reference).execute(),
    );
  }
  return unknownSince;
}

/** Plain GeoReport v2 has no updates, but each report says how it stands. */
async function readStatuses(reports: Reports, { client, settings }: Receiver, now: Date, signal: AbortSignal): Promise<void> {
  const ids = await openIds(reports, settings.name, signal);
  for (let start = 0; start < ids.length; start += atOnce) {
    const asked = await client.requestsById(ids.slice(start, start + atOnce), signal);
    if (asked.kind !== 'answer') return;
    const findings = asked.value
      .filter(({ status }) => status !== undefined)
      .map((request) => ({
        // One update for each way it stands: the same answer tomorrow is not news.
        externalId: `${settings.name}:${request.service_request_id}:${request.status ?? ''}:${request.updated_datetime ?? ''}`,
        theirs: request.service_request_id,
        status: request.status,
        description: request.status_notes,
        at: dateOf(request.updated_datetime, now),
      }));
    await keep(reports, settings.name, findings.filter(isNews));
  }
}

/** Their ids of the open reports that changed last. Read from the index of open reports in its order, a slice at a time: most may be another server's. */
async function openIds({ ground }: Reports, upstream: string, signal: AbortSignal): Promise<string[]> {
  const ids: string[] = [];
  for (
    let last: { updated_at: number; reference: string } | undefined;
    ids.length < atOnce * 20 && !signal.aborted;
    await letOthersPass()
  ) {
    const after = last;
    const open: { updated_at: number; reference: string; external_id: string | null; upstream: string | null }[] = await ground.store
      .db<ReportsTables>()
      .selectFrom('reports_report')
      .leftJoin('reports_forwarding', 'reports_forwarding.reference', 'reports_report.reference')
      .select(['updated_at', 'reports_report.reference', 'external_id', 'upstream'])
      .where('closed', '=', 0)
      .$if(after !== undefined, (query) =>
        query.where((eb) =>
          eb(
            eb.refTuple('reports_report.updated_at', 'reports_report.reference'),
            '<',
            eb.tuple(after?.updated_at ?? 0, after?.reference ?? ''),
          ),
        ),
      )
      .orderBy('updated_at', 'desc')
      .orderBy('reports_report.reference', 'desc')
      .limit(readAtOnce)
      .execute();
    ids.push(...open.flatMap((row) => (row.upstream === upstream && row.external_id !== null ? [row.external_id] : [])));
    last = open.at(-1);
    if (open.length < readAtOnce) break;
  }
  return ids.slice(0, atOnce * 20);
}

/** That it is open, without a word, is what everybody knows. */
const isNews = ({ status, description }: Finding): boolean => description !== undefined || readStatus(status ?? '') !== 'open';

async function keep(
  reports: Reports,
  upstream: string,
  findings: readonly Finding[],
  also: (trx: Transaction<ReportsTables>) => Promise<void> = async () => undefined,
): Promise<void> {
  const inOrder = [...findings].sort((a, b) => a.at.getTime() - b.at.getTime());
  // A few a transaction: a first reading may bring thousands, and a new report waits for the transaction in hand. Each is taken in once.
  for (let from = 0; from === 0 || from < inOrder.length; from += keptAtOnce) {
    if (from > 0) await letOthersPass();
    await reports.ground.store.transaction<ReportsTables, unknown>(async (trx) => {
      for (const finding of inOrder.slice(from, from + keptAtOnce)) await keepOne(trx, upstream, finding);
      if (from + keptAtOnce >= inOrder.length) await also(trx);
    });
  }
}

async function keepOne(trx: Transaction<ReportsTables>, upstream: string, finding: Finding): Promise<void> {
  const forwarded = await trx
    .selectFrom('reports_forwarding')
    .innerJoin('reports_report', 'reports_report.reference', 'reports_forwarding.reference')
    .select(['reports_report.reference', 'reports_report.status'])
    .where('upstream', '=', upstream)
    .where('external_id', '=', finding.theirs)
    .executeTakeFirst();
  if (!forwarded) return;
  const status = statusAfter(forwarded.status, finding.status);
  await addUpdate(trx, {
    reference: forwarded.reference,
    status,
    description: cutText(cleanLines(finding.description ?? ''), updateLimit, updateUnit) || statusNames[status].en,
    at: finding.at,
    source: 'upstream',
    externalId: finding.externalId,
  });
}

/** Servers of the plain dialect only say open or closed: that it is open does not undo "being worked on". */
function statusAfter(before: Status, said: string | undefined): Status {
  const read = said === undefined ? undefined : readStatus(said);
  if (read === undefined) return before;
  const reopened = said?.trim().toLowerCase() === 'reopen';
  if (read === 'open' && !isClosed(before) && !reopened) return before;
  if (read === 'closed' && isClosed(before)) return before;
  return read;
}

function dateOf(text: string | undefined, otherwise: Date): Date {
  const date = new Date(text ?? '');
  // Nobody's clock is ahead of ours: an update from the future would hide those that follow.
  return Number.isNaN(date.getTime()) || date > otherwise ? otherwise : date;
}
