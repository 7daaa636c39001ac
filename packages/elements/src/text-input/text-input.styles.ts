import { css, type CSSResult } from 'lit';

export const textInputStyles: CSSResult = css`
  .council-input {
    box-sizing: border-box;
    width: 100%;
    min-height: var(--council-target-size);
    margin: 0;
    padding: var(--council-space-1) var(--council-space-2);
    border: var(--council-border-width-input) solid var(--council-input-border);
    border-radius: var(--council-border-radius);
    appearance: none;
    background: var(--council-input-background);
    color: var(--council-input-text);
    font: inherit;
  }
  .council-input:focus {
    outline: var(--council-focus-width) solid var(--council-colour-focus);
    outline-offset: 0;
    border-color: var(--council-colour-focus-text);
    box-shadow: inset 0 0 0 2px var(--council-colour-focus-text);
  }
  .council-input:disabled {
    opacity: 0.5;
    cursor: not-allowed;
  }
  .council-input--error {
    border-color: var(--council-colour-error);
  }
  .council-input--width-30 {
    max-width: 29.5em;
  }
  .council-input--width-20 {
    max-width: 20.5em;
  }
  .council-input--width-10 {
    max-width: 11.5em;
  }
  .council-input--width-5 {
    max-width: 5.5em;
  }
  .council-input--width-4 {
    max-width: 4.5em;
  }
  .council-input--width-3 {
    max-width: 3.75em;
  }
  .council-input--width-2 {
    max-width: 2.75em;
  }
  .council-input-wrapper {
    display: flex;
  }
  .council-input-wrapper .council-input {
    flex: 0 1 auto;
  }
  .council-input-prefix,
  .council-input-suffix {
    box-sizing: border-box;
    min-width: var(--council-target-size);
    min-height: var(--council-target-size);
    padding: var(--council-space-1) var(--council-space-2);
    border: var(--council-border-width-input) solid var(--council-input-border);
    background: var(--council-colour-surface);
    text-align: center;
    white-space: nowrap;
    cursor: default;
  }
  .council-input-prefix {
    border-inline-end: 0;
  }
  .council-input-suffix {
    border-inline-start: 0;
  }
  @media (forced-colors: active) {
    .council-input:focus {
      outline-color: Highlight;
      outline-offset: 2px;
    }
  }
`;
