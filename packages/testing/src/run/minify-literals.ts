import { decode, encode, type SourceMapMappings } from '@jridgewell/sourcemap-codec';
import { transform } from 'esbuild';
import ts from 'typescript';

/** A part of a module's text, and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The tags that are Lit's in a module. */
const tags: readonly string[] = ['html', 'svg', 'css'];

/**
 * A compiled module with less white space in its templates and style sheets: half a kB of a service widget is indentation that no
 * bundler may touch. Runs of white space in HTML become one space and are never taken away, because a space between inline elements is
 * seen; what stands in `pre` and `textarea` and in quoted values stays as it is.
 *
 * @param map the module's source map, which is brought in line
 * @returns undefined where there is nothing to make shorter
 * @throws Error for a style sheet that is not well-formed
 */
export async function minifyLiterals(code: string, map?: string): Promise<{ code: string; map?: string } | undefined> {
  if (!code.includes(`from 'lit'`)) return undefined;
  const source = ts.createSourceFile('module.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  const literals: ts.TaggedTemplateExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && ts.isIdentifier(node.tag) && tags.includes(node.tag.text)) literals.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const edits: Edit[] = [];
  for (const { tag, template } of literals) {
    const pieces = piecesOf(template, source);
    edits.push(...((tag as ts.Identifier).text === 'css' ? await cssEdits(pieces) : htmlEdits(code, pieces)));
  }
  if (edits.length === 0) return undefined;
  edits.sort((one, other) => one.start - other.start);
  let shorter = '';
  let at = 0;
  for (const { start, end, text } of edits) {
    shorter += code.slice(at, start) + text;
    at = end;
  }
  shorter += code.slice(at);
  return { code: shorter, ...(map === undefined ? {} : { map: movedMap(map, code, shorter, edits) }) };
}

/** What is written between a literal's backticks and its expressions. */
interface Piece {
  readonly start: number;
  readonly end: number;
  /** With escapes worked out. */
  readonly text: string;
}

function piecesOf(template: ts.TemplateLiteral, source: ts.SourceFile): Piece[] {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template]
    : [template.head, ...template.templateSpans.map(({ literal }) => literal)];
  return parts.map((part) => {
    // It ends with a backtick, or with the two characters that begin an expression.
    const opens = part.kind === ts.SyntaxKind.TemplateHead || part.kind === ts.SyntaxKind.TemplateMiddle;
    return { start: part.getStart(source) + 1, end: part.end - (opens ? 2 : 1), text: part.text };
  });
}

/** An expression of a style sheet mostly holds declarations of another one, so a declaration stands in for it. */
const standIn = (index: number): string => `--expression-${String(index)}:0;`;

async function cssEdits(pieces: readonly Piece[]): Promise<Edit[]> {
  const css = pieces.map(({ text }, index) => (index === 0 ? '' : standIn(index)) + text).join('');
  // Declarations that other style sheets hold keep the semicolon at their end: more may follow.
  const bare = !css.includes('{');
  const { code, warnings } = await transform(bare ? `a{${css}}` : css, { loader: 'css', minifyWhitespace: true, charset: 'utf8' });
  const [warning] = warnings;
  // Part of a selector or a value, which cannot be told from here: it stays as it is.
  if (warning && pieces.length > 1) return [];
  if (warning) throw new Error(`${warning.text} in ${css.trim().slice(0, 80)}`);
  const minified = bare ? `${code.trim().slice(2, -1)};` : code.trim();
  const texts = minified.split(/--expression-\d+:0;?/);
  if (texts.length !== pieces.length) return [];
  return pieces.flatMap(({ start, end, text }, index) => {
    const shorter = texts[index] ?? '';
    return shorter.length < text.length ? [{ start, end, text: shorter.replace(/[\\`]|\$\{/g, '\\$&') }] : [];
  });
}

/** Where in HTML one is: between tags, in a tag, in a quoted value, in a comment, or in an element whose white space is its own. */
type Where = 'text' | 'tag' | { readonly until: RegExp; readonly then: 'text' | 'tag' };

function htmlEdits(code: string, pieces: readonly Piece[]): Edit[] {
  const edits: Edit[] = [];
  let where: Where = 'text';
  let element = '';
  for (const { start, end } of pieces) {
    for (let at = start; at < end;) {
      const rest = code.slice(at, end);
      if (typeof where === 'object') {
        const found: RegExpExecArray | null = where.until.exec(rest);
        if (!found) break;
        at += found.index + found[0].length;
        where = where.then;
        continue;
      }
      const blank = /^\s+/.exec(rest)?.[0];
      if (blank !== undefined) {
        const text = where === 'tag' && rest.startsWith('>', blank.length) ? '' : ' ';
        if (text !== blank) edits.push({ start: at, end: at + blank.length, text });
        at += blank.length;
        continue;
      }
      const tag: RegExpExecArray | null = where === 'text' ? /^<\/?([a-z][\w-]*)/i.exec(rest) : null;
      if (tag) {
        element = tag[0].startsWith('</') ? '' : (tag[1] ?? '');
        where = 'tag';
      } else if (where === 'text' && rest.startsWith('<!--')) where = { until: /-->/, then: 'text' };
      else if (where === 'tag' && /^["']/.test(rest)) where = { until: rest.startsWith('"') ? /"/ : /'/, then: 'tag' };
      else if (where === 'tag' && rest.startsWith('>'))
        where = /^(?:pre|textarea|script|style|title)$/i.test(element)
          ? { until: new RegExp(`(?=</${element})`, 'i'), then: 'text' }
          : 'text';
      at += tag?.[0].length ?? 1;
    }
  }
  return edits;
}

/** The same source map for the shorter text. What pointed into white space that is gone points at what follows it. */
function movedMap(map: string, code: string, shorter: string, edits: readonly Edit[]): string {
  const parsed = JSON.parse(map) as { mappings: string };
  const from = lineStarts(code);
  const to = lineStarts(shorter);
  const moved: SourceMapMappings = to.map(() => []);
  let edit = 0;
  let by = 0;
  let line = 0;
  for (const [index, segments] of decode(parsed.mappings).entries()) {
    for (const [column, ...original] of segments) {
      const offset = (from[index] ?? 0) + column;
      for (let next = edits[edit]; next && next.end <= offset; next = edits[(edit += 1)]) by += next.text.length - (next.end - next.start);
      const within = edits[edit];
      const place = by + (within && within.start < offset ? within.start + within.text.length : offset);
      while ((to[line + 1] ?? Infinity) <= place) line += 1;
      moved[line]?.push([place - (to[line] ?? 0), ...original] as (typeof segments)[number]);
    }
  }
  return JSON.stringify({ ...parsed, mappings: encode(moved) });
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
}
