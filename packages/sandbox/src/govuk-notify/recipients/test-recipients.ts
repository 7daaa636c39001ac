import type { Notification } from '../book.ts';
import type { Outcome } from '../settings.ts';

/** Smoke tests: the request is answered, nothing is kept, no receipt comes. https://docs.notifications.service.gov.uk/rest-api.html#testing */
const simulated = new Set([
  'simulate-delivered@notifications.service.gov.uk',
  'simulate-delivered-2@notifications.service.gov.uk',
  'simulate-delivered-3@notifications.service.gov.uk',
  '447700900000',
  '447700900111',
  '447700900222',
]);

/** https://docs.notifications.service.gov.uk/rest-api.html#test */
const failing = new Map<string, Outcome>([
  ['temp-fail@simulator.notify', 'temporary-failure'],
  ['perm-fail@simulator.notify', 'permanent-failure'],
  ['447700900003', 'temporary-failure'],
  ['447700900002', 'permanent-failure'],
]);

export const isSimulated = (address: string): boolean => simulated.has(address.toLowerCase());

/** What becomes of a message. Notify's own test addresses fail with a test key; here, where nothing is sent, with any. */
export function outcomeOf({ to, phone }: Notification, chosen: Readonly<Record<string, Outcome>>): Outcome {
  const address = phone?.normalised ?? to.toLowerCase();
  return chosen[to] ?? chosen[address] ?? failing.get(address) ?? 'delivered';
}
