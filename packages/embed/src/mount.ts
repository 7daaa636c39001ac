/**
 * Editors strip tags they do not know (TinyMCE, CKEditor, WordPress for authors), but leave a `div` with data attributes.
 * `<div data-council="report-issue" data-gateway="https://…">` becomes the widget, with what was inside as its fallback.
 *
 * @returns the widgets, those that stand there as tags as well
 */
export function mount<Tag extends `council-${string}` & keyof HTMLElementTagNameMap>(
  tag: Tag,
  root: ParentNode = document,
): HTMLElementTagNameMap[Tag][] {
  for (const place of root.querySelectorAll<HTMLElement>(`div[data-council="${tag.slice('council-'.length)}"]`)) {
    const widget = document.createElement(tag);
    for (const { name: attribute, value } of place.attributes) {
      if (attribute.startsWith('data-') && attribute !== 'data-council') widget.setAttribute(attribute.slice('data-'.length), value);
    }
    if (place.lang) widget.lang = place.lang;
    // Whose page it is in is not known, and so neither is its colour.
    widget.setAttribute('padded', '');
    widget.append(...place.childNodes);
    place.replaceWith(widget);
  }
  return [...root.querySelectorAll(tag)];
}
