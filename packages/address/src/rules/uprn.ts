import { cleanIdentifier } from '@council-kit/core';

/**
 * A Unique Property Reference Number as one string: 1 to 12 digits without leading zeros. Some systems send a number, some
 * pad to twelve. Undefined where it cannot be one.
 */
export function readUprn(value: string | number): string | undefined {
  return digits(value, 12);
}

/** A Unique Street Reference Number, likewise: 1 to 8 digits. */
export function readUsrn(value: string | number): string | undefined {
  return digits(value, 8);
}

function digits(value: string | number, most: number): string | undefined {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return undefined;
  // Imports read millions of them: those that are digits already need no cleaning.
  const given = String(value).slice(0, 100);
  const text = /^\d+$/.test(given) ? given : cleanIdentifier(given);
  if (text.length > 40 || !/^\d+$/.test(text)) return undefined;
  const bare = text.replace(/^0+/, '');
  return bare.length >= 1 && bare.length <= most ? bare : undefined;
}
