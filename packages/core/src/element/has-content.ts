/** What editors put into an element that is empty, so that a cursor can stand in it. */
const filler = /^(?:b|br|div|em|font|i|p|span|strong|u|wbr)$/;

/** Blanks, those that `trim` knows and those without a width: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point */
const blank = /^[\s\p{Default_Ignorable_Code_Point}]*$/u;

/** Where Lit, Vue and Svelte put what comes later. */
const place = /^(?:\?lit\$.*|lit-part.*|v-if|)$/;

/** Whether somebody wrote children. An empty paragraph or a line break that a CMS's editor left there is none. */
export function hasContent(element: Element, within = false): boolean {
  for (const node of element.childNodes) {
    if (node instanceof Text && !blank.test(node.data)) return true;
    if (within && node instanceof Comment && place.test(node.data)) return true;
    if (node instanceof Element && (!isFiller(node) || hasContent(node, true))) return true;
  }
  return false;
}

/** Something that is referred to, or that belongs to one of our templates, is no filler, even while it is empty. */
function isFiller(element: Element): boolean {
  return filler.test(element.localName) && element.id === '' && !element.className.includes('council-');
}
