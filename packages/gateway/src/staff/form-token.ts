/** What keeps a form of a staff page from being sent by another site, by another officer or to another address. */
import type { Secrets } from '../service.ts';
import type { Officer } from './officer.ts';

const purpose = 'staff-form';
const signed = ({ id }: Officer, path: string): string => JSON.stringify([id, path]);

/**
 * For a hidden field of a form.
 *
 * @param path where the form is posted, without the gateway's own mount path
 */
export function formToken(secrets: Secrets, officer: Officer, path: string): string {
  return secrets.sign(purpose, signed(officer, path));
}

/** Whether a form that arrived at this path is this officer's. Compares in constant time. */
export function tokenFits(secrets: Secrets, officer: Officer, path: string, token: unknown): boolean {
  return typeof token === 'string' && secrets.matches(purpose, signed(officer, path), token);
}
