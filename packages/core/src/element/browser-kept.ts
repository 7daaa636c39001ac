/**
 * Text that the browser keeps with the page's entry in its history, as it keeps what is typed, and brings back on Back: for what an
 * element knows beside its native controls (an option that was chosen, how far a search had come). It is not submitted, and it is
 * gone when the browser forgets what was typed.
 *
 * Browsers keep text fields that have a name and do not refuse autocompletion, also hidden ones:
 * https://html.spec.whatwg.org/multipage/browsing-the-web.html#restore-persisted-state. Firefox and WebKit bring back only fields that
 * came with the document; in those, Back finds what a script wrote where the whole page was kept (the back/forward cache).
 */
export class BrowserKept {
  readonly #field = document.createElement('input');
  /** What we wrote last: anything else came from the browser. */
  #written = '';
  #awaited = false;

  constructor() {
    this.#field.hidden = true;
    // Of no form: https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#attr-fae-form
    this.#field.setAttribute('form', '');
  }

  /**
   * Puts the field into the host, where it stays.
   *
   * @param name tells it from others in the page
   * @param restore called with what the browser brought back, when that has been done
   */
  connect(host: Element, name: string, signal: AbortSignal, restore: (kept: string) => void): void {
    this.#field.name = `council-kept-${name}`;
    if (this.#field.parentNode !== host) host.append(this.#field);
    if (document.readyState === 'complete') return;
    // The browser fills fields in again at a time of its own, at the latest before this event.
    this.#awaited = true;
    window.addEventListener(
      'pageshow',
      () => {
        this.#awaited = false;
        const { value } = this.#field;
        if (value !== this.#written) restore(value);
      },
      { signal, once: true },
    );
  }

  keep(text: string): void {
    // It was brought back, and is told when the page is shown.
    if (this.#awaited && this.#field.value !== this.#written) return;
    this.#written = text;
    this.#field.value = text;
  }
}
