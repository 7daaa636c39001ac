/** CSV as RFC 4180 describes it, read strictly: what does not fit is refused with its reason, and no character is lost. */
import type { FileHandle } from 'node:fs/promises';
import { linesOf, type LinesOptions } from './lines.ts';

export type Values = string[] | { readonly problem: string };

const notClosed = 'a quotation mark is not closed';

/** The values of one row. */
export function valuesOf(row: string): Values {
  if (!row.includes('"')) return row.split(',');
  const values: string[] = [];
  for (let at = 0; at <= row.length;) {
    if (row[at] !== '"') {
      const comma = row.indexOf(',', at);
      const end = comma === -1 ? row.length : comma;
      const value = row.slice(at, end);
      if (value.includes('"'))
        return { problem: 'a quotation mark stands inside a value. Put the whole value in quotation marks, and write those inside twice' };
      values.push(value);
      at = end + 1;
      continue;
    }
    let value = '';
    for (;;) {
      const close = row.indexOf('"', at + 1);
      if (close === -1) return { problem: notClosed };
      value += row.slice(at + 1, close);
      at = close + 1;
      if (row[at] !== '"') break;
      value += '"';
    }
    if (at < row.length && row[at] !== ',') return { problem: 'something stands after a closing quotation mark' };
    values.push(value);
    at += 1;
  }
  return values;
}

/** Whether a row has nothing in it: spreadsheets leave rows of commas at the end of a file. */
export function isBlankRow(row: string): boolean {
  return /^(?:[\s,;]|"\s*"(?!"))*$/.test(row);
}

/** What a line with the names of the columns says about a file that is not separated by commas: a sentence, or undefined. */
export function separatorProblem(header: string): string | undefined {
  if (header.includes(',')) return undefined;
  if (header.includes(';')) return 'Its columns are separated by semicolons. Save it as CSV with commas.';
  if (header.includes('\t')) return 'Its columns are separated by tabs. Save it as CSV with commas.';
  return undefined;
}

export type CsvRow = {
  /** The line that the row begins on: 1 for the first. */
  readonly line: number;
  /** Where the next row begins, in bytes. */
  readonly end: number;
} & ({ readonly values: string[] } | { readonly values: undefined; readonly problem: string });

/**
 * The rows of a file that are not blank. A value in quotation marks may hold line ends; `longest` is the limit for a whole row, so a
 * quotation mark that is not closed does not take the rest of the file into memory.
 */
export async function* csvRows(file: FileHandle, options: LinesOptions = {}): AsyncGenerator<CsvRow, void, undefined> {
  const { longest = 64 * 1024 } = options;
  let open: { readonly line: number; text: string; end: number } | undefined;
  for await (const { number, end, ...read } of linesOf(file, options)) {
    if (read.text === undefined) {
      if (open) yield { line: open.line, end: open.end, values: undefined, problem: notClosed };
      open = undefined;
      yield { line: number, end, values: undefined, problem: read.problem };
      continue;
    }
    if (!open && isBlankRow(read.text)) continue;
    const line = open?.line ?? number;
    const text: string = open ? `${open.text}\n${read.text}` : read.text;
    // An open value is closed by a line with an odd number of quotation marks: until then there is nothing to parse.
    const stillOpen = open !== undefined && (read.text.split('"').length - 1) % 2 === 0;
    const values: Values = stillOpen ? { problem: notClosed } : valuesOf(text);
    if (!Array.isArray(values) && values.problem === notClosed && text.length <= longest) {
      open = { line, text, end };
      continue;
    }
    open = undefined;
    yield Array.isArray(values) ? { line, end, values } : { line, end, values: undefined, ...values };
  }
  if (open) yield { line: open.line, end: open.end, values: undefined, problem: notClosed };
}

/**
 * One cell. A text that a spreadsheet would run as a formula gets an apostrophe in front: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function csvCell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
