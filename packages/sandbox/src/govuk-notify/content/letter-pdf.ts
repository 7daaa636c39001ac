import { Buffer } from 'node:buffer';

/** A line of a letter: its text, and whether it stands out. */
interface Line {
  text: string;
  bold?: boolean;
}

/** Millimetres of A4 in PDF's points: 210 by 297. */
const page = { width: 595, height: 842, left: 62, top: 780, bottom: 60 };
const size = 11;
const leading = 15;
/** Characters that fit a line, roughly: Helvetica's are half as wide as they are high. */
const lineLength = 85;

/** A letter as a PDF: no more than its words, in the fonts that every reader has. */
export function letterPdf(letter: { from?: string | undefined; to: string; date: string; subject: string; body: string }): Buffer {
  const lines: Line[] = [
    ...(letter.from ?? '').split('\n').map((text) => ({ text })),
    { text: '' },
    ...letter.to.split('\n').map((text) => ({ text })),
    { text: '' },
    { text: letter.date },
    { text: '' },
    { text: letter.subject, bold: true },
    { text: '' },
    ...letter.body.split('\n').map(plain),
  ].flatMap(wrap);
  const perPage = Math.floor((page.top - page.bottom) / leading);
  const pages: Line[][] = [];
  for (let start = 0; start < lines.length; start += perPage) pages.push(lines.slice(start, start + perPage));
  return assemble(pages.map(content));
}

/** A line of markdown as plain text. */
function plain(line: string): Line {
  const heading = /^ *#{1,6} *(.*?) *#* *$/.exec(line)?.[1];
  if (heading !== undefined) return { text: heading, bold: true };
  return { text: line.replace(/^ *[*•-] +/, '•  ').replace(/^ *\^ ?/, '') };
}

function wrap({ text, ...rest }: Line): Line[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const current = lines.at(-1) ?? '';
    if (current !== '' && current.length + 1 + word.length > lineLength) lines.push(word);
    else lines.splice(-1, 1, current === '' ? word : `${current} ${word}`);
  }
  // A word longer than a line is cut.
  return lines.flatMap((line) => line.match(new RegExp(`.{1,${lineLength}}`, 'gsu')) ?? ['']).map((line) => ({ text: line, ...rest }));
}

function content(lines: readonly Line[]): string {
  const shown = lines.map(({ text, bold }) => `${bold ? '/B' : '/R'} ${size} Tf (${escape(text)}) Tj T*`);
  return `BT ${leading} TL ${page.left} ${page.top} Td\n${shown.join('\n')}\nET`;
}

/** The letters of Windows-1252 that Latin 1 has not. What it has not either, such as ŵ, loses its mark. */
const windows: Readonly<Record<string, string>> = {
  '€': '\x80',
  '…': '\x85',
  '‘': '\x91',
  '’': '\x92',
  '“': '\x93',
  '”': '\x94',
  '•': '\x95',
  '–': '\x96',
  '—': '\x97',
};

function escape(text: string): string {
  return [...text]
    .map((character) => windows[character] ?? (character <= '\xff' ? character : plainLetter(character)))
    .join('')
    .replace(/[\x00-\x1f\x7f]/g, ' ') // eslint-disable-line no-control-regex -- a control character would end a PDF's string, or hide in it
    .replace(/[\\()]/g, '\\$&');
}

const plainLetter = (character: string): string => {
  const letter = character.normalize('NFD').charAt(0);
  return letter <= '~' ? letter : '?';
};

/** The objects of a PDF, and where each begins: https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf */
function assemble(contents: readonly string[]): Buffer {
  const kids = contents.map((_, index) => `${5 + index * 2} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${kids}] /MediaBox [0 0 ${page.width} ${page.height}] /Resources << /Font << /R 3 0 R /B 4 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((text, index) => [
      `<< /Type /Page /Parent 2 0 R /Contents ${6 + index * 2} 0 R >>`,
      `<< /Length ${Buffer.byteLength(text, 'latin1')} >>\nstream\n${text}\nendstream`,
    ]),
  ];
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const trailer = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file + trailer, 'latin1');
}
