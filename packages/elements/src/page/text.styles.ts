import { css, type CSSResult } from 'lit';

/**
 * The declarations that text stands on. Each component's own class sets them, because a stranger's page may style
 * `p`, `dl` or `nav` in its own way.
 */
export const bodyText: CSSResult = css`
  color: var(--council-colour-text);
  font-family: var(--council-font-family);
  font-size: calc(var(--council-font-size-body) * var(--council-rem, 1rem));
  font-weight: var(--council-font-weight-regular);
  line-height: var(--council-line-height-body);
  text-align: start;
  text-transform: none;
`;

/** The same in the size of small print. */
export const smallText: CSSResult = css`
  font-family: var(--council-font-family);
  font-size: calc(var(--council-font-size-small) * var(--council-rem, 1rem));
  font-weight: var(--council-font-weight-regular);
  line-height: var(--council-line-height-body);
`;

/**
 * What a focused link looks like: a block of the focus colour with a thick line under the words, so that it shows on any
 * background (https://www.w3.org/TR/WCAG22/#focus-appearance). The outline is seen where colours are forced.
 */
export const focusedLink: CSSResult = css`
  outline: var(--council-focus-width) solid transparent;
  background-color: var(--council-colour-focus);
  color: var(--council-colour-focus-text);
  text-decoration: none;
  -webkit-box-decoration-break: clone;
  box-decoration-break: clone;
  box-shadow:
    0 -2px var(--council-colour-focus),
    0 4px var(--council-colour-focus-text);
`;
