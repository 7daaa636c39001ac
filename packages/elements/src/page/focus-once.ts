/**
 * Focuses an element that is not focusable by itself, such as `<main>` or an alert, so that it is read out. It is made
 * focusable only for as long as it has the focus: a click on its words must not focus it.
 */
export function focusOnce(element: HTMLElement, options?: FocusOptions): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  element.focus(options);
  if (root.activeElement === element) return;
  element.tabIndex = -1;
  element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  element.focus(options);
}
