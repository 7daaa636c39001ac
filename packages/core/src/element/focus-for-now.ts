/** Focuses something that is no control, so that it is read out. Only for now: a click on the words of a heading must not focus it. */
export function focusForNow(target: HTMLElement): void {
  target.tabIndex = -1;
  target.addEventListener('blur', () => target.removeAttribute('tabindex'), { once: true });
  target.focus();
}
