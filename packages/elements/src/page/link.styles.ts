import { css, type CSSResult } from 'lit';
import { focusedLink } from './text.styles.ts';

/** Links, in text and standing alone. */
export const linkStyles: CSSResult = css`
  .council-link {
    color: var(--council-colour-link);
    font-family: inherit;
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
  }
  .council-link:visited {
    color: var(--council-colour-link-visited);
  }
  .council-link--no-visited:visited {
    color: var(--council-colour-link);
  }
  .council-link:hover {
    color: var(--council-colour-link-hover);
    text-decoration-thickness: max(3px, 0.1875em);
    text-decoration-skip-ink: none;
  }
  .council-link:active {
    color: var(--council-colour-link-active);
  }
  .council-link--no-underline:not(:hover, :active) {
    text-decoration: none;
  }
  .council-link--inverse,
  .council-link--inverse:is(:visited, :hover, :active) {
    color: inherit;
  }
  .council-link:focus {
    ${focusedLink}
  }
  @media print {
    .council-link[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
      overflow-wrap: anywhere;
    }
  }
`;
