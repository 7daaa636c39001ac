import { css, type CSSResult } from 'lit';

/** What a followed report brings beside the elements': tokens only. */
export const reportStatusStyles: CSSResult = css`
  .council-report-words {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .council-report-photo {
    display: block;
    max-width: 100%;
    height: auto;
    margin-block-end: var(--council-space-3);
  }
  .council-report-updates {
    list-style: none;
    margin: 0 0 var(--council-space-6);
    padding: 0;
  }
  .council-report-updates__item {
    padding-inline-start: var(--council-space-4);
    border-inline-start: var(--council-border-width-wide) solid var(--council-colour-border);
    margin-block-end: var(--council-space-4);
  }
`;
