import { css, type CSSResult } from 'lit';
import { bodyText } from '../page/text.styles.ts';

export const skipLinkStyles: CSSResult = css`
  .council-skip-link {
    ${bodyText}
    display: block;
    box-sizing: border-box;
    padding: var(--council-space-2) max(var(--council-space-3), env(safe-area-inset-left));
    background: var(--council-skip-link-background);
    color: var(--council-skip-link-text);
    text-decoration: underline;
  }
  .council-skip-link:not(:active, :focus) {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .council-skip-link:focus {
    outline: var(--council-focus-width) solid var(--council-skip-link-text);
    outline-offset: calc(-1 * var(--council-focus-width));
  }
  .council-skip-link:is(:visited, :hover, :active) {
    color: var(--council-skip-link-text);
  }
  @media print {
    .council-skip-link {
      display: none;
    }
  }
`;
