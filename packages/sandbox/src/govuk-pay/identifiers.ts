import { randomBytes } from 'node:crypto';

/** Twenty-six letters and digits, as Pay's own. */
export function payId(): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return [...randomBytes(26)].map((byte) => letters.charAt(byte % 36)).join('');
}

/** Thirty-two that nobody guesses. */
export const secretToken = (): string => randomBytes(16).toString('hex');
