/**
 * Whether the HTML that a server writes is what Lit's own `render()` builds from the same template: production writes it with the gateway's
 * renderer, and the browser renders the same template again.
 */
import { render, type TemplateResult } from 'lit';

/** Properties that a template may set and a server has to write as attributes: they are compared as the browser reads them. */
const properties = ['value', 'checked', 'selected', 'disabled', 'hidden', 'multiple', 'open', 'readOnly', 'required', 'htmlFor'] as const;
const theirAttributes = new Set([...properties.map((name) => name.toLowerCase()), 'for']);

/** @throws Error that shows the first difference */
export function expectSameAsLit(written: readonly Node[], template: TemplateResult): void {
  // A document without a window upgrades no element and loads nothing.
  const inert = document.implementation.createHTMLDocument();
  const [server, browser] = [inert.createElement('div'), inert.createElement('div')];
  server.append(...written.map((node) => inert.importNode(node, true)));
  render(template, browser, { creationScope: inert });
  const [ours, lits] = [linesOf(server), linesOf(browser)];
  const at = Math.max(ours.length, lits.length);
  for (let index = 0; index < at; index += 1)
    if (ours[index] !== lits[index])
      throw new Error(
        `The server and Lit render different HTML from one template. The server has:\n${around(ours, index)}\nLit has:\n${around(lits, index)}`,
      );
}

const around = (lines: readonly string[], index: number): string => lines.slice(Math.max(0, index - 3), index + 2).join('\n');

/** A line for each element and each text, in order, without Lit's comments. */
function linesOf(root: Element, depth = 0): string[] {
  const lines: string[] = [];
  let text = '';
  const endText = (): void => {
    if (text !== '') lines.push(`${' '.repeat(depth)}${JSON.stringify(text)}`);
    text = '';
  };
  const children = root instanceof HTMLTemplateElement ? root.content.childNodes : root.childNodes;
  // A textarea's text is its value, which is compared as a property.
  if (root.localName !== 'textarea')
    for (const child of children) {
      if (child.nodeType === Node.TEXT_NODE) text += child.nodeValue ?? '';
      if (child.nodeType !== Node.ELEMENT_NODE) continue;
      endText();
      const element = child as Element;
      lines.push(`${' '.repeat(depth)}<${element.localName} ${describe(element)}>`, ...linesOf(element, depth + 1));
    }
  endText();
  return lines;
}

function describe(element: Element): string {
  const attributes = element.getAttributeNames().filter((name) => !theirAttributes.has(name));
  const named = attributes.sort().map((name) => `${name}=${JSON.stringify(element.getAttribute(name))}`);
  const values = element as unknown as Readonly<Record<string, unknown>>;
  const set = properties.filter(
    (name) => !element.localName.includes('-') && name in element && values[name] !== false && values[name] !== '',
  );
  return [...named, ...set.map((name) => `.${name}=${JSON.stringify(values[name])}`)].join(' ');
}
