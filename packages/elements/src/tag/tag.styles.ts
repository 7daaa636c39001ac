import { css, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';

export const tagStyles: CSSResult = css`
  .council-tag {
    ${bodyText}
    display: inline-block;
    box-sizing: border-box;
    max-width: 100%;
    margin-block: -0.125em;
    padding: 0.125em 0.5em;
    border: var(--council-border-width) solid transparent;
    border-radius: var(--council-border-radius);
    background: var(--council-tag-blue-background);
    color: var(--council-tag-blue-text);
    line-height: 1.25;
    text-align: start;
    text-decoration: none;
    overflow-wrap: break-word;
  }
  .council-tag--grey {
    background: var(--council-tag-grey-background);
    color: var(--council-tag-grey-text);
  }
  .council-tag--green {
    background: var(--council-tag-green-background);
    color: var(--council-tag-green-text);
  }
  .council-tag--turquoise {
    background: var(--council-tag-turquoise-background);
    color: var(--council-tag-turquoise-text);
  }
  .council-tag--purple {
    background: var(--council-tag-purple-background);
    color: var(--council-tag-purple-text);
  }
  .council-tag--pink {
    background: var(--council-tag-pink-background);
    color: var(--council-tag-pink-text);
  }
  .council-tag--red {
    background: var(--council-tag-red-background);
    color: var(--council-tag-red-text);
  }
  .council-tag--orange {
    background: var(--council-tag-orange-background);
    color: var(--council-tag-orange-text);
  }
  .council-tag--yellow {
    background: var(--council-tag-yellow-background);
    color: var(--council-tag-yellow-text);
  }
  @media (forced-colors: active) {
    .council-tag {
      border-color: CanvasText;
      font-weight: var(--council-font-weight-bold);
    }
  }
  @media print {
    .council-tag {
      border-color: var(--council-tag-border);
      font-weight: var(--council-font-weight-bold);
    }
  }
`;
