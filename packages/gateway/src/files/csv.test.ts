import assert from 'node:assert/strict';
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { csvCell, csvRows, isBlankRow, separatorProblem, valuesOf, type CsvRow } from './csv.ts';
import type { LinesOptions } from './lines.ts';
import { decodeText, encodingProblem } from './text.ts';

const folder = await mkdtemp(join(tmpdir(), 'council-csv-'));
after(() => rm(folder, { recursive: true, force: true }));

async function rowsOf(content: string | Uint8Array, options?: LinesOptions): Promise<CsvRow[]> {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  await using file = await open(path);
  return await Array.fromAsync(csvRows(file, options));
}

/** Each row as its values, or as its line and what is wrong with it. */
const told = (rows: readonly CsvRow[]) => rows.map((row) => row.values ?? `${row.line}: ${row.problem}`);

test('a row is what RFC 4180 says it is', () => {
  for (const [row, values] of [
    ['1,2,3', ['1', '2', '3']],
    ['', ['']],
    [',', ['', '']],
    ['"a,b",c', ['a,b', 'c']],
    ['"The ""Old"" Mill",2', ['The "Old" Mill', '2']],
    ['"",""', ['', '']],
    [' a , b ', [' a ', ' b ']],
  ] as const)
    assert.deepEqual(valuesOf(row), values, row);
});

test('a row that would lose a character is refused', () => {
  for (const [row, problem] of [
    ['1,The "Old" Mill,2', /inside a value/],
    ['1,Mill",2', /inside a value/],
    ['1, "Mill",2', /inside a value/],
    ['"1,2,3', /not closed/],
    ['1,"2"x,3', /after a closing quotation mark/],
    ['1,"2" ,3', /after a closing quotation mark/],
  ] as const) {
    const values = valuesOf(row);
    assert.ok(!Array.isArray(values), row);
    assert.match(values.problem, problem, row);
  }
});

test('rows of commas, semicolons, blanks and empty quotation marks are skipped; anything else is a row', () => {
  for (const blank of ['', '   ', ',,,,', ' , ,\t', '"","",""', '" ", ', ';;;']) assert.equal(isBlankRow(blank), true, blank);
  for (const row of ['0', ',,x', '""""', '"', '-']) assert.equal(isBlankRow(row), false, row);
});

test('line ends of every system, a byte order mark and a last line without an end are read', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    for (const last of ['', end]) {
      const rows = await rowsOf(`\uFEFFa,b${end}1,2${end},,${end}3,4${last}`);
      assert.deepEqual(
        told(rows),
        [
          ['a', 'b'],
          ['1', '2'],
          ['3', '4'],
        ],
        JSON.stringify(end),
      );
      assert.deepEqual(
        rows.map(({ line }) => line),
        [1, 2, 4],
      );
    }
  }
});

test('a value in quotation marks may hold line ends; the next row has its own line number', async () => {
  const rows = await rowsOf('a,b\r\n"one\r\ntwo ""2""\r\n",x\r\n3,4\r\n');
  assert.deepEqual(told(rows), [
    ['a', 'b'],
    ['one\ntwo "2"\n', 'x'],
    ['3', '4'],
  ]);
  assert.deepEqual(
    rows.map(({ line }) => line),
    [1, 2, 5],
  );
});

test('what cannot be read is told with its line, and takes no more memory than a row may', async () => {
  assert.deepEqual(told(await rowsOf('a\n"b\nc\n')), [['a'], '2: a quotation mark is not closed']);
  assert.deepEqual(told(await rowsOf('a\nb\0c\nd\n')), [['a'], '2: it has a NUL character in it', ['d']]);
  assert.deepEqual(told(await rowsOf(`a\n${'x'.repeat(3_000_000)}\nd\n`, { longest: 1024 })), [['a'], '2: it is longer than 1 kB', ['d']]);
  // The end of the file is no reason to forget a line that was too long.
  assert.deepEqual(told(await rowsOf(`a\n${'x'.repeat(3_000_000)}`, { longest: 1024 })), [['a'], '2: it is longer than 1 kB']);
  const open = await rowsOf(`a\n"${'b\n'.repeat(5_000)}`, { longest: 1024 });
  assert.equal(told(open)[1], '2: a quotation mark is not closed');
  const latin = Buffer.concat([Buffer.from('a\nCyngor Sir '), Buffer.from('Fôn', 'latin1'), Buffer.from('\n')]);
  assert.match(String(told(await rowsOf(latin))[1]), /^2: it is not text in UTF-8\. It may be in windows-1252.*save it as “CSV UTF-8/);
  assert.deepEqual(told(await rowsOf(latin, { encoding: 'windows-1252' })), [['a'], ['Cyngor Sir Fôn']]);
});

test('a file of another kind is named, with the way to save it', () => {
  for (const [bytes, said] of [
    [Buffer.from('\uFEFFa,b\n', 'utf16le'), /UTF-16.*CSV UTF-8/],
    [Buffer.from('a,b\n', 'utf16le'), /UTF-16/],
    [Buffer.from([0x50, 0x4b, 3, 4]), /spreadsheet or a ZIP file/],
    [Buffer.from([0x1f, 0x8b, 8]), /gzip/],
  ] as const)
    assert.match(encodingProblem(bytes) ?? '', said);
  assert.equal(encodingProblem(Buffer.from('a,b\n')), undefined);
  assert.match(separatorProblem('account;postcode') ?? '', /semicolons/);
  assert.match(separatorProblem('account\tpostcode') ?? '', /tabs/);
  assert.equal(separatorProblem('account,postcode'), undefined);
  assert.deepEqual(decodeText(Buffer.from('\uFEFF{}')), { text: '{}' });
  assert.deepEqual(Object.keys(decodeText(Buffer.from('Fôn', 'latin1'))), ['problem']);
});

test('a cell that a spreadsheet would run as a formula is text', () => {
  for (const [value, cell] of [
    ['=1+1', "'=1+1"],
    ['+44', "'+44"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['a,"b"', '"a,""b"""'],
    ['=a,"b"', '"\'=a,""b"""'],
    ['plain', 'plain'],
  ] as const)
    assert.equal(csvCell(value), cell);
  assert.equal(csvCell(-5), '-5');
});
