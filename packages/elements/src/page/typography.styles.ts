import { css, type CSSResult } from 'lit';
import { bodyText } from './text.styles.ts';

/** Headings, paragraphs, lists and section breaks. */
export const typographyStyles: CSSResult = css`
  .council-heading-xl,
  .council-heading-l,
  .council-heading-m,
  .council-heading-s {
    display: block;
    margin: 0 0 var(--council-space-4);
    padding: 0;
    border: 0;
    max-width: var(--council-measure);
    color: var(--council-colour-text);
    font-family: var(--council-font-family);
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
    text-align: start;
    text-transform: none;
    overflow-wrap: anywhere;
    break-after: avoid;
  }
  .council-heading-xl {
    margin-bottom: var(--council-space-6);
    font-size: calc(var(--council-font-size-heading-xl) * var(--council-rem, 1rem));
  }
  .council-heading-l {
    font-size: calc(var(--council-font-size-heading-l) * var(--council-rem, 1rem));
  }
  .council-heading-m {
    margin-bottom: var(--council-space-3);
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
  }
  .council-heading-s {
    margin-bottom: var(--council-space-2);
    font-size: calc(var(--council-font-size-heading-s) * var(--council-rem, 1rem));
  }
  :is(p, ul, ol, dl, div, table) + :is(.council-heading-l, .council-heading-m, .council-heading-s) {
    margin-top: var(--council-space-6);
  }
  .council-caption {
    display: block;
    margin: 0 0 var(--council-space-1);
    color: var(--council-colour-text-secondary);
    font-family: var(--council-font-family);
    font-size: calc(var(--council-font-size-body) * var(--council-rem, 1rem));
    font-weight: var(--council-font-weight-regular);
    line-height: var(--council-line-height-body);
  }
  p:is(.council-body, .council-body-l, .council-body-s) {
    margin: 0 0 var(--council-space-4);
    padding: 0;
    max-width: var(--council-measure);
    overflow-wrap: anywhere;
  }
  .council-body-l,
  .council-body-s {
    ${bodyText}
  }
  .council-body-l {
    font-size: calc(var(--council-font-size-lead) * var(--council-rem, 1rem));
  }
  .council-body-s {
    font-size: calc(var(--council-font-size-small) * var(--council-rem, 1rem));
  }
  .council-list {
    ${bodyText}
    margin: 0 0 var(--council-space-4);
    padding: 0;
    max-width: var(--council-measure);
    list-style: none;
    overflow-wrap: anywhere;
  }
  .council-list > li {
    margin: 0 0 var(--council-space-1);
  }
  .council-list .council-list {
    margin: var(--council-space-1) 0 0;
  }
  .council-list--bullet,
  .council-list--number {
    padding-inline-start: var(--council-space-4);
  }
  .council-list--bullet {
    list-style: disc;
  }
  .council-list--number {
    padding-inline-start: var(--council-space-5);
    list-style: decimal;
  }
  .council-list--spaced > li {
    margin-bottom: var(--council-space-2);
  }
  .council-section-break {
    margin: var(--council-space-4) 0;
    border: 0;
    height: 0;
  }
  .council-section-break--visible {
    border-block-start: var(--council-border-width) solid var(--council-colour-border);
  }
  .council-section-break--l {
    margin-block: var(--council-space-6);
  }
  .council-section-break--xl {
    margin-block: var(--council-space-8);
  }
  @media print {
    p,
    .council-list {
      orphans: 3;
      widows: 3;
    }
  }
`;
