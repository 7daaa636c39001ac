import { css, type CSSResult } from 'lit';
import { bodyText, focusedLink } from '../page/text.styles.ts';

export const backLinkStyles: CSSResult = css`
  .council-back-link {
    ${bodyText}
    display: inline-block;
    position: relative;
    margin-block: var(--council-space-3);
    padding-block: var(--council-space-1);
    padding-inline: 0.875em 0;
    color: var(--council-colour-link);
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
  }
  button.council-back-link {
    border: 0;
    background: none;
    cursor: pointer;
  }
  .council-back-link::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.1875em;
    box-sizing: border-box;
    width: 0.5em;
    height: 0.5em;
    margin-block: auto;
    border: solid;
    border-width: 0 0 0.125em 0.125em;
    rotate: 45deg;
  }
  .council-back-link:dir(rtl)::before {
    rotate: 225deg;
  }
  .council-back-link:hover {
    color: var(--council-colour-link-hover);
    text-decoration-thickness: max(3px, 0.1875em);
  }
  .council-back-link:active {
    color: var(--council-colour-link-active);
  }
  .council-back-link:focus {
    ${focusedLink}
  }
  .council-back-link--inverse:not(:focus) {
    color: inherit;
  }
  @media print {
    .council-back-link {
      display: none;
    }
  }
`;
