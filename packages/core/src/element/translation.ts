/**
 * Pages that a browser translates. A translator puts an element of its own (`<font>`) where each text was. Lit goes on writing to the
 * text that is no longer there: old words stay beside new values, and what is removed is looked for where it is not:
 * https://github.com/facebook/react/issues/11538. So the texts are put back while something is rendered, and the translated ones where
 * nothing has changed. What has changed the translator finds by itself, as it finds any new text.
 */
// eslint-disable-next-line no-restricted-imports -- the one that all others use
import { render as litRender, type RenderOptions } from 'lit';

/** The text that a translator's element stands for. */
const originals = new WeakMap<Node, Text>();
let observer: MutationObserver | undefined;

/** Notes from now on which text a translator replaces in a document or a shadow root. */
export function watchTranslation(root: Node): void {
  observer ??= new MutationObserver(note);
  // A root that is watched already is not watched twice: https://dom.spec.whatwg.org/#dom-mutationobserver-observe
  observer.observe(root, { childList: true, subtree: true });
}

function note(records: readonly MutationRecord[]): void {
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    const [text] = removedNodes;
    if (!(text instanceof Text)) continue;
    // In place of it, or beside it before it was taken away.
    const font = [addedNodes[0], previousSibling, nextSibling].find((node) => node?.nodeName === 'FONT' && !originals.has(node));
    if (font) originals.set(font, text);
  }
}

/** Observers of elements' children, with what each does when they change. */
const hearing = new Map<MutationObserver, () => void>();

/** Tells an observer of children nothing of texts that are put back for a moment: two elements would wake each other for ever. */
export function hearWords(observer: MutationObserver, changed: () => void, signal: AbortSignal): void {
  hearing.set(observer, changed);
  signal.addEventListener('abort', () => hearing.delete(observer));
}

/** Runs work that changes an element, without telling its own observer. */
export function unheard(observer: MutationObserver, work: () => void): void {
  const changed = hearing.get(observer);
  hearing.delete(observer);
  work();
  observer.takeRecords();
  if (changed) hearing.set(observer, changed);
}

/** Those that have something to hear; it is taken from them. */
const heard = (): (() => void)[] => [...hearing].flatMap(([each, changed]) => (each.takeRecords().length > 0 ? [changed] : []));

/** Does what renders into a root, in the texts as they were written. */
export function inOwnWords<Value>(root: ParentNode, work: () => Value): Value {
  if (observer) note(observer.takeRecords());
  const fonts = root.querySelectorAll('font');
  if (fonts.length === 0) return work();
  const before = heard();
  const replaced: (readonly [font: Element, text: Text, words: string, inside: Node | null])[] = [];
  for (const font of fonts) {
    const text = originals.get(font);
    if (text === undefined) continue;
    replaced.push([font, text, text.data, font.contains(text) ? text.parentNode : null]);
    font.replaceWith(text);
  }
  heard();
  try {
    return work();
  } finally {
    const changed = new Set([...before, ...heard()]);
    for (const [font, text, words, inside] of replaced) {
      if (!root.contains(text) || text.data !== words) continue;
      text.replaceWith(font);
      inside?.appendChild(text);
    }
    // What was done here is known.
    observer?.takeRecords();
    heard();
    for (const each of changed) queueMicrotask(each);
  }
}

/** Where nothing can have been translated yet. */
export const renderFirst = litRender;

/** Lit's `render`, also in a page that is translated. */
export function render(value: unknown, container: HTMLElement | DocumentFragment, options?: RenderOptions): void {
  inOwnWords(container, () => litRender(value, container, options));
}

const written = new WeakMap<Element, string>();

/** Writes an element's words, unless they are there: as they were written, or as a translator has them. */
export function setWords(element: Element, words: string): void {
  if (written.get(element) === words) return;
  written.set(element, words);
  element.textContent = words;
}
