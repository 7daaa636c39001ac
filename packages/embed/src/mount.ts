/**
 * Editors strip tags they do not know (TinyMCE, CKEditor, WordPress for authors), but leave a `div` with data attributes.
 * `<div data-council="report-issue" data-gateway="https://…">` becomes the widget, with what was inside as its fallback.
 */
export function mount(name: string, root: ParentNode = document): void {
  for (const place of root.querySelectorAll<HTMLElement>(`div[data-council="${name}"]`)) {
    const widget = document.createElement(`council-${name}`);
    for (const { name: attribute, value } of place.attributes) {
      if (attribute.startsWith('data-') && attribute !== 'data-council') widget.setAttribute(attribute.slice('data-'.length), value);
    }
    if (place.lang) widget.lang = place.lang;
    widget.append(...place.childNodes);
    place.replaceWith(widget);
  }
}
