import { css, type CSSResult } from 'lit';

export const comboboxStyles: CSSResult = css`
  council-combobox,
  .council-combobox {
    display: block;
    max-width: 29.5em;
  }
  /* In the page's flow and not over it: nothing clips it, hides it behind a phone's keyboard or covers what has the focus. */
  .council-combobox-list {
    box-sizing: border-box;
    max-height: min(24em, 60vh);
    overflow: hidden auto;
    overscroll-behavior: contain;
    border: var(--council-border-width-input) solid var(--council-input-border);
    border-top-width: 0;
    background: var(--council-input-background);
    color: var(--council-input-text);
  }
  .council-combobox-list[hidden],
  .council-combobox-status[hidden] {
    display: none;
  }
  .council-combobox-option {
    box-sizing: border-box;
    min-height: var(--council-target-size);
    padding: var(--council-space-2);
    border-bottom: 1px solid var(--council-colour-border);
    overflow-wrap: anywhere;
    cursor: pointer;
  }
  .council-combobox-list > .council-combobox-option:last-child,
  .council-combobox-group:last-child > .council-combobox-option:last-child {
    border-bottom: 0;
  }
  .council-combobox-group > .council-combobox-option {
    padding-inline-start: var(--council-space-4);
  }
  .council-combobox-heading {
    padding: var(--council-space-2);
    border-bottom: 1px solid var(--council-colour-border);
    background: var(--council-colour-surface);
    color: var(--council-colour-text);
    font-weight: var(--council-font-weight-bold);
    overflow-wrap: anywhere;
  }
  .council-combobox-more {
    padding: var(--council-space-1) var(--council-space-2);
  }
  @media (hover: hover) {
    .council-combobox-option:hover {
      text-decoration: underline;
      text-underline-offset: 0.15em;
    }
  }
  .council-combobox-option[aria-selected='true'] {
    outline: var(--council-focus-width) solid transparent;
    outline-offset: calc(0px - var(--council-focus-width));
    background: var(--council-colour-focus);
    box-shadow: inset 0 -4px var(--council-colour-focus-text);
    color: var(--council-colour-focus-text);
  }
  .council-combobox-status {
    margin: var(--council-space-2) 0 0;
  }
  @media (forced-colors: active) {
    .council-combobox-option[aria-selected='true'] {
      outline-color: Highlight;
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    .council-combobox-list {
      display: none;
    }
  }
`;
