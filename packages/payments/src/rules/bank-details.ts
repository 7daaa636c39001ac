/** Sort codes, account numbers and names of accounts as people type them, and how they are shown again. */
import { cleanIdentifier, cleanLine, isLongerThan, type Text } from '@council-kit/core';
import type { BankDetails } from '../contract/mandate.ts';
import { bankDetailsMessages as messages } from './bank-details.messages.ts';

/** A part that was typed, read; or the sentence that says what is wrong with it. */
export type ReadPart = { readonly kind: 'value'; readonly value: string } | { readonly kind: 'error'; readonly message: Text };

/** Digits without what parts them: blanks, hyphens, full stops, slashes. */
function tight(typed: string): string {
  return cleanIdentifier(typed).replace(/[\s./-]/g, '');
}

/** Reads "12-34-56", "12 34 56", "123456". */
export function readSortCode(typed: string): ReadPart {
  const digits = tight(typed);
  if (digits === '') return error(messages.sortCodeEmpty);
  return /^\d{6}$/.test(digits) ? { kind: 'value', value: digits } : error(messages.sortCodeUnreadable);
}

/** Reads an account number of six to eight digits; shorter ones get noughts in front, as banks do. */
export function readAccountNumber(typed: string): ReadPart {
  const digits = tight(typed);
  if (digits === '') return error(messages.accountNumberEmpty);
  if (!/^\d{6,8}$/.test(digits)) return error(messages.accountNumberUnreadable);
  return Number(digits) === 0 ? error(messages.accountNumberUnreadable) : { kind: 'value', value: digits.padStart(8, '0') };
}

/** Reads the name on an account. Banks write eighteen characters of it: more is their affair. */
export function readAccountName(typed: string): ReadPart {
  const name = cleanLine(typed).replace(/ +/g, ' ');
  if (name === '') return error(messages.nameEmpty);
  if (isLongerThan(name, 70)) return error(messages.nameTooLong);
  // Somebody typed a number into the wrong box. Names have few digits: "Flat 3 Management 2004".
  if (name.replace(/\D/g, '').length > 5 || !/\p{L}/u.test(name)) return error(messages.nameIsNumber);
  return { kind: 'value', value: name };
}

/** Both numbers, or the errors at their fields. */
export function readBankDetails({
  sortCode,
  accountNumber,
}: BankDetails):
  | { readonly kind: 'bank-details'; readonly bankDetails: BankDetails }
  | { readonly kind: 'errors'; readonly errors: readonly { readonly field: keyof BankDetails; readonly message: Text }[] } {
  const [sort, number] = [readSortCode(sortCode), readAccountNumber(accountNumber)];
  if (sort.kind === 'value' && number.kind === 'value')
    return { kind: 'bank-details', bankDetails: { sortCode: sort.value, accountNumber: number.value } };
  return {
    kind: 'errors',
    errors: [
      ...(sort.kind === 'error' ? [{ field: 'sortCode', message: sort.message } as const] : []),
      ...(number.kind === 'error' ? [{ field: 'accountNumber', message: number.message } as const] : []),
    ],
  };
}

/** The last four of an account number and nothing else of it: "•••• 5678". */
export function maskAccountNumber(accountNumber: string): string {
  return `•••• ${accountNumber.slice(-4)}`;
}

/** The last two of a sort code: "•• •• 56". */
export function maskSortCode(sortCode: string): string {
  return `•• •• ${sortCode.slice(-2)}`;
}

const error = (message: Text): ReadPart => ({ kind: 'error', message });
