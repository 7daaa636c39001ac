import { css, type CSSResult } from 'lit';
import { bodyText, focusedLink } from '../page/text.styles.ts';

export const footerStyles: CSSResult = css`
  .council-footer {
    ${bodyText}
    display: block;
    border-block-start: var(--council-border-width) solid var(--council-footer-border);
    background: var(--council-footer-background);
    color: var(--council-footer-text);
  }
  .council-footer-container {
    padding-block: var(--council-space-6) max(var(--council-space-6), env(safe-area-inset-bottom));
  }
  .council-footer-navigation {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14em, 100%), 1fr));
    gap: var(--council-space-6);
    margin-block-end: var(--council-space-6);
    padding-block-end: var(--council-space-6);
    border-block-end: var(--council-border-width) solid var(--council-footer-border);
  }
  .council-footer-heading {
    margin: 0 0 var(--council-space-3);
    padding: 0;
    border: 0;
    color: inherit;
    font-family: inherit;
    font-size: calc(var(--council-font-size-heading-s) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
  }
  .council-footer-list,
  .council-footer-inline-list {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .council-footer-list--columns {
    columns: 2 9em;
    column-gap: var(--council-space-6);
  }
  .council-footer-item {
    margin: 0 0 var(--council-space-2);
    list-style: none;
    break-inside: avoid;
  }
  .council-footer-inline-list {
    display: flex;
    flex-wrap: wrap;
    gap: var(--council-space-1) var(--council-space-4);
    margin-block-end: var(--council-space-3);
  }
  .council-footer-inline-list .council-footer-item {
    margin: 0;
  }
  .council-footer-link {
    display: inline-block;
    padding-block: 0.125em;
    color: var(--council-footer-link);
    text-decoration: underline;
    text-decoration-thickness: max(1px, 0.0625em);
    text-underline-offset: 0.15em;
    overflow-wrap: anywhere;
  }
  .council-footer-link:hover {
    text-decoration-thickness: max(3px, 0.1875em);
    text-decoration-skip-ink: none;
  }
  .council-footer-link:focus {
    ${focusedLink}
  }
  .council-footer-text {
    max-width: var(--council-measure);
    margin-block-start: var(--council-space-2);
    font-size: calc(var(--council-font-size-small) * var(--council-rem, 1rem));
  }
  @media print {
    .council-footer {
      background: none;
    }
    .council-footer-navigation,
    .council-footer-inline-list {
      display: none;
    }
  }
`;
