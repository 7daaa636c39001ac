import { css, type CSSResult } from 'lit';

/** What the journey's own parts bring beside the elements': tokens only. */
export const reportIssueStyles: CSSResult = css`
  .council-report-place__way {
    margin-block-end: var(--council-space-6);
  }
  .council-report-place__way > * {
    margin-block: 0 var(--council-space-2);
  }
  .council-report-list {
    list-style: none;
    margin: 0 0 var(--council-space-6);
    padding: 0;
  }
  .council-report-list__item {
    display: flex;
    flex-wrap: wrap;
    gap: var(--council-space-4);
    padding-block: var(--council-space-4);
    border-block-start: 1px solid var(--council-colour-border);
  }
  .council-report-list__item > div {
    flex: 1 1 14rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .council-report-list__photo {
    object-fit: cover;
  }
  .council-report-list__words {
    white-space: pre-line;
  }
`;
