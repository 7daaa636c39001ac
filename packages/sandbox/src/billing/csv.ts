import type { Household } from './households.ts';

/** The columns of the nightly export. Lists are JSON in their column. */
export const billingColumns = [
  'account',
  'postcode',
  'year',
  'nation',
  'property',
  'issued',
  'authorities',
  'liabilities',
  'broughtForward',
  'received',
  'directDebit',
] as const satisfies readonly (keyof Household)[];

const cell = (value: unknown): string => {
  const written = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(written) ? `"${written.replaceAll('"', '""')}"` : written;
};

/** The export, line by line: RFC 4180, UTF-8, a header. */
export function* billingCsv(households: Iterable<Household>): Generator<string> {
  yield `${billingColumns.join(',')}\r\n`;
  for (const household of households) yield `${billingColumns.map((column) => cell(household[column])).join(',')}\r\n`;
}
