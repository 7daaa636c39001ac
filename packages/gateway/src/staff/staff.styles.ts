import { css, type CSSResult } from 'lit';

/** What the staff pages of all services need beside the elements' style sheet. Tokens only. */
export const staffStyles: CSSResult = css`
  .council-staff-navigation {
    margin-block-end: var(--council-space-6);
  }
  .council-staff-navigation ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--council-space-2) var(--council-space-6);
    margin: 0;
    padding: 0 0 var(--council-space-3);
    border-block-end: var(--council-border-width) solid var(--council-colour-border);
    list-style: none;
  }
  .council-staff-navigation ul + ul {
    padding-block-start: var(--council-space-3);
  }
  .council-staff-navigation [aria-current] {
    font-weight: var(--council-font-weight-bold);
  }
  .council-staff-officer {
    margin-block-start: var(--council-space-7);
  }
  .council-table .council-staff-one-line {
    white-space: nowrap;
  }
  .council-table .council-staff-words {
    min-width: 8.5rem;
  }
  .council-table form .council-button {
    margin-bottom: 0;
  }
`;
