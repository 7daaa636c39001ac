import { css, type CSSResult } from 'lit';
import { bodyText } from './text.styles.ts';

/** Tables of facts. A wide one scrolls within `council-table-scroll` (give that `tabindex="0"`, `role="region"` and a name). */
export const tableStyles: CSSResult = css`
  .council-table {
    ${bodyText}
    width: 100%;
    margin: 0 0 var(--council-space-6);
    border-collapse: collapse;
    border-spacing: 0;
  }
  .council-table caption {
    padding: 0 0 var(--council-space-2);
    color: inherit;
    font-weight: var(--council-font-weight-bold);
    text-align: start;
    caption-side: top;
  }
  .council-table .council-table-caption--m {
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
    line-height: var(--council-line-height-heading);
  }
  .council-table :is(th, td) {
    padding: var(--council-space-2) 0;
    padding-inline-end: var(--council-space-4);
    border: 0;
    border-block-end: var(--council-border-width) solid var(--council-colour-border);
    font-weight: var(--council-font-weight-regular);
    text-align: start;
    vertical-align: top;
  }
  .council-table :is(th, td):last-child {
    padding-inline-end: 0;
  }
  .council-table th {
    font-weight: var(--council-font-weight-bold);
  }
  .council-table .council-table-cell--numeric {
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .council-table-scroll {
    position: relative;
    margin: 0 0 var(--council-space-6);
    overflow-x: auto;
  }
  .council-table-scroll > .council-table {
    margin-bottom: 0;
  }
  .council-table-scroll:focus-visible {
    outline: var(--council-focus-width) solid var(--council-colour-focus-text);
    outline-offset: 2px;
    box-shadow: 0 0 0 5px var(--council-colour-focus);
  }
  @media print {
    .council-table-scroll {
      overflow: visible;
    }
    .council-table thead {
      display: table-header-group;
    }
    .council-table tr {
      break-inside: avoid;
    }
  }
`;
