import { css, type CSSResult } from 'lit';
import { bodyText, focusedLink } from '../page/text.styles.ts';

export const paginationStyles: CSSResult = css`
  .council-pagination {
    ${bodyText}
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--council-space-1);
    float: none;
    margin: 0 0 var(--council-space-6);
    padding: 0;
    background: none;
  }
  .council-pagination-list {
    display: flex;
    flex-wrap: wrap;
    gap: var(--council-space-1);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .council-pagination-item {
    display: flex;
    list-style: none;
    margin: 0;
  }
  .council-pagination-item--ellipsis {
    align-items: center;
    justify-content: center;
    min-width: var(--council-target-size);
    min-height: var(--council-target-size);
  }
  .council-pagination-link {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: var(--council-space-2);
    box-sizing: border-box;
    min-width: var(--council-target-size);
    min-height: var(--council-target-size);
    padding: var(--council-space-1) var(--council-space-2);
    border-radius: var(--council-border-radius);
    color: var(--council-colour-link);
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
  }
  .council-pagination-link:hover {
    background: var(--council-pagination-hover);
    color: var(--council-colour-link-hover);
  }
  .council-pagination-item--current .council-pagination-link {
    background: var(--council-pagination-current-background);
    color: var(--council-pagination-current-text);
    font-weight: var(--council-font-weight-bold);
    text-decoration: none;
  }
  .council-pagination-link:focus,
  .council-pagination-item--current .council-pagination-link:focus {
    ${focusedLink}
  }
  .council-pagination-arrow {
    flex: none;
    box-sizing: border-box;
    width: 0.5em;
    height: 0.5em;
    border: solid;
    border-width: 0 0 0.125em 0.125em;
    rotate: 45deg;
  }
  .council-pagination-next .council-pagination-arrow,
  .council-pagination-arrow:dir(rtl) {
    rotate: 225deg;
  }
  .council-pagination-next .council-pagination-arrow:dir(rtl) {
    rotate: 45deg;
  }
  .council-pagination--block {
    display: block;
  }
  .council-pagination--block :is(.council-pagination-previous, .council-pagination-next) {
    padding-block: var(--council-space-2);
  }
  .council-pagination--block .council-pagination-next:not(:first-child) {
    border-block-start: var(--council-border-width) solid var(--council-colour-border);
  }
  .council-pagination--block .council-pagination-link {
    display: inline-grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    justify-content: start;
    padding-inline-start: 0.25em;
  }
  .council-pagination--block .council-pagination-link-title {
    font-weight: var(--council-font-weight-bold);
  }
  .council-pagination--block .council-pagination-link-label {
    grid-column: 2;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .council-pagination-item--current .council-pagination-link {
      outline: 2px solid CanvasText;
    }
  }
  @media print {
    .council-pagination {
      display: none;
    }
  }
`;
