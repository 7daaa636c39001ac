import type { Content } from '@council-kit/elements/templates.js';

/** A label that may be the page's heading. */
export function asHeading({ text, isPageHeading }: { readonly text: Content; readonly isPageHeading?: boolean }) {
  return { text, isPageHeading, classes: isPageHeading ? 'council-label--l' : undefined };
}

/** An error message, where there is one. */
export function asMessage(text: string | undefined): { readonly text: string } | undefined {
  return text === undefined ? undefined : { text };
}
