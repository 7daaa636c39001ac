import { css, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';

export const summaryListStyles: CSSResult = css`
  .council-summary-list {
    ${bodyText}
    margin: 0 0 var(--council-space-6);
    padding: 0;
    border: 0;
  }
  .council-summary-list-row {
    margin: 0;
    padding-block: var(--council-space-2);
    border-block-end: var(--council-border-width) solid var(--council-summary-list-border);
    break-inside: avoid;
  }
  .council-summary-list--no-border .council-summary-list-row {
    border-block-end-color: transparent;
  }
  .council-summary-list-key,
  .council-summary-list-value,
  .council-summary-list-actions {
    float: none;
    box-sizing: border-box;
    width: auto;
    margin: 0;
    padding: 0;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .council-summary-list-key {
    color: var(--council-summary-list-key-text);
    font-weight: var(--council-font-weight-bold);
  }
  .council-summary-list-value {
    color: var(--council-summary-list-value-text);
    font-weight: var(--council-font-weight-regular);
    white-space: pre-line;
  }
  .council-summary-list-value > * {
    white-space: normal;
  }
  .council-summary-list-value > :last-child {
    margin-bottom: 0;
  }
  .council-summary-list-actions {
    margin-block-start: var(--council-space-1);
  }
  .council-summary-list-actions a {
    display: inline-block;
    margin-block: -0.125em;
    padding-block: 0.125em;
  }
  .council-summary-list-actions-list {
    display: flex;
    flex-wrap: wrap;
    gap: var(--council-space-1) var(--council-space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .council-summary-list-actions-list-item {
    margin: 0;
    list-style: none;
  }
  .council-summary-card {
    ${bodyText}
    margin: 0 0 var(--council-space-6);
    border: var(--council-border-width) solid var(--council-summary-list-border);
    border-radius: var(--council-border-radius);
  }
  .council-summary-card-title-wrapper {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--council-space-2) var(--council-space-4);
    padding: var(--council-space-3) var(--council-space-4);
    background: var(--council-colour-surface);
  }
  .council-summary-card-title {
    margin: 0;
    padding: 0;
    color: inherit;
    font: inherit;
    font-weight: var(--council-font-weight-bold);
    overflow-wrap: anywhere;
  }
  .council-summary-card-content {
    padding: var(--council-space-1) var(--council-space-4);
  }
  .council-summary-card-content .council-summary-list {
    margin-bottom: 0;
  }
  .council-summary-card-content .council-summary-list-row:last-of-type {
    border-block-end: 0;
  }
  @media (min-width: 40.0625em) {
    .council-summary-list-row {
      display: grid;
      grid-template-columns: 3fr 5fr 2fr;
      gap: var(--council-space-4);
    }
    .council-summary-list-row--no-actions .council-summary-list-value,
    .council-summary-list-value:last-child {
      grid-column: 2 / -1;
    }
    .council-summary-list-actions {
      margin-block-start: 0;
      text-align: end;
    }
    .council-summary-list-actions .council-summary-list-actions-list {
      justify-content: flex-end;
    }
  }
  @media print {
    .council-summary-list-actions,
    .council-summary-card-actions {
      display: none;
    }
  }
`;
