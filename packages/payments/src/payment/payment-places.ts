/** The widget's pages as entries of the browser's history, so that Back goes to the question before. */
export class PaymentPlaces {
  readonly #name: string;
  readonly #kept: boolean;

  constructor(name: string, kept: boolean) {
    this.#name = name;
    this.#kept = kept;
  }

  /** A link to a page. With the path: a page with a `<base>` would take a bare hash elsewhere. */
  href(place: string): string {
    return `${location.pathname}${location.search}#${this.#name}=${place}`;
  }

  /** The page that a link of ours leads to. */
  placeOf(link: HTMLAnchorElement): string | undefined {
    return link.hash.startsWith(`#${this.#name}=`) ? link.hash.slice(this.#name.length + 2) : undefined;
  }

  /** Where the address says we are. */
  get current(): string | undefined {
    const here = document.createElement('a');
    here.href = location.href;
    return this.#kept ? this.placeOf(here) : undefined;
  }

  push(place: string): void {
    if (!this.#kept || this.current === place) return;
    try {
      history.pushState(null, '', this.href(place));
    } catch (error) {
      // Sandboxed documents may not write: the widget goes on without.
      console.warn(error);
    }
  }
}
