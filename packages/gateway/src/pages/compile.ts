/**
 * Reads a Lit template's strings once and cuts them at their expressions, as lit-html does in the browser:
 * https://lit.dev/docs/templates/expressions/
 */

/** What is written for one stretch of a template: fixed text, or the value of an expression in its place. */
export type Step =
  | string
  | { readonly kind: 'child'; readonly value: number }
  /** Inside `<title>` and `<textarea>`, where there is no markup. */
  | { readonly kind: 'text'; readonly value: number }
  | { readonly kind: 'attribute'; readonly name: string; readonly tag: string; readonly value: number; readonly strings: readonly string[] }
  | { readonly kind: 'boolean' | 'property'; readonly name: string; readonly tag: string; readonly value: number }
  /** The text of a `<textarea .value=…>`: HTML has no attribute for it. */
  | { readonly kind: 'textarea'; readonly value: number };

type State =
  'text' | 'comment' | 'declaration' | 'tag-name' | 'end-tag' | 'in-tag' | 'attribute-name' | 'before-value' | 'quoted' | 'unquoted';

/** Elements whose content is text up to their end tag. */
const RAW = new Set(['textarea', 'title', 'style', 'script']);

/** Cuts one template. Throws where an expression stands in a place that has no meaning on the server. */
export function compile(strings: readonly string[]): readonly Step[] {
  const reader = new TemplateReader();
  strings.forEach((text, index) => {
    reader.read(text);
    if (index < strings.length - 1) reader.expression(index);
  });
  return reader.finish();
}

class TemplateReader {
  readonly #steps: Step[] = [];
  #fixed = '';
  #state: State = 'text';
  #tag = '';
  /** The raw element we are in, or ''. */
  #raw = '';
  #name = '';
  /** Where in `#fixed` the attribute being read begins. */
  #nameAt = 0;
  #quote = '';
  /** The attribute's value so far, cut at its expressions; undefined while it has none. */
  #cuts: { strings: string[]; readonly value: number } | undefined;
  #text = '';
  /** The expression of this tag's `.value`, to be written after a `<textarea>`'s start tag. */
  #textareaValue: number | undefined;

  read(text: string): void {
    for (let at = 0; at < text.length; at++) {
      const character = text.charAt(at);
      switch (this.#state) {
        case 'text':
          if (character === '<' && this.#opens(text, at)) break;
          this.#fixed += character;
          break;
        case 'comment':
          this.#fixed += character;
          if (character === '>' && this.#fixed.endsWith('-->')) this.#state = 'text';
          break;
        case 'declaration':
        case 'end-tag':
          this.#fixed += character;
          if (character === '>') this.#state = 'text';
          break;
        case 'tag-name':
          if (/[\s/>]/.test(character)) {
            this.#state = 'in-tag';
            at--;
          } else {
            this.#tag += character.toLowerCase();
            this.#fixed += character;
          }
          break;
        case 'in-tag':
          this.#inTag(character);
          break;
        case 'attribute-name':
          if (character === '=') {
            this.#fixed += character;
            this.#text = '';
            this.#state = 'before-value';
          } else if (/[\s/>]/.test(character)) {
            this.#state = 'in-tag';
            at--;
          } else {
            this.#name += character;
            this.#fixed += character;
          }
          break;
        case 'before-value':
          if (character === '"' || character === "'") {
            this.#quote = character;
            this.#fixed += character;
            this.#state = 'quoted';
          } else if (!/\s/.test(character)) {
            this.#state = 'unquoted';
            at--;
          }
          break;
        case 'quoted':
          if (character === this.#quote) {
            if (this.#cuts) this.#endAttribute();
            else this.#fixed += character;
            this.#state = 'in-tag';
          } else this.#valueCharacter(character);
          break;
        case 'unquoted':
          if (/[\s>]/.test(character)) {
            if (this.#cuts) this.#endAttribute();
            this.#state = 'in-tag';
            at--;
          } else this.#valueCharacter(character);
          break;
      }
    }
  }

  expression(value: number): void {
    switch (this.#state) {
      case 'text':
        if (this.#raw === 'style' || this.#raw === 'script')
          throw new Error(`An expression inside <${this.#raw}> cannot be written safely.`);
        this.#flush();
        this.#steps.push({ kind: this.#raw === '' ? 'child' : 'text', value });
        return;
      case 'before-value':
      case 'quoted':
      case 'unquoted':
        if (this.#state === 'before-value') this.#state = 'unquoted';
        this.#cuts ??= { strings: [], value };
        this.#cuts.strings.push(this.#text);
        this.#text = '';
        return;
      case 'in-tag': // An element directive (`ref`): for the browser.
      case 'comment':
        return;
      default:
        throw new Error(`An expression stands where a tag or attribute name should be: …${this.#fixed.slice(-40)}`);
    }
  }

  finish(): readonly Step[] {
    this.#flush();
    return this.#steps;
  }

  /** Whether a `<` in text begins a tag or the like; if so, it is taken. */
  #opens(text: string, at: number): boolean {
    const after = text.slice(at + 1, at + 12).toLowerCase();
    if (this.#raw !== '') {
      if (!after.startsWith(`/${this.#raw}`)) return false;
      this.#raw = '';
      this.#state = 'end-tag';
    } else if (after.startsWith('!--')) this.#state = 'comment';
    else if (after.startsWith('!')) this.#state = 'declaration';
    else if (after.startsWith('/')) this.#state = 'end-tag';
    else if (/^[a-z]/.test(after)) {
      this.#state = 'tag-name';
      this.#tag = '';
      this.#textareaValue = undefined;
    } else return false;
    this.#fixed += '<';
    return true;
  }

  #inTag(character: string): void {
    if (character === '>') {
      this.#fixed += '>';
      this.#state = 'text';
      if (RAW.has(this.#tag)) this.#raw = this.#tag;
      if (this.#tag === 'textarea' && this.#textareaValue !== undefined) {
        this.#flush();
        this.#steps.push({ kind: 'textarea', value: this.#textareaValue });
      }
    } else if (/[\s/]/.test(character)) this.#fixed += character;
    else {
      this.#nameAt = this.#fixed.length;
      this.#name = character;
      this.#fixed += character;
      this.#state = 'attribute-name';
    }
  }

  #valueCharacter(character: string): void {
    this.#text += character;
    if (!this.#cuts) this.#fixed += character;
  }

  #endAttribute(): void {
    const { strings, value } = this.#cuts ?? { strings: [], value: 0 };
    strings.push(this.#text);
    this.#cuts = undefined;
    // What was written of it so far (`name="fixed…`) is taken back: the value decides whether it is written at all.
    this.#fixed = this.#fixed.slice(0, this.#nameAt).trimEnd();
    const prefix = this.#name.charAt(0);
    const name = this.#name.slice(1);
    if (prefix === '@') return;
    this.#flush();
    if (prefix === '?') this.#steps.push({ kind: 'boolean', name, tag: this.#tag, value });
    else if (prefix === '.' && this.#tag === 'textarea' && name === 'value') this.#textareaValue = value;
    else if (prefix === '.') this.#steps.push({ kind: 'property', name, tag: this.#tag, value });
    else this.#steps.push({ kind: 'attribute', name: this.#name, tag: this.#tag, value, strings });
  }

  #flush(): void {
    if (this.#fixed !== '') this.#steps.push(this.#fixed);
    this.#fixed = '';
  }
}
