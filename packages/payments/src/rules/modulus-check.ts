/**
 * The modulus check of account numbers, as Pay.UK specifies it ("Validating account numbers: UK modulus checking"). The tables of sort codes are
 * Pay.UK's and not ours to ship: the council gives them, read by {@link readModulusTable}. Passing means that the numbers can belong
 * together; that there is such an account, only the bank can say.
 */
import type { BankDetails, Plausibility } from '../contract/mandate.ts';

/** One row: a range of sort codes and how their account numbers are checked. */
export interface ModulusRow {
  readonly from: string;
  readonly to: string;
  readonly check: 'MOD10' | 'MOD11' | 'DBLAL';
  /** One for each digit of the sort code and the account number: u v w x y z a b c d e f g h. */
  readonly weights: readonly number[];
  readonly exception?: number;
}

/** The council's copy of the tables. */
export interface ModulusTable {
  /** Sorted by sort code. A sort code has none, one or two rows. */
  readonly rows: readonly ModulusRow[];
  /** Sort codes that stand in for others (exception 5). */
  readonly substitutions: Readonly<Record<string, string>>;
}

/** Places of the letters that the specification speaks in. */
const [a, b, c, g, h] = [6, 7, 8, 12, 13];
/** Where the first of two checks may pass alone. */
const eitherPasses = new Set([2, 9, 10, 11, 12, 13, 14]);
const exception2 = {
  ordinary: [0, 0, 1, 2, 5, 3, 6, 4, 8, 7, 10, 9, 3, 1],
  withNine: [0, 0, 0, 0, 0, 0, 0, 0, 8, 7, 10, 9, 3, 1],
};

/** Checks a sort code of six digits and an account number of eight. */
export function checkModulus({ sortCode, accountNumber }: BankDetails, table: ModulusTable): Plausibility {
  const [first, second] = table.rows.filter(({ from, to }) => from <= sortCode && sortCode <= to);
  if (!first) return 'unknown';
  return passesBoth(first, second) ? 'plausible' : 'implausible';

  function passesBoth(one: ModulusRow, other: ModulusRow | undefined): boolean {
    const passed = passes(one, sortCode, accountNumber, table);
    if (one.exception === 14 && !passed) return passesShifted(one, sortCode, accountNumber, table);
    if (!other) return passed;
    if (eitherPasses.has(one.exception ?? 0)) return passed || passes(other, sortCode, accountNumber, table);
    return passed && passes(other, sortCode, accountNumber, table);
  }
}

function passes(row: ModulusRow, sortCode: string, accountNumber: string, { substitutions }: ModulusTable): boolean {
  const { exception, check } = row;
  const digits = [...standIn(sortCode, exception, substitutions), ...accountNumber].map(Number);
  const at = (place: number): number => digits[place] ?? 0;
  if (exception === 6 && at(a) >= 4 && at(a) <= 8 && at(g) === at(h)) return true; // a foreign currency account
  if (exception === 3 && (at(c) === 6 || at(c) === 9)) return true;
  const remainder = total(row, digits) % (check === 'MOD11' ? 11 : 10);
  if (exception === 4) return remainder === at(g) * 10 + at(h);
  if (exception === 5 && check === 'MOD11') return remainder !== 1 && at(g) === (11 - remainder) % 11;
  if (exception === 5) return at(h) === (10 - remainder) % 10;
  return remainder === 0;
}

function total({ check, exception, weights }: ModulusRow, digits: readonly number[]): number {
  const used = usedWeights(weights, exception, digits);
  let sum = exception === 1 ? 27 : 0;
  let place = -1;
  for (const digit of digits) {
    place += 1;
    const product = digit * (used[place] ?? 0);
    sum += check === 'DBLAL' ? Math.floor(product / 100) + (Math.floor(product / 10) % 10) + (product % 10) : product;
  }
  return sum;
}

function usedWeights(weights: readonly number[], exception: number | undefined, digits: readonly number[]): readonly number[] {
  const nine = digits[g] === 9;
  const withoutFirstEight = (): readonly number[] => weights.map((weight, place) => (place < c ? 0 : weight));
  if (exception === 2 && digits[a] !== 0) return nine ? exception2.withNine : exception2.ordinary;
  if (exception === 7 && nine) return withoutFirstEight();
  if (exception === 10 && nine && (digits[a] === 0 || digits[a] === 9) && digits[b] === 9) return withoutFirstEight();
  return weights;
}

/** The sort code that is checked in place of the account's own. */
function standIn(sortCode: string, exception: number | undefined, substitutions: ModulusTable['substitutions']): string {
  if (exception === 5) return substitutions[sortCode] ?? sortCode;
  if (exception === 8) return '090126';
  if (exception === 9) return '309634';
  return sortCode;
}

/** Exception 14: a last digit of 0, 1 or 9 may be the bank's own and is left out, with a nought in front. */
function passesShifted(row: ModulusRow, sortCode: string, accountNumber: string, table: ModulusTable): boolean {
  return /[019]$/.test(accountNumber) && passes(row, sortCode, `0${accountNumber.slice(0, -1)}`, table);
}

/**
 * Reads the two files that Pay.UK gives out: `valacdos.txt` (ranges and weights) and `scsubtab.txt` (substitutions).
 *
 * @throws SyntaxError with the number of the line that is none
 */
export function readModulusTable(valacdos: string, scsubtab: string): ModulusTable {
  const lines = (text: string): (readonly [readonly string[], number])[] =>
    text.split(/\r?\n/).flatMap((line, index) => (line.trim() === '' ? [] : [[line.trim().split(/\s+/), index + 1] as const]));
  const rows = lines(valacdos).map(([[from = '', to = '', check = '', ...numbers], line]): ModulusRow => {
    const values = numbers.map(Number);
    const known = check === 'MOD10' || check === 'MOD11' || check === 'DBLAL';
    if (!/^\d{6}$/.test(from) || !/^\d{6}$/.test(to) || !known || values.length < 14 || values.length > 15 || values.some(Number.isNaN))
      throw new SyntaxError(`Line ${String(line)} of the modulus table cannot be read.`);
    const [exception] = values.slice(14);
    return { from, to, check, weights: values.slice(0, 14), ...(exception ? { exception } : {}) };
  });
  const substitutions = lines(scsubtab).map(([[from = '', to = '', ...more], line]) => {
    if (!/^\d{6}$/.test(from) || !/^\d{6}$/.test(to) || more.length > 0)
      throw new SyntaxError(`Line ${String(line)} of the substitutions cannot be read.`);
    return [from, to] as const;
  });
  if (rows.length === 0) throw new SyntaxError('The modulus table has no rows.');
  return { rows, substitutions: Object.fromEntries(substitutions) };
}
