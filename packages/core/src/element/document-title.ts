/** The document's title while a widget has its own words there. The page's is kept at its element: another widget may have put words there too. */
export class DocumentTitle {
  #own: string | undefined;
  #put = '';

  /** @param title made from the page's own */
  put(title: (own: string) => string): void {
    this.#own ??= ownTitle();
    document.title = title(this.#own);
    // Read back: the document keeps a title without blanks at its ends.
    this.#put = document.title;
  }

  /** Gives the page its title back, unless something else was put there since. */
  restore(): void {
    if (this.#own === undefined) return;
    if (document.title === this.#put) document.title = this.#own;
    delete document.querySelector('title')?.dataset['councilOwn'];
    this.#own = undefined;
  }
}

function ownTitle(): string {
  const element = document.querySelector('title');
  return element ? (element.dataset['councilOwn'] ??= document.title) : document.title;
}
