/** Does to a page what a browser does that translates it: each text is taken out, and stands in two elements of the translator's. */
export function translate(root: ParentNode): void {
  for (const text of textsOf(root)) {
    if (text.data.trim() === '') continue;
    const [font, inner] = [document.createElement('font'), document.createElement('font')];
    inner.textContent = text.data;
    font.append(inner);
    text.replaceWith(font);
  }
}

/** All that can be read in a tree, in shadow roots too, without blanks. */
export function wordsOf(root: ParentNode): string {
  return textsOf(root)
    .map(({ data }) => data.replace(/\s+/g, ''))
    .join('');
}

/** Not the texts of controls and style sheets: no translator replaces those. */
const kept = 'textarea, option, style, script, svg title';

function textsOf(root: ParentNode): Text[] {
  const texts: Text[] = [];
  for (const node of root.childNodes) {
    if (node instanceof Text) texts.push(node);
    if (!(node instanceof Element) || node.matches(kept)) continue;
    texts.push(...textsOf(node));
    if (node.shadowRoot) texts.push(...textsOf(node.shadowRoot));
  }
  return texts;
}
