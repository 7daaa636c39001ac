import type { Text } from '../messages/language.ts';

/**
 * Where a resident's request, payment, booking or case stands, in the same eight words for every service. Each service maps the states of
 * its own platforms to these.
 */
export const serviceStatuses = [
  'received',
  'checking',
  'waiting-for-you',
  'planned',
  'in-progress',
  'done',
  'not-possible',
  'withdrawn',
] as const;
/** One of {@link serviceStatuses}. */
export type ServiceStatus = (typeof serviceStatuses)[number];

/** What each status is called. The Welsh has not been reviewed. */
export const serviceStatusNames: Readonly<Record<ServiceStatus, Text>> = {
  received: { en: 'Received', cy: 'Wedi dod i law' },
  checking: { en: 'Being checked', cy: 'Yn cael ei wirio' },
  'waiting-for-you': { en: 'Waiting for you', cy: 'Yn aros amdanoch chi' },
  planned: { en: 'Planned', cy: 'Wedi’i gynllunio' },
  'in-progress': { en: 'In progress', cy: 'Ar y gweill' },
  done: { en: 'Done', cy: 'Wedi’i wneud' },
  'not-possible': { en: 'Not possible', cy: 'Ddim yn bosibl' },
  withdrawn: { en: 'Withdrawn', cy: 'Wedi’i dynnu’n ôl' },
};

/** Whether nothing more will happen. */
export function isFinal(status: ServiceStatus): boolean {
  return status === 'done' || status === 'not-possible' || status === 'withdrawn';
}
