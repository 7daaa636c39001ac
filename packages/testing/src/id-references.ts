/** Attributes that name elements by id (HTML, WAI-ARIA 1.2). Each takes a list of ids, some of one. */
const referring = [
  'for',
  'form',
  'list',
  'headers',
  'popovertarget',
  'commandfor',
  'aria-activedescendant',
  'aria-controls',
  'aria-describedby',
  'aria-details',
  'aria-errormessage',
  'aria-flowto',
  'aria-labelledby',
  'aria-owns',
] as const;

const selector = [...referring.map((attribute) => `[${attribute}]`), 'a[href^="#"]', 'area[href^="#"]', 'use[href^="#"]'].join(',');

/**
 * Every id reference in a tree that points at nothing: `for`, `form`, `list`, `headers`, `aria-*` and links to `#…`, each of which
 * has to resolve in the root it is in, through open shadow roots. Also ids that one root holds twice, of which only the first is found.
 * @returns a sentence for each; empty when all is well.
 */
export function danglingReferences(top: ParentNode & Node): string[] {
  const found: string[] = [];
  const root = top.getRootNode() as Document | ShadowRoot | Element;
  const resolves = (id: string): boolean => root.querySelector(`#${CSS.escape(id)}`) !== null;
  for (const element of everything(top)) {
    if (element.matches(selector)) {
      for (const attribute of referring) {
        for (const id of element.getAttribute(attribute)?.split(/\s+/) ?? []) {
          if (id !== '' && !resolves(id)) found.push(`${openingTag(element)}: ${attribute} names “${id}”, which is not in its tree`);
        }
      }
      const href = element.getAttribute('href');
      // `#` and `#top` are the page itself (https://html.spec.whatwg.org/multipage/browsing-the-web.html#scrolling-to-a-fragment).
      if (href?.startsWith('#') && href !== '#' && href.toLowerCase() !== '#top' && !resolves(decodeURIComponent(href.slice(1)))) {
        found.push(`${openingTag(element)}: href names “${href}”, which is not in its tree`);
      }
    }
    if (
      element.id !== '' &&
      root.querySelectorAll(`#${CSS.escape(element.id)}`).length > 1 &&
      root.querySelector(`#${CSS.escape(element.id)}`) === element
    ) {
      found.push(`${openingTag(element)}: the id “${element.id}” is given more than once in its tree`);
    }
    if (element.shadowRoot) found.push(...danglingReferences(element.shadowRoot));
  }
  return found;
}

function everything(top: ParentNode & Node): Element[] {
  const inside = [...top.querySelectorAll('*')];
  return top instanceof Element ? [top, ...inside] : inside;
}

function openingTag(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => ` ${name}="${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`);
  return `<${element.localName}${attributes.join('')}>`;
}
