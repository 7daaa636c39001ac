import { cleanIdentifier, luhnCharacter, passesLuhn } from '@council-kit/core';

/**
 * A report's reference: nine random symbols and a check symbol in Crockford's base 32 (https://www.crockford.com/base32.html),
 * written in two halves: `7Q2KM-9XH4Y`. It can be said on the phone (no I, L, O or U), a slip in one symbol or two swapped
 * neighbours are noticed (Luhn mod N, ISO/IEC 7812-1), and with 2^45 of them nobody comes upon another's by counting.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** A new reference. `random` fills an array with random bytes; the platform's own unless given. */
export function newReference(random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes)): string {
  // 256 is a multiple of 32: each symbol is as likely as any other.
  const symbols = [...random(new Uint8Array(length - 1))].map((byte) => alphabet.charAt(byte % 32)).join('');
  return write(symbols + luhnCharacter(symbols, alphabet));
}

/**
 * A reference as somebody types it or says it, in the form we write it; undefined where it cannot be one.
 * Any case, spaces and hyphens; I and L are read as 1, O as 0.
 */
export function readReference(typed: string): string | undefined {
  const symbols = cleanIdentifier(typed.slice(0, 100))
    .toUpperCase()
    .replace(/[\s.-]+/g, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  if (symbols.length !== length || [...symbols].some((symbol) => !alphabet.includes(symbol))) return undefined;
  return passesLuhn(symbols, alphabet) ? write(symbols) : undefined;
}

/** What a reference looks like as it is kept, whether or not its check symbol is right. */
export const referencePattern = /^[0-9A-Z]{5}-[0-9A-Z]{5}$/;

const write = (symbols: string): string => `${symbols.slice(0, 5)}-${symbols.slice(5)}`;
