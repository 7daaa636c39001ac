import { render, type TemplateResult } from 'lit';
import { expectSameAsLit } from './same-as-lit.ts';

/** What a test put into the page is taken out after it. */
const places: Element[] = [];

afterEach(() => {
  for (const place of places.splice(0)) place.remove();
});

interface Updating extends Element {
  readonly updateComplete?: Promise<unknown>;
}

/**
 * Renders a template into the page and waits until every element in it has rendered.
 * @returns the element that holds it, in the page until the test ends.
 */
export async function page(template: TemplateResult): Promise<HTMLElement> {
  const place = newPlace();
  render(template, place);
  await rendered(place);
  return place;
}

/** {@link page}, for a template with one element at its top: returns that. */
export async function fixture<E extends Element = HTMLElement>(template: TemplateResult): Promise<E> {
  const { firstElementChild } = await page(template);
  if (!firstElementChild) throw new Error('the template of this fixture has no element');
  return firstElementChild as E;
}

/** Waits until all elements in the tree, those in open shadow roots too, have finished their updates. */
export async function rendered(root: ParentNode): Promise<void> {
  for (const element of root.querySelectorAll<Updating>('*')) {
    if (element.hasAttribute('defer-hydration')) continue; // told to wait: it has nothing to finish
    await element.updateComplete;
    if (element.shadowRoot) await rendered(element.shadowRoot);
  }
}

/** `generated`: the bare tag writes its own HTML. `enhanced`: the tag stands around HTML that the server wrote. */
export type Way = 'generated' | 'enhanced';

/** One element, told in both of its ways. Both have to come to the same thing. */
export interface BothWays<Options> {
  /** The tag, defined by the test's own import. */
  tag: string;
  /** Attributes of the bare tag that generates. True writes the attribute empty; false and undefined leave it out. */
  attributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Properties set on the tag before it is in the page, in both ways. */
  properties?: Readonly<Record<string, unknown>>;
  /** The template function the server renders. It is found on the server by its name, so it has to be exported from {@link from}. */
  template: (options: Options) => TemplateResult;
  /** The template's options, in data that JSON can carry. */
  options: NoInfer<Options>;
  /** The module that exports the template; the elements' templates by default. */
  from?: string;
  /** Attributes of the tag around server-written HTML; none by default. */
  enhancedAttributes?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Where the tag goes: a form of its own by default, so that form data can be read. */
  inside?: 'form' | 'div';
  /** Attributes and properties are set while the tag is not yet an element of ours, as in a page whose script comes late. */
  inert?: boolean;
}

/**
 * One test, run twice: with the element generated from its tag, and enhancing server-written HTML.
 *
 * @example
 * bothWays('takes its label’s click', {
 *   tag: 'council-text-input', attributes: { label: 'Full name', name: 'name' },
 *   template: textInputTemplate, options: { label: { text: 'Full name' }, name: 'name' },
 * }, (element: CouncilTextInput) => { … });
 */
export function bothWays<E extends HTMLElement, Options>(
  name: string,
  what: BothWays<Options>,
  test: (element: E, way: Way) => void | Promise<void>,
): void {
  for (const way of ['generated', 'enhanced'] as const) {
    it(`${name} (${way})`, async () => {
      await test((await make(what, way)) as E, way);
    });
  }
}

/** Puts an element into the page in one of its ways, as {@link bothWays} does for each. */
export async function make<Options>(what: BothWays<Options>, way: Way): Promise<HTMLElement> {
  // A document without a window upgrades nothing: the element is upgraded when it comes into the page.
  const owner = what.inert ? document.implementation.createHTMLDocument() : document;
  const element = owner.createElement(what.tag);
  if (!customElements.get(what.tag)) throw new Error(`<${what.tag}> is not defined: import its define module in the test`);
  const attributes = way === 'generated' ? what.attributes : what.enhancedAttributes;
  for (const [attribute, value] of Object.entries(attributes ?? {})) {
    if (value !== undefined && value !== false) element.setAttribute(attribute, value === true ? '' : String(value));
  }
  Object.assign(element, what.properties);
  if (way === 'enhanced') element.append(...(await serverWritten(what.template, what.options, what.from)));
  const place = newPlace();
  const inside = what.inside ?? 'form';
  const around = inside === 'div' ? place : document.createElement(inside);
  if (around !== place) place.append(around);
  around.append(element);
  await rendered(place);
  return element;
}

/**
 * The nodes that a template renders to on the server, by the renderer that writes a council's pages. They come as a parsed document, because
 * the pages of the tests, like the pages of councils, take no string of HTML. Each is compared with what Lit builds in this browser.
 */
export async function serverWritten<Options>(
  template: (options: Options) => TemplateResult,
  options: Options,
  from = '@council-kit/elements/templates.js',
): Promise<Node[]> {
  const answer = await new Promise<Document>((done, fail) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/server-written');
    request.responseType = 'document';
    request.onload = () => {
      if (request.status === 200 && request.responseXML) done(request.responseXML);
      else fail(new Error(`the server could not write this template: ${request.responseXML?.body.textContent ?? request.status}`));
    };
    request.onerror = () => fail(new Error('the test server did not answer'));
    request.send(JSON.stringify({ from, template: template.name, options }));
  });
  const nodes = [...answer.body.childNodes].map((node) => document.importNode(node, true));
  expectSameAsLit(nodes, template(options));
  return nodes;
}

function newPlace(): HTMLElement {
  const place = document.createElement('div');
  document.body.append(place);
  places.push(place);
  return place;
}
