import type { Transaction } from 'kysely';
import type { ReportsTables } from '../records/tables.ts';
import type { Reports } from '../reports.ts';
import type { ReportsSettings, UpstreamSettings } from '../settings.ts';

/** The kind of delivery that hands a report to another Open311 server. */
export const forwardingKind = 'open311-request';

/** The server that takes reports of a kind: the first in the settings. Undefined: they stay here. */
export function upstreamFor(settings: ReportsSettings, serviceCode: string): UpstreamSettings | undefined {
  return settings.forward.find(({ services }) => services === undefined || services.includes(serviceCode));
}

/** Puts the report into the outbox, in the transaction that keeps it. By reference: personal data stays in one place. */
export async function enqueueForwarding(
  { ground, settings }: Reports,
  trx: Transaction<ReportsTables>,
  reference: string,
  serviceCode: string,
): Promise<void> {
  const upstream = upstreamFor(settings, serviceCode);
  if (!upstream) return;
  await ground.outbox.enqueue(trx, { kind: forwardingKind, payload: { reference, upstream: upstream.name }, dedupeKey: reference });
}
