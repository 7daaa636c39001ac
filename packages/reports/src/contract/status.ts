/**
 * What becomes of a report: Open311's `open` and `closed` with FixMyStreet's extended set
 * (https://github.com/mysociety/FixMyStreet/wiki/Open311-FMS---Proposed-differences-to-Open311). `unchanged` and `reopen`
 * are only said in updates.
 */
export const openStatuses = ['open', 'for_triage', 'investigating', 'planned', 'action_scheduled', 'in_progress'] as const;
export const closedStatuses = [
  'fixed',
  'closed',
  'duplicate',
  'not_councils_responsibility',
  'no_further_action',
  'internal_referral',
  'cancelled',
] as const;
export const statuses = [...openStatuses, ...closedStatuses] as const;
/** See {@link openStatuses} and {@link closedStatuses}. */
export type Status = (typeof statuses)[number];

/** Whether nothing more will happen to a report. */
export function isClosed(status: Status): boolean {
  return (closedStatuses as readonly Status[]).includes(status);
}

/** A status as any server writes it (`IN_PROGRESS`, `In Progress`, `reopen`), or undefined where it says none of ours. */
export function readStatus(written: string): Status | undefined {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
  if (plain === 'reopen') return 'open';
  return statuses.find((status) => status === plain);
}
