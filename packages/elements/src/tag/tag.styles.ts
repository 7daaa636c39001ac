import { css, unsafeCSS, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';
import type { TagColour } from './tag.template.ts';

const colours: readonly TagColour[] = ['grey', 'green', 'turquoise', 'purple', 'pink', 'red', 'orange', 'yellow'];

function colour(name: TagColour): CSSResult {
  const token = unsafeCSS(name);
  return css`
    .council-tag--${token} {
      background: var(--council-tag-${token}-background);
      color: var(--council-tag-${token}-text);
    }
  `;
}

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
  ${unsafeCSS(colours.map((name) => colour(name).cssText).join(''))}
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
