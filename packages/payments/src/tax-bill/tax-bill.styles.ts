import { css, type CSSResult } from 'lit';

/** What a bill brings beside the elements': tokens only. */
export const councilTaxBillStyles: CSSResult = css`
  .council-bill-left {
    margin: 0 0 var(--council-space-6);
    padding: var(--council-space-4);
    border: var(--council-border-width) solid var(--council-colour-border);
    border-inline-start-width: var(--council-border-width-wide);
  }
  .council-bill-left > :last-child {
    margin-bottom: 0;
  }
  .council-bill-left__amount {
    margin: 0 0 var(--council-space-2);
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
  }
  .council-bill-lines {
    max-width: var(--council-measure);
    margin: 0 0 var(--council-space-6);
    padding: 0;
    border-block-start: var(--council-border-width) solid var(--council-colour-border);
    list-style: none;
  }
  .council-bill-line {
    border-block-end: var(--council-border-width) solid var(--council-colour-border);
  }
  .council-bill-line .council-details {
    margin-block-end: 0;
  }
  .council-bill-line .council-details-text {
    margin-block-end: var(--council-space-4);
  }
  .council-bill-line .council-details-summary {
    display: block;
    padding-block: var(--council-space-3);
  }
  .council-bill-line .council-details-summary-text {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 var(--council-space-4);
  }
  .council-bill-line__figure {
    font-variant-numeric: tabular-nums;
    margin-inline-start: auto;
  }
  .council-bill-line--total .council-details-summary {
    font-weight: var(--council-font-weight-bold);
  }
  /* A figure is never broken, however narrow its column. */
  :is(.council-details-text, .council-bill-authorities, .council-bill-schedules) td.council-table-cell--numeric {
    white-space: nowrap;
  }
  /* Months are never broken either: three columns of them and of figures fit 320 px. */
  .council-bill-schedules th {
    overflow-wrap: normal;
  }
  .council-bill-sum {
    display: block;
    white-space: normal;
    color: var(--council-colour-text-secondary);
    font-weight: var(--council-font-weight-regular);
  }
  /* Letters: a row of them fits where sentences would not. */
  .council-tax-calculator-form .council-radios--inline {
    display: flex;
    flex-flow: row wrap;
    align-items: flex-start;
    column-gap: var(--council-space-4);
  }
  .council-pound {
    display: block;
    width: 100%;
    max-width: var(--council-measure);
    height: 3rem;
    margin-block-end: var(--council-space-4);
  }
  .council-pound__part {
    fill: var(--council-colour-link);
    stroke: var(--council-colour-background);
    stroke-width: 2px;
  }
  .council-pound__number {
    fill: var(--council-colour-background);
    font-weight: var(--council-font-weight-bold);
  }
  .council-pound__key {
    display: inline-block;
    min-width: 1.25em;
  }
  @media (forced-colors: active) {
    .council-pound__part {
      fill: Canvas;
      stroke: CanvasText;
    }
    .council-pound__number {
      fill: CanvasText;
    }
  }
  @media print {
    .council-bill-lines,
    .council-pound {
      max-width: none;
    }
    .council-bill-line {
      break-inside: avoid;
    }
    /* Its figure stands at the end of its line, which is as wide as the paper. */
    .council-bill-line .council-details {
      max-width: none;
    }
    /* Ink, and something to press, that paper has no use for. */
    .council-pound__part {
      fill: none;
      stroke: currentColor;
    }
    .council-pound__number {
      fill: currentColor;
    }
    .council-bill-left :is(.council-button, .council-link),
    .council-bill-hint {
      display: none;
    }
  }
`;
