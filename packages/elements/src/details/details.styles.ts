import { css, type CSSResult } from 'lit';
import { bodyText, focusedLink } from '../page/text.styles.ts';

export const detailsStyles: CSSResult = css`
  .council-details {
    ${bodyText}
    display: block;
    max-width: var(--council-measure);
    margin: 0 0 var(--council-space-6);
    padding: 0;
    border: 0;
  }
  .council-details-summary {
    display: inline-block;
    position: relative;
    box-sizing: border-box;
    max-width: 100%;
    padding-block: var(--council-space-1);
    padding-inline: 1.5em 0;
    background: none;
    color: var(--council-details-summary);
    list-style: none;
    cursor: pointer;
  }
  .council-details-summary::-webkit-details-marker {
    display: none;
  }
  /* The page's own reset may have taken the browser's marker away, so the chevron is drawn. */
  .council-details-summary::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0.25em;
    box-sizing: border-box;
    width: 0.5em;
    height: 0.5em;
    margin-block: auto;
    border: solid;
    border-width: 0.125em 0.125em 0 0;
    rotate: 45deg;
  }
  .council-details-summary:dir(rtl)::before {
    rotate: -135deg;
  }
  .council-details[open] > .council-details-summary::before {
    rotate: 135deg;
  }
  .council-details-summary-text {
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
  }
  .council-details-summary:hover {
    color: var(--council-colour-link-hover);
  }
  .council-details-summary:hover .council-details-summary-text {
    text-decoration-thickness: max(3px, 0.1875em);
    text-decoration-skip-ink: none;
  }
  .council-details-summary:focus {
    ${focusedLink}
  }
  .council-details-summary:focus .council-details-summary-text {
    text-decoration: none;
  }
  .council-details-text {
    margin-block-start: var(--council-space-2);
    padding: var(--council-space-2) var(--council-space-4);
    border-inline-start: var(--council-border-width-wide) solid var(--council-details-border);
    overflow-wrap: anywhere;
  }
  .council-details-text > :first-child {
    margin-top: 0;
  }
  .council-details-text > :last-child {
    margin-bottom: 0;
  }
  @media print {
    .council-details-summary {
      padding-inline-start: 0;
      color: inherit;
      font-weight: var(--council-font-weight-bold);
    }
    .council-details-summary::before {
      display: none;
    }
    .council-details-summary-text {
      text-decoration: none;
    }
    /* Opens it for print without script, where browsers know how: https://caniuse.com/mdn-css_selectors_details-content */
    .council-details::details-content {
      display: block;
      content-visibility: visible;
      height: auto;
    }
  }
`;
