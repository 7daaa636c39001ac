import { css, type CSSResult } from 'lit';

export const errorSummaryStyles: CSSResult = css`
  council-error-summary {
    display: block;
  }
  .council-error-summary {
    margin: 0 0 var(--council-space-6);
    padding: var(--council-space-3);
    border: var(--council-border-width-wide) solid var(--council-error-summary-border);
    border-radius: var(--council-border-radius);
    background: var(--council-error-summary-background);
    color: var(--council-error-summary-text);
    overflow-wrap: anywhere;
  }
  .council-error-summary:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
  }
  .council-error-summary-title {
    margin: 0 0 var(--council-space-3);
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
  }
  .council-error-summary-body > p {
    margin: 0 0 var(--council-space-3);
  }
  .council-error-summary-list {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .council-error-summary-list > li + li {
    margin-top: var(--council-space-1);
  }
  .council-error-summary-list a:link,
  .council-error-summary-list a:visited {
    color: var(--council-error-summary-link);
    font-weight: var(--council-font-weight-bold);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .council-error-summary-list a:hover {
    text-decoration-thickness: 3px;
  }
  .council-error-summary-list a:focus-visible {
    outline: var(--council-focus-width) solid transparent;
    background: var(--council-colour-focus);
    box-shadow:
      0 -2px var(--council-colour-focus),
      0 4px var(--council-colour-focus-text);
    color: var(--council-colour-focus-text);
    text-decoration: none;
  }
  @media (forced-colors: active) {
    .council-error-summary:focus,
    .council-error-summary-list a:focus-visible {
      outline-color: Highlight;
      outline-offset: 2px;
    }
  }
`;
