/**
 * Account numbers as some councils have them: a 4, six digits and a check character, 0 to 9 or X. Weights 8 to 2, modulus 11, complement.
 * The same as plain data, for a council's configuration.
 */
export const accountNumberFormat = {
  example: '40000206',
  patterns: ['4[0-9]{7}', '4[0-9]{6}X'],
  checkDigit: { weights: [8, 7, 6, 5, 4, 3, 2], modulus: 11, complement: true, characters: '0123456789X' },
} as const;

/** The number of an account, from 0 to 999,999. */
export function accountNumber(index: number): string {
  const digits = `4${String(index).padStart(6, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (8 - at), 0);
  return `${digits}${'0123456789X'.charAt((11 - (sum % 11)) % 11)}`;
}

/** Which account has a number; undefined for what is no number of ours. */
export function accountIndex(number: string): number | undefined {
  if (!/^4\d{6}[\dX]$/.test(number)) return undefined;
  const index = Number(number.slice(1, 7));
  return accountNumber(index) === number ? index : undefined;
}
