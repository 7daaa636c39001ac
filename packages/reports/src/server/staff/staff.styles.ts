import { css, type CSSResult } from 'lit';

/** What the staff's pages bring beside the elements': tokens only. */
export const staffStyles: CSSResult = css`
  .council-report-texts {
    display: grid;
    /* Side by side where both have room for words, one above the other on a phone. */
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
    gap: var(--council-space-4);
    margin-block-end: var(--council-space-4);
  }
  .council-report-text {
    padding-inline-start: var(--council-space-3);
    border-inline-start: var(--council-border-width-wide) solid var(--council-colour-border);
    min-width: 0;
  }
  .council-report-text > dl {
    margin: 0;
  }
  .council-report-text dd {
    margin: 0 0 var(--council-space-3);
  }
  .council-report-choice {
    border-block-start: var(--council-border-width) solid var(--council-colour-border);
    padding-block-start: var(--council-space-4);
  }
`;
