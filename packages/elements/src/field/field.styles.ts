import { css, type CSSResult } from 'lit';

/** Label, hint, error message and the group around a control. */
export const fieldStyles: CSSResult = css`
  .council-form-group {
    margin: 0 0 var(--council-space-6);
  }
  .council-form-group--error {
    padding-inline-start: var(--council-space-3);
    border-inline-start: var(--council-border-width-wide) solid var(--council-colour-error);
  }
  .council-label {
    display: block;
    margin: 0 0 var(--council-space-1);
    color: var(--council-colour-text);
    font-weight: var(--council-font-weight-regular);
  }
  .council-label--s,
  .council-label--m,
  .council-label--l,
  .council-label--xl {
    margin-bottom: var(--council-space-3);
    font-weight: var(--council-font-weight-bold);
    line-height: var(--council-line-height-heading);
  }
  .council-label--s {
    font-size: calc(var(--council-font-size-heading-s) * var(--council-rem, 1rem));
  }
  .council-label--m {
    font-size: calc(var(--council-font-size-heading-m) * var(--council-rem, 1rem));
  }
  .council-label--l {
    font-size: calc(var(--council-font-size-heading-l) * var(--council-rem, 1rem));
  }
  .council-label--xl {
    font-size: calc(var(--council-font-size-heading-xl) * var(--council-rem, 1rem));
  }
  .council-label-wrapper {
    margin: 0;
    font-size: inherit;
    font-weight: inherit;
  }
  .council-hint {
    margin: 0 0 var(--council-space-2);
    color: var(--council-colour-text-secondary);
  }
  .council-error-message {
    margin: 0 0 var(--council-space-3);
    color: var(--council-colour-error);
    font-weight: var(--council-font-weight-bold);
  }
  /* The blank after "Error:" is lost where what is before it takes no room: it was read "Error:Enter". */
  .council-error-message > .council-visually-hidden::after {
    content: '\\00a0';
  }
  .council-label,
  .council-hint,
  .council-error-message {
    max-width: var(--council-measure);
    overflow-wrap: anywhere;
  }
`;
