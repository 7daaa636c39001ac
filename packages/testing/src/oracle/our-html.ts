import * as templates from '@council-kit/elements/templates.js';
import { renderToString } from '@council-kit/gateway';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { notAsked } from './deviations.ts';
import type { Fixture } from './fixtures.ts';

/** Where our name for a component is not GOV.UK Frontend's. */
const ourNames: Readonly<Record<string, string>> = { input: 'textInput', 'character-count': 'textarea' };

type Template = (options: Record<string, unknown>, content?: unknown) => unknown;

/** Our template function for one of GOV.UK Frontend's components, if there is one. */
export function templateOf(component: string): Template | undefined {
  const name = ourNames[component] ?? component.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  return (templates as Record<string, unknown>)[`${name}Template`] as Template | undefined;
}

/** Why a fixture cannot be put to our template at all; undefined when it can. */
export function leftOut({ component, name, options }: Fixture): string | undefined {
  if (holds(options, 'attributes')) return '`attributes` has no counterpart, by design: a template’s attributes are its own';
  return notAsked.find((each) => each.component === component && each.fixture.test(name))?.reason;
}

/** What our template makes of a fixture's options, as a server would write it. */
export function ourHtml(fixture: Fixture, template: Template): string {
  const { component, options, callBlock } = fixture;
  const ours = convert(component === 'character-count' ? countOptions(options) : options) as Record<string, unknown>;
  const block = callBlock ? unsafeHTML(callBlock.join('\n')) : undefined;
  // The one component of ours that stands around others takes them as its second argument.
  const written =
    component === 'fieldset' ? template(ours, block ?? ours['text'] ?? '') : template(block ? { ...ours, text: block } : ours);
  return renderToString(written);
}

/** `maxlength` is of characters, `maxwords` of words: the same as their `countType`. */
function countOptions({ countType, maxlength, ...options }: Record<string, unknown>): Record<string, unknown> {
  return countType === 'words' ? { ...options, maxwords: maxlength } : { ...options, maxlength };
}

/**
 * GOV.UK Frontend's options in our form: `html` and `…Html` are markup that the test trusts, given where we take a template;
 * `govuk-` classes are ours of the same name.
 */
function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const converted: Record<string, unknown> = {};
  for (const [key, inner] of entries) {
    if (key === 'html' || key.endsWith('Html')) continue;
    converted[key] = key === 'classes' && typeof inner === 'string' ? inner.replaceAll('govuk-', 'council-') : convert(inner);
  }
  for (const [key, inner] of entries) {
    if (key === 'html' && inner) converted['text'] = unsafeHTML(String(inner));
    else if (key.endsWith('Html') && inner) converted[key.replace(/Html$/, 'Text')] = unsafeHTML(String(inner));
  }
  return converted;
}

function holds(value: unknown, wanted: string): boolean {
  if (Array.isArray(value)) return value.some((inner) => holds(inner, wanted));
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => key === wanted || holds(inner, wanted));
}
