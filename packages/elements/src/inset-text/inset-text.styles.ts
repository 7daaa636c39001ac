import { css, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';

export const insetTextStyles: CSSResult = css`
  .council-inset-text {
    ${bodyText}
    display: block;
    clear: both;
    margin: var(--council-space-6) 0;
    padding: var(--council-space-3) var(--council-space-4);
    border-inline-start: var(--council-border-width-wide) solid var(--council-inset-border);
    max-width: var(--council-measure);
    overflow-wrap: anywhere;
  }
  /* What a choice reveals has a line beside it already. */
  .council-choices-conditional .council-inset-text {
    margin: 0;
    padding: 0;
    border-inline-start: 0;
  }
  .council-inset-text > :first-child {
    margin-top: 0;
  }
  .council-inset-text > :last-child {
    margin-bottom: 0;
  }
`;
