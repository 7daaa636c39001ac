import { css, type CSSResult } from 'lit';

export const selectStyles: CSSResult = css`
  council-select {
    display: block;
  }
  .council-select {
    box-sizing: border-box;
    min-width: min(100%, 11.5em);
    max-width: 100%;
    min-height: var(--council-target-size);
    margin: 0;
    padding: var(--council-space-1);
    border: var(--council-border-width-input) solid var(--council-input-border);
    border-radius: var(--council-border-radius);
    background: var(--council-input-background);
    color: var(--council-input-text);
    font: inherit;
    text-overflow: ellipsis;
  }
  .council-select:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    outline-offset: 0;
    border-color: var(--council-colour-focus-text);
    box-shadow: inset 0 0 0 2px var(--council-colour-focus-text);
  }
  /* The list that opens takes its colours from the browser, which does not know that the page is dark. */
  .council-select option {
    background: var(--council-input-background);
    color: var(--council-input-text);
  }
  .council-select:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .council-select--error:not(:focus) {
    border-color: var(--council-input-error-border);
  }
  @media (forced-colors: active) {
    .council-select:focus {
      outline-color: Highlight;
      outline-offset: 2px;
    }
  }
`;
