import { css, type CSSResult } from 'lit';

/**
 * The wall between a stranger's page and what is inside a shadow root. Nothing outside selects what is inside, but the page
 * styles the host, and what is inside inherits from it.
 *
 * - `all: initial` ends inheritance. What hides a part of a page (`visibility`) still hides the widget in it.
 * - `!important` here wins over a page's `* { … !important }`: https://www.w3.org/TR/css-cascade-5/#cascade-sort (context).
 *   Spacing of letters and words is left out of that on purpose: readers set those for a whole page with such a rule
 *   (https://www.w3.org/TR/WCAG22/#text-spacing).
 * - Box properties (margin, width …) stay the page's to set on the tag.
 * - Text sizes multiply `--council-rem`: `medium`, which is the reader's own text size, whatever the page makes of `html`.
 *   A registered property makes `1em` a length here, once; registering `--council-rem` itself would give it a value in the
 *   rest of the page too.
 */
export const wallStyles: CSSResult = css`
  :host {
    all: initial;
    display: block;
    box-sizing: border-box;
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    --council-em: 1em;
    --council-rem: var(--council-em);
    background-color: var(--council-colour-background) !important;
    color: var(--council-colour-text) !important;
    font-family: var(--council-font-family) !important;
    font-size: medium !important;
    font-style: normal !important;
    font-variant: normal !important;
    font-weight: var(--council-font-weight-regular) !important;
    text-align: start !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    text-transform: none !important;
    white-space: normal !important;
    word-break: normal !important;
    -webkit-text-fill-color: currentcolor !important;
    -webkit-text-size-adjust: 100% !important;
    text-size-adjust: 100% !important;
  }
  :host([padded]) {
    padding: calc(0.9375 * var(--council-rem));
  }
  :host([hidden]) {
    display: none;
  }
  /* The host's own size is the measure, so the size of text begins inside. */
  :host > * {
    font-size: calc(var(--council-font-size-body) * var(--council-rem));
    line-height: var(--council-line-height-body);
  }
`;

/** Makes `--council-em` a length. False where a browser cannot (Safari before 16.4, Firefox before 128). */
export function registerEm(): boolean {
  if (typeof CSS === 'undefined' || !('registerProperty' in CSS)) return false;
  try {
    CSS.registerProperty({ name: '--council-em', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // A second copy of the package has done it: a name is registered once a document.
  }
  return true;
}
