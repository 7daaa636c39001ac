import type { TemplateResult } from 'lit';
import { directive, Directive, type ChildPart, type DirectiveResult } from 'lit/directive.js';

/** The characters of a text that HTML would read as its own. */
const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A textarea's text is its content, where templates take no expression on the server
 * (https://lit.dev/docs/templates/expressions/#invalid-locations). In the browser the textarea's own template sets it by
 * `.defaultValue`, which is that content; on the server it is written into the template, escaped.
 */
class TextareaContent extends Directive {
  override render(textarea: TemplateResult, text: string): TemplateResult {
    if (text === '') return textarea;
    const strings = [...textarea.strings];
    const content = text.replace(/[&<>]/g, (character) => escapes[character] ?? character);
    const last = strings.length - 1;
    // The parser drops one line break after the start tag: https://html.spec.whatwg.org/multipage/syntax.html#element-restrictions
    strings[last] = (strings[last] ?? '').replace('></textarea>', () => `>\n${content}</textarea>`);
    return { ...textarea, strings: Object.assign(strings, { raw: strings }) as unknown as TemplateStringsArray };
  }

  override update(_part: ChildPart, [textarea]: [TemplateResult, string]): TemplateResult {
    return textarea;
  }
}

const content: (textarea: TemplateResult, text: string) => DirectiveResult<typeof TextareaContent> = directive(TextareaContent);

/**
 * A template of one `<textarea …></textarea>` with text in it, on the server as well.
 * @param textarea ends with `></textarea>` and sets `.defaultValue` to the same text.
 */
export function withContent(textarea: TemplateResult, text: string): DirectiveResult {
  return content(textarea, text);
}
