import { PageStyles } from '@council-kit/gateway';
import { css, type CSSResult } from 'lit';

const sheet: CSSResult = css`
  .council-finance-story {
    margin: 0 0 var(--council-space-6);
    padding: 0;
    list-style: none;
  }
  .council-finance-fields {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16rem, 100%), 1fr));
    column-gap: var(--council-space-6);
  }
  .council-finance-fields .council-select {
    max-width: 100%;
  }
  .council-finance-totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
    gap: var(--council-space-3) var(--council-space-6);
    margin: 0 0 var(--council-space-6);
  }
  .council-finance-totals dt {
    color: var(--council-colour-text-secondary);
  }
  .council-finance-totals dd {
    margin: 0;
    font-weight: var(--council-font-weight-bold);
    font-variant-numeric: tabular-nums;
  }
  .council-finance-story > li {
    padding-block: var(--council-space-3);
    border-block-end: var(--council-border-width) solid var(--council-colour-border);
    overflow-wrap: anywhere;
  }
  .council-finance-story p {
    margin: 0;
  }
  .council-button.council-finance-below {
    margin-block: var(--council-space-3) 0;
  }
  .council-finance-exact {
    overflow-wrap: anywhere;
  }
  .council-finance-section {
    margin-block-start: var(--council-space-7);
  }
`;

/** What the finance team's pages need beside the elements' style sheet. */
export const financeStyles = new PageStyles('/staff-finance.css', sheet);
