/**
 * Notify's subset of markdown as HTML: headings, bullet points, numbered lists, inset text, lines across, links. No bold, no italics, no images, no
 * HTML: https://www.notifications.service.gov.uk/using-notify/formatting
 * Plain elements, without the styles that Notify writes into emails. Everything that was given is escaped.
 */
export function markdownHtml(markdown: string): string {
  const lines = markdown.split(/\r\n|[\n\r\u2028\u2029]/);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length;) {
    const block = readBlock(lines, at);
    if (block.html !== '') blocks.push(block.html);
    at = block.next;
  }
  return blocks.join('\n');
}

interface Block {
  html: string;
  /** The first line after it. */
  next: number;
}

const bullet = /^ *[•*-](?: +|(?=[^\s*•-]))/;
const number = /^ *\d{1,9}\. */;
const inset = /^ *\^ ?/;
const rule = /^ *(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const heading = /^ *(#{1,6}) *(?=[^\s#])(.*)$/;

function readBlock(lines: readonly string[], at: number): Block {
  const line = lines[at] ?? '';
  if (line.trim() === '') return { html: '', next: at + 1 };
  if (rule.test(line)) return { html: '<hr />', next: at + 1 };
  const [, marks = '', title = ''] = heading.exec(line) ?? [];
  if (marks !== '') {
    const text = inline(title.replace(/ *#* *$/, ''));
    const level = marks.length + 1;
    return { html: level <= 3 ? `<h${level}>${text}</h${level}>` : `<p>${text}</p>`, next: at + 1 };
  }
  if (bullet.test(line)) return readList(lines, at, bullet, 'ul');
  if (number.test(line)) return readList(lines, at, number, 'ol');
  const isInset = inset.test(line);
  const goesOn = (one: string): boolean => continues(one) || (isInset && inset.test(one));
  let next = at;
  const own: string[] = [];
  for (; next < lines.length && (next === at || goesOn(lines[next] ?? '')); next += 1) own.push((lines[next] ?? '').replace(inset, ''));
  const paragraph = `<p>${own.map((one) => inline(one.trim())).join('<br />')}</p>`;
  return { html: isInset ? `<blockquote>${paragraph}</blockquote>` : paragraph, next };
}

/** Whether a line goes on with the paragraph before it. */
const continues = (line: string): boolean =>
  line.trim() !== '' && ![rule, heading, bullet, number, inset].some((start) => start.test(line));

/** A list goes on over empty lines; a line without a mark belongs to the point before it. */
function readList(lines: readonly string[], at: number, mark: RegExp, tag: 'ul' | 'ol'): Block {
  const items: string[][] = [];
  let next = at;
  while (next < lines.length) {
    const line = lines[next] ?? '';
    if (mark.test(line) && !rule.test(line)) items.push([line.replace(mark, '')]);
    else if (continues(line) && lines[next - 1]?.trim() !== '') items.at(-1)?.push(line);
    else if (line.trim() !== '' || !mark.test(lines[next + 1] ?? '')) break;
    next += 1;
  }
  const shown = items.map((item) => `<li>${item.map((line) => inline(line.trim())).join('<br />')}</li>`);
  return { html: `<${tag}>${shown.join('')}</${tag}>`, next };
}

/** A mark that a backslash takes its meaning from. */
const escaped = /\\([\\`*{}[\]()#+\-.!_~|])/g;

/**
 * An image, a link with words and perhaps a title, a link of its own, or a mark that a backslash takes its meaning from. Every part has an end, so
 * that a hostile text takes no longer.
 */
const special =
  /!\[[^\][]{0,1000}\]\([^()\s]{0,2000}\)|\[([^\][]{1,1000})\]\(([^()\s]{1,2000})(?: +(?:"([^"]{0,500})"|'([^']{0,500})'))?\)|(https?:\/\/[^\s<]{0,2000}[^\s<.,:"')\]])|\\([\\`*{}[\]()#+\-.!_~|])/g;

function inline(text: string): string {
  let html = '';
  let last = 0;
  for (const found of text.matchAll(special)) {
    const [whole, words, target, double, single, address, mark] = found;
    html += escapeHtml(text.slice(last, found.index));
    if (words !== undefined && target !== undefined) html += anchor(target, words.replace(escaped, '$1'), double ?? single);
    else if (address !== undefined) html += anchor(address, address);
    else if (mark !== undefined) html += escapeHtml(mark);
    last = found.index + whole.length;
  }
  return html + escapeHtml(text.slice(last));
}

/** Anything without a protocol that is known is taken for a web address, so that a script is none. */
function anchor(target: string, words: string, title?: string): string {
  const href = /^(?:https?|mailto|tel):/i.test(target) ? target : `http://${target}`;
  const titled = title === undefined ? '' : ` title="${escapeHtml(title)}"`;
  return `<a href="${escapeHtml(href)}"${titled} rel="noreferrer">${escapeHtml(words)}</a>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
