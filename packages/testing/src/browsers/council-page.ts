/** What the kit leaves to the page it is in. */
const pageStyles = 'body { background: var(--council-colour-background); margin: 0; padding: 16px; }';

/** Gives the page of a test the styles that a council's page has: what is shown, and where, is part of what a test is about. */
export function dress(tokens: string, styles: readonly { readonly cssText: string }[]): void {
  document.body.className = 'council-body';
  document.adoptedStyleSheets = [tokens, ...styles.map(({ cssText }) => cssText), pageStyles].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
}
