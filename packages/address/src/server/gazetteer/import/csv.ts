/** One line of CSV (RFC 4180). BS 7666 allows no line end within a value, so a line is a row: a quotation mark that is not closed breaks its own row and no other. */
export function valuesOf(line: string): string[] | { readonly problem: string } {
  if (!line.includes('"')) return line.split(',');
  const values: string[] = [];
  for (let at = 0; at <= line.length;) {
    if (line[at] !== '"') {
      const comma = line.indexOf(',', at);
      const end = comma === -1 ? line.length : comma;
      values.push(line.slice(at, end));
      at = end + 1;
      continue;
    }
    let value = '';
    for (;;) {
      const close = line.indexOf('"', at + 1);
      if (close === -1) return { problem: 'a quotation mark is not closed' };
      value += line.slice(at + 1, close);
      at = close + 1;
      if (line[at] !== '"') break;
      value += '"';
    }
    if (at < line.length && line[at] !== ',') return { problem: 'something stands after a closing quotation mark' };
    values.push(value);
    at += 1;
  }
  return values;
}
