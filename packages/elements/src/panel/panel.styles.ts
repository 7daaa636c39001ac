import { css, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';

export const panelStyles: CSSResult = css`
  .council-panel {
    ${bodyText}
    box-sizing: border-box;
    margin: 0 0 var(--council-space-6);
    padding: var(--council-space-6) var(--council-space-4);
    border: var(--council-border-width-wide) solid transparent;
    border-radius: var(--council-border-radius);
    overflow-wrap: anywhere;
    break-inside: avoid;
  }
  .council-panel--confirmation {
    background: var(--council-panel-background);
    color: var(--council-panel-text);
  }
  .council-panel--interruption {
    background: var(--council-colour-information);
    color: var(--council-colour-information-text);
  }
  .council-panel-title {
    margin: 0;
    padding: 0;
    border: 0;
    color: inherit;
    font-family: inherit;
    font-size: calc(var(--council-font-size-heading-xl) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
  }
  .council-panel-body {
    margin-block-start: var(--council-space-4);
    font-size: calc(var(--council-font-size-lead) * var(--council-rem, 1rem));
  }
  .council-panel-reference-label,
  .council-panel-reference,
  .council-panel-copied {
    margin: 0;
    color: inherit;
    font: inherit;
  }
  .council-panel-reference {
    font-size: calc(var(--council-font-size-heading-l) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
    -webkit-user-select: all;
    user-select: all;
  }
  .council-panel-copy {
    box-sizing: border-box;
    min-height: var(--council-target-size);
    margin-block-start: var(--council-space-3);
    padding: var(--council-space-1) var(--council-space-3);
    border: 2px solid currentcolor;
    border-radius: var(--council-border-radius);
    appearance: none;
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: calc(var(--council-font-size-body) * var(--council-rem, 1rem));
    text-align: start;
    cursor: pointer;
  }
  .council-panel-copy[hidden] {
    display: none;
  }
  .council-panel-copy:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .council-panel-copy:focus-visible {
    outline: var(--council-focus-width) solid transparent;
    border-color: var(--council-colour-focus-text);
    background: var(--council-colour-focus);
    box-shadow: 0 0 0 var(--council-focus-width) var(--council-colour-focus);
    color: var(--council-colour-focus-text);
  }
  .council-panel-copied {
    margin-block-start: var(--council-space-2);
    font-size: calc(var(--council-font-size-body) * var(--council-rem, 1rem));
  }
  .council-panel-copied:empty {
    margin: 0;
  }
  .council-panel-actions {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--council-space-3) var(--council-space-4);
    margin-block-start: var(--council-space-6);
  }
  @media print {
    .council-panel {
      border-width: 2px;
      border-color: var(--council-colour-text);
      background: none;
      color: var(--council-colour-text);
    }
    .council-panel .council-panel-copy,
    .council-panel-copied,
    .council-panel-actions {
      display: none;
    }
  }
`;
