import { css, type CSSResult } from 'lit';

export const fieldsetStyles: CSSResult = css`
  .council-fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .council-fieldset-legend {
    /* A legend is as wide as its longest word unless it is told otherwise. */
    box-sizing: border-box;
    display: table;
    max-width: min(100%, var(--council-measure));
    margin: 0 0 var(--council-space-2);
    padding: 0;
    color: var(--council-label-text);
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .council-fieldset-legend--s,
  .council-fieldset-legend--m,
  .council-fieldset-legend--l,
  .council-fieldset-legend--xl {
    margin-bottom: var(--council-space-3);
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
  }
  .council-fieldset-legend--s {
    font-size: calc(var(--council-font-size-heading-s) * var(--council-rem, 1rem));
  }
  .council-fieldset-legend--m {
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
  }
  .council-fieldset-legend--l {
    font-size: calc(var(--council-font-size-heading-l) * var(--council-rem, 1rem));
  }
  .council-fieldset-legend--xl {
    font-size: calc(var(--council-font-size-heading-xl) * var(--council-rem, 1rem));
  }
  .council-fieldset-heading {
    margin: 0;
    font-size: inherit;
    font-weight: inherit;
    line-height: inherit;
  }
`;
