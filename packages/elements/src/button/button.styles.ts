import { css, type CSSResult } from 'lit';

export const buttonStyles: CSSResult = css`
  council-button {
    display: inline-block;
    max-width: 100%;
    vertical-align: top;
  }
  .council-button {
    box-sizing: border-box;
    position: relative;
    display: inline-block;
    min-width: var(--council-target-size);
    max-width: 100%;
    min-height: var(--council-target-size);
    /* Room for the lower edge, which is a shadow. */
    margin: 0 0 calc(var(--council-space-6) + 2px);
    padding: calc(var(--council-space-2) - 1px) var(--council-space-3);
    border: var(--council-border-width-input) solid transparent;
    border-radius: var(--council-border-radius);
    appearance: none;
    background: var(--council-button-background);
    box-shadow: 0 2px 0 var(--council-button-shadow);
    color: var(--council-button-text);
    font: inherit;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    overflow-wrap: anywhere;
    cursor: pointer;
    -webkit-font-smoothing: antialiased;
  }
  .council-button:link,
  .council-button:visited,
  .council-button:active {
    color: var(--council-button-text);
    text-decoration: none;
  }
  .council-button:hover {
    background: var(--council-button-hover);
  }
  .council-button:active {
    top: 2px;
    box-shadow: none;
  }
  .council-button:focus-visible {
    border-color: var(--council-colour-focus);
    outline: var(--council-focus-width) solid transparent;
    box-shadow: inset 0 0 0 1px var(--council-colour-focus);
  }
  .council-button:focus-visible:not(:active):not(:hover) {
    background: var(--council-colour-focus);
    box-shadow: 0 2px 0 var(--council-colour-focus-text);
    color: var(--council-colour-focus-text);
  }
  .council-button--secondary,
  .council-button--secondary:link,
  .council-button--secondary:visited,
  .council-button--secondary:active {
    background: var(--council-button-secondary-background);
    box-shadow: 0 2px 0 var(--council-button-secondary-shadow);
    color: var(--council-button-secondary-text);
  }
  .council-button--secondary:hover {
    background: var(--council-button-secondary-hover);
  }
  .council-button--warning,
  .council-button--warning:link,
  .council-button--warning:visited,
  .council-button--warning:active {
    background: var(--council-button-warning-background);
    box-shadow: 0 2px 0 var(--council-button-warning-shadow);
    color: var(--council-button-warning-text);
  }
  .council-button--warning:hover {
    background: var(--council-button-warning-hover);
  }
  .council-button--secondary:active,
  .council-button--warning:active {
    box-shadow: none;
  }
  .council-button[disabled] {
    background: var(--council-button-disabled-background);
    box-shadow: none;
    color: var(--council-button-disabled-text);
    cursor: not-allowed;
  }
  .council-button[disabled]:active {
    top: 0;
  }
  .council-button--start {
    display: inline-flex;
    justify-content: center;
    align-items: center;
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
  }
  .council-button-start-icon {
    flex-shrink: 0;
    margin-inline-start: var(--council-space-2);
  }
  .council-button-start-icon:dir(rtl) {
    transform: scaleX(-1);
  }
  .council-button-group {
    display: flex;
    flex-flow: row wrap;
    align-items: baseline;
    column-gap: var(--council-space-3);
    margin: 0 0 calc(var(--council-space-6) - var(--council-space-3));
  }
  .council-button-group .council-button {
    margin-bottom: calc(var(--council-space-3) + 2px);
  }
  .council-button-group > a:not(.council-button) {
    margin: var(--council-space-1) 0 calc(var(--council-space-3) + var(--council-space-1));
    line-height: 1.3;
  }
  @media (max-width: 40em) {
    council-button,
    .council-button {
      width: 100%;
    }
    .council-button-group {
      flex-direction: column;
      align-items: stretch;
    }
    .council-button-group > a:not(.council-button) {
      text-align: center;
    }
  }
  @media (forced-colors: active) {
    .council-button {
      border-color: ButtonBorder;
      forced-color-adjust: auto;
    }
    .council-button:focus-visible {
      outline: var(--council-focus-width) solid Highlight;
      outline-offset: 2px;
    }
    .council-button[disabled] {
      border-color: GrayText;
      color: GrayText;
    }
  }
  @media print {
    .council-button {
      display: none;
    }
  }
`;
