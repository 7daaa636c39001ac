/**
 * Lit templates as text.
 *
 * Not @lit-labs/ssr: it writes hydration comments into every part (our elements enhance, they do not hydrate), loses a
 * `<textarea>`'s `.value`, and writes `checked="false"` for `.checked=${false}`, which checks the box. Custom elements are written as the tags they are, with the children the template gives them.
 */
import { noChange, nothing, type TemplateResult } from 'lit';
import { PartType, type DirectiveClass, type PartInfo } from 'lit/directive.js';
import { getDirectiveClass, isTemplateResult } from 'lit/directive-helpers.js';
import { compile, type Step } from './compile.ts';

const compiled = new WeakMap<readonly string[], readonly Step[]>();

/** Renders a template (or list of them, text, nothing …) to HTML, without comments, ready to be sent. */
export function renderToString(value: unknown): string {
  return child(value);
}

function template({ strings, values }: TemplateResult): string {
  let steps = compiled.get(strings);
  if (!steps) {
    steps = compile(strings);
    compiled.set(strings, steps);
  }
  let written = '';
  for (const step of steps) written += typeof step === 'string' ? step : expression(step, values);
  return written;
}

function expression(step: Exclude<Step, string>, values: readonly unknown[]): string {
  switch (step.kind) {
    case 'child':
      return child(values[step.value]);
    case 'text':
      return escape(text(resolved(values[step.value], { type: PartType.CHILD })));
    case 'textarea': {
      const value = text(resolved(values[step.value], { type: PartType.PROPERTY, name: 'value', tagName: 'TEXTAREA' }));
      // The HTML parser drops one line end after the start tag: https://html.spec.whatwg.org/#parsing-main-inbody
      return escape(value.startsWith('\n') ? `\n${value}` : value);
    }
    case 'boolean': {
      const value = resolved(values[step.value], { type: PartType.BOOLEAN_ATTRIBUTE, name: step.name, tagName: step.tag.toUpperCase() });
      return value && value !== nothing && value !== noChange ? ` ${step.name}` : '';
    }
    case 'property':
      return property(
        step.tag,
        step.name,
        resolved(values[step.value], { type: PartType.PROPERTY, name: step.name, tagName: step.tag.toUpperCase() }),
      );
    case 'attribute':
      return attribute(step, values);
  }
}

function child(raw: unknown): string {
  const value = getDirectiveClass(raw) ? resolved(raw, { type: PartType.CHILD }) : raw;
  if (typeof value === 'string') return escape(value);
  if (value === undefined || value === null || value === nothing || value === noChange) return '';
  if (isTemplateResult(value)) {
    if (!('strings' in value)) throw new Error('A compiled template cannot be rendered on the server.');
    return template(value as TemplateResult);
  }
  if (typeof value === 'object' && Symbol.iterator in value) {
    let written = '';
    for (const item of value as Iterable<unknown>) written += child(item);
    return written;
  }
  return escape(String(value));
}

function attribute({ name, tag, value: first, strings }: Extract<Step, { kind: 'attribute' }>, values: readonly unknown[]): string {
  const single = strings.length === 2 && strings[0] === '' && strings[1] === '';
  let written = strings[0] ?? '';
  for (let index = 1; index < strings.length; index++) {
    const raw = values[first + index - 1];
    const value = getDirectiveClass(raw)
      ? // lit-html leaves `strings` out for an attribute that is one expression; classMap and live look at that.
        resolved(raw, { type: PartType.ATTRIBUTE, name, tagName: tag.toUpperCase(), ...(!single && { strings }) } as PartInfo)
      : raw;
    if (value === nothing || value === noChange) return '';
    written += text(value) + (strings[index] ?? '');
  }
  return ` ${name}="${escape(written)}"`;
}

/** Properties of native controls that an attribute sets: those a form's first view depends on. Others are for scripts. */
const reflected: Readonly<Record<string, string>> = {
  className: 'class',
  htmlFor: 'for',
  id: 'id',
  name: 'name',
  type: 'type',
  value: 'value',
  href: 'href',
  src: 'src',
  alt: 'alt',
  title: 'title',
  lang: 'lang',
  min: 'min',
  max: 'max',
  step: 'step',
  placeholder: 'placeholder',
  maxLength: 'maxlength',
  tabIndex: 'tabindex',
  autocomplete: 'autocomplete',
};
const reflectedBooleans: Readonly<Record<string, string>> = {
  checked: 'checked',
  disabled: 'disabled',
  hidden: 'hidden',
  multiple: 'multiple',
  open: 'open',
  readOnly: 'readonly',
  required: 'required',
  selected: 'selected',
};

function property(tag: string, name: string, value: unknown): string {
  if (tag.includes('-') || value === nothing || value === noChange || value === null || value === undefined) return '';
  const boolean = Object.hasOwn(reflectedBooleans, name) ? reflectedBooleans[name] : undefined;
  if (boolean !== undefined) return value ? ` ${boolean}` : '';
  if (name === 'value' && tag !== 'input' && tag !== 'option' && tag !== 'button' && tag !== 'li' && tag !== 'progress' && tag !== 'meter')
    return '';
  const plain = Object.hasOwn(reflected, name) ? reflected[name] : undefined;
  return plain === undefined ? '' : ` ${plain}="${escape(text(value))}"`;
}

/** What a directive gives when it renders; the value itself where it is none. */
function resolved(value: unknown, part: PartInfo | { type: typeof PartType.CHILD }): unknown {
  let current = value;
  for (let Class = getDirectiveClass(current); Class; Class = getDirectiveClass(current)) {
    // The shape of a directive's result is lit-html's own; @lit-labs/ssr reads it in the same way.
    const { values } = current as { readonly values: readonly unknown[] };
    current = new (Class as DirectiveClass)(part as PartInfo).render(...values);
  }
  return current;
}

function text(value: unknown): string {
  return value === null || value === undefined || value === nothing || value === noChange ? '' : String(value);
}

const special = /[&<>"']/;
const replacements: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escape(value: string): string {
  return special.test(value) ? value.replace(/[&<>"']/g, (character) => replacements[character] ?? character) : value;
}
