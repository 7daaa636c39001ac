/**
 * While the document is still being parsed, an element that is connected cannot tell whether all its children are there.
 * Its end tag has been parsed when anything follows it, or when the parser is done.
 */
function endTagParsed(element: Element): boolean {
  if (element.ownerDocument.readyState !== 'loading') return true;
  for (let node: Node | null = element; node !== null; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
    if (node.nextSibling !== null) return true;
  }
  return false;
}

/** Elements the parser is still inside of. One observer serves them all: a page can hold thousands. */
const waiting = new Map<Element, () => void>();
let observer: MutationObserver | undefined;

function release(): void {
  for (const [element, callback] of waiting) {
    if (!endTagParsed(element)) continue;
    waiting.delete(element);
    callback();
  }
  if (waiting.size > 0) return;
  observer?.disconnect();
  observer = undefined;
}

/** Calls back once the element's end tag has been parsed: at once, unless the parser is still inside it. */
export function whenParsed(element: Element, callback: () => void): void {
  if (endTagParsed(element)) {
    callback();
    return;
  }
  waiting.set(element, callback);
  if (observer !== undefined) return;
  observer = new MutationObserver(release);
  observer.observe(element.ownerDocument, { childList: true, subtree: true });
  element.ownerDocument.addEventListener('DOMContentLoaded', release, { once: true });
}
