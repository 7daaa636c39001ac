import axe from 'axe-core';

/**
 * Rules about a whole page (one h1, one main landmark, everything inside a landmark): a component in a test page has none of them.
 * The demo's pages are checked with all rules by their own tests.
 */
const aboutWholePages = ['region', 'landmark-one-main', 'page-has-heading-one', 'document-title', 'html-has-lang', 'bypass'];

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * What axe-core finds wrong with an element and all inside it (open shadow roots too), a sentence for each; empty when all is well.
 * WCAG 2.2 A and AA, and axe's best practices.
 */
export async function accessibilityViolations(element: Element | Document): Promise<string[]> {
  const rules = Object.fromEntries(aboutWholePages.map((rule) => [rule, { enabled: false }]));
  return violations(element, { runOnly: tags, rules });
}

/** {@link accessibilityViolations}, of colour contrast alone. */
export async function contrastViolations(element: Element | Document): Promise<string[]> {
  return violations(element, { runOnly: { type: 'rule', values: ['color-contrast'] } });
}

/** Fails the test unless {@link accessibilityViolations} finds nothing. */
export async function expectAccessible(element: Element | Document): Promise<void> {
  const found = await accessibilityViolations(element);
  if (found.length > 0) throw new Error(`axe-core found ${found.length}:\n${found.join('\n')}`);
}

async function violations(element: Element | Document, options: axe.RunOptions): Promise<string[]> {
  // Without preloading axe asks the network for nothing.
  const { violations } = await axe.run(element, { ...options, resultTypes: ['violations'], preload: false });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id} (${help}): ${html} ${failureSummary ?? ''}`),
  );
}
