import { css, type CSSResult } from 'lit';

export const dateInputStyles: CSSResult = css`
  council-date-input {
    display: block;
  }
  .council-date-input {
    display: flex;
    flex-flow: row wrap;
    gap: var(--council-space-2) var(--council-space-4);
  }
  .council-date-input .council-input {
    /* As wide as its digits, though a flex item would be as wide as its row. */
    width: 100%;
  }
`;
