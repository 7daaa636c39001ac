import { css, type CSSResult } from 'lit';

export const textareaStyles: CSSResult = css`
  council-textarea {
    display: block;
  }
  .council-textarea {
    box-sizing: border-box;
    display: block;
    width: 100%;
    min-height: var(--council-target-size);
    margin: 0 0 var(--council-space-1);
    padding: var(--council-space-1) var(--council-space-2);
    border: var(--council-border-width-input) solid var(--council-input-border);
    border-radius: var(--council-border-radius);
    appearance: none;
    background: var(--council-input-background);
    color: var(--council-input-text);
    font: inherit;
    resize: vertical;
  }
  .council-textarea:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    outline-offset: 0;
    border-color: var(--council-colour-focus-text);
    box-shadow: inset 0 0 0 2px var(--council-colour-focus-text);
  }
  .council-textarea:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .council-textarea--error:not(:focus) {
    border-color: var(--council-input-error-border);
  }
  .council-character-count {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }
  .council-character-count--over {
    color: var(--council-error-message-text);
    font-weight: var(--council-font-weight-bold);
  }
  @media (forced-colors: active) {
    .council-textarea:focus {
      outline-color: Highlight;
      outline-offset: 2px;
    }
  }
`;
