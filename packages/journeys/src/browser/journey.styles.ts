import { css, type CSSResult } from 'lit';

/** The little that pages of a journey need beyond the components' own styles. */
export const journeyStyles: CSSResult = css`
  .council-link-button {
    margin: 0;
    padding-inline: 0;
    border: 0;
    background: none;
    font: inherit;
    cursor: pointer;
  }
`;
