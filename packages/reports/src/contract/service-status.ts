import type { ServiceStatus } from '@council-kit/core';
import type { Status } from './status.ts';

/**
 * What each status of a report is in the words that all services share. A closed report is always final there, so `internal_referral`
 * is done here: what the other team does is its own record.
 */
export const serviceStatusOf: Readonly<Record<Status, ServiceStatus>> = {
  open: 'received',
  for_triage: 'checking',
  investigating: 'checking',
  planned: 'planned',
  action_scheduled: 'planned',
  in_progress: 'in-progress',
  fixed: 'done',
  closed: 'done',
  duplicate: 'done',
  internal_referral: 'done',
  not_councils_responsibility: 'not-possible',
  no_further_action: 'not-possible',
  cancelled: 'withdrawn',
};
